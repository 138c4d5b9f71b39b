import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** A location needs some path for VS Code to join others to. */
const root = '/extension';

/**
 * Serves an extension over HTTP, as a site that embeds VS Code does, so that it can only run in a web worker. Its
 * manifest goes out without `main` and `extensionKind`.
 */
export function serveExtension(extension) {
  const server = createServer(({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url ?? '/', 'http://x').pathname).replace(root, ''));
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    if (path === join('/', 'package.json')) {
      const { main, extensionKind, ...manifest } = JSON.parse(readFileSync(join(extension, path), 'utf8'));
      response.end(JSON.stringify(manifest));
      return;
    }
    createReadStream(join(extension, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ port: server.address().port, stop: () => server.close() }));
  });
}

/**
 * Lets the workbench that a page opens load a served extension and run its tests. The server's own flags name
 * extensions of its file system only; a site that embeds VS Code names them in the page's configuration, which is
 * where this puts them. The page must not enforce the policy of the server's site, which knows of no other host.
 */
export async function useServedExtension(page, port, testsPath) {
  const location = (path) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path });
  await page.addInitScript(
    (added) => {
      const getAttribute = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = getAttribute.call(this, name);
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
        const options = JSON.parse(value);
        return JSON.stringify({
          ...options,
          developmentOptions: { ...options.developmentOptions, ...added },
        });
      };
    },
    { extensions: [location(root)], extensionTestsPath: location(`${root}/${testsPath}`) },
  );
}
