import { pathToFileURL } from 'node:url';

/**
 * The address of the workbench on a folder, with, when given, an extension in development and its test suite.
 *
 * @param {{ port: number, folder: string, extension?: string, tests?: string, file?: string }} options
 */
export function workbenchUrl({ port, folder, extension, tests, file }) {
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: pathOf(folder), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

function remote(path) {
  return `vscode-remote://remote${pathOf(path)}`;
}

/** An absolute path with forward slashes, as in a file URL. */
function pathOf(path) {
  return decodeURIComponent(pathToFileURL(path).pathname);
}
