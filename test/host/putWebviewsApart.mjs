/**
 * Serves the webviews of a workbench from a site of their own, which a browser with `--site-per-process` gives a process
 * of its own: as on vscode.dev and, in effect, on the desktop. The server here has them on the workbench's site.
 */
export async function putWebviewsApart(page, port) {
  // A page that was changed on its way counts as one from outside, which may not ask this machine.
  await page.context().grantPermissions(['local-network-access']);
  const isWorkbench = (url) => url.port === String(port) && url.pathname === '/';
  await page.route(isWorkbench, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = headers['content-security-policy'];
    headers['content-security-policy'] = policy.replace('frame-src', `frame-src http://*.localhost:${port}`);
    const html = await response.text();
    // VS Code puts a name made of the extension and the workbench in the place of {{uuid}}.
    const body = html.replace('webviewEndpoint&quot;:&quot;', `$&http://{{uuid}}.localhost:${port}/`);
    await route.fulfill({ response, headers, body });
  });
}
