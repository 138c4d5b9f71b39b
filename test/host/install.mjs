import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const cache = resolve(here, '../../.cache/host');
const serverFolder = join(cache, 'node_modules', 'code-server', 'lib', 'vscode');

/**
 * Installs the VS Code server, its Node and the browser driver into the cache unless they are there, and says
 * where they are. Needs the npm registry; no compiler, for no install script runs.
 */
export function installHost() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(lock).digest('hex');
  const stampFile = join(cache, 'installed');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    console.log('Installing the VS Code server for tests (once, about 1 GB) …');
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, file), join(cache, file));
    npm(['ci', '--ignore-scripts'], cache);
    npm(['install', '--omit=dev', '--ignore-scripts'], serverFolder);
    writeFileSync(stampFile, stamp);
  }
  return {
    server: join(serverFolder, 'out', 'server-main.js'),
    node: findNode(),
    modules: join(cache, 'node_modules'),
  };
}

function npm(args, cwd) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** The Node 24 that came with the server, or the running one where none is packaged for this machine. */
function findNode() {
  const modules = join(cache, 'node_modules');
  const folder = readdirSync(modules).find((name) => /^node-(bin-)?(linux|darwin|win)-/.test(name));
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  if (folder) return join(modules, folder, 'bin', binary);
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `no Node 24 is packaged for ${process.platform} ${process.arch}: run this with Node 24 or later`,
  );
}
