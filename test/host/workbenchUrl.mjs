import { pathToFileURL } from 'node:url';

/**
 * The address of the workbench on a folder, with, when given, an extension in development, its test suite, and a file
 * to open. All have the server's own authority: by another one, a file of the folder would be a second document.
 *
 * @param {{ port: number, folder: string, extension?: string, tests?: string, file?: string }} options
 */
export function workbenchUrl({ port, folder, extension, tests, file }) {
  const authority = `127.0.0.1:${port}`;
  const remote = (path) => `vscode-remote://${authority}${pathOf(path)}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: remote(folder), payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

/** An absolute path as in a URL: with forward slashes and escapes. */
function pathOf(path) {
  return pathToFileURL(path).pathname;
}
