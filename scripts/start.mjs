// `npm start`: VS Code on examples/ with the extension: the `code` on the PATH, else a VS Code server for the browser.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { startServer } from '../test/host/server.mjs';
import { workbenchUrl } from '../test/host/workbenchUrl.mjs';
import { build, installPackages } from './install.mjs';

const extension = resolve('.');
const folder = resolve('examples');
const file = join(folder, 'compare.py');

installPackages();
build();
const code = findCode();
if (code) {
  const args = [`--extensionDevelopmentPath=${extension}`, folder, file];
  const { status } = spawnSync(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(status ?? 1);
}

const cache = resolve('.cache', 'start');
const { port } = await startServer({
  dataFolder: join(cache, 'data'),
  extensionsFolder: join(cache, 'extensions'),
  port: Number(process.env.LOSS_LENS_PORT ?? 0),
});
console.log(
  '\nNo `code` on the PATH, so VS Code runs as a server. Open this in a browser (Ctrl+C ends it):\n',
);
console.log(workbenchUrl({ port, folder, extension, file }));
setInterval(() => undefined, 1_000_000);

function findCode() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((place) => names.map((name) => join(place, name))).find((path) => existsSync(path));
}
