import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installHost } from './install.mjs';
import { writeLanguagePack } from './languagePack.mjs';

/** Longest wait for the server to listen. Unit: ms. */
const startTimeout = 60_000;

const quietSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  // What blinks is painted over and over.
  'editor.cursorBlinking': 'solid',
  'extensions.autoCheckUpdates': false,
  // As on the desktop; the web's default saves what a test is about to revert.
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts a VS Code server on this machine and waits until it listens.
 *
 * @param {{ dataFolder: string, extensionsFolder: string, port?: number, settings?: object, language?: string }} options
 * @returns {Promise<{ port: number, stop: () => void, configure: (settings: object) => void }>} `configure` gives the
 * open windows other settings than those of the start.
 */
export async function startServer({
  dataFolder,
  extensionsFolder,
  port = 0,
  settings = {},
  language = 'en',
}) {
  const { server, node } = installHost();
  const usedPort = port || (await freePort());
  const configure = (settings) => writeSettings(dataFolder, { ...quietSettings, ...settings });
  configure(settings);
  if (language !== 'en') writeLanguagePack(dataFolder, language);
  const child = spawn(
    node,
    [
      server,
      ...['--host', '127.0.0.1', '--port', String(usedPort)],
      ...['--user-data-dir', dataFolder, '--extensions-dir', extensionsFolder],
      ...['--locale', language],
      '--without-connection-token',
      '--accept-server-license-terms',
      '--enable-smoke-test-driver',
      '--disable-telemetry',
      '--disable-workspace-trust',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const stop = () => kill(child);
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  await listening(child);
  return { port: usedPort, stop, configure };
}

/** Settings of the machine, which hold in every window of the server; written at once, for windows read along. */
function writeSettings(dataFolder, settings) {
  const folder = join(dataFolder, 'Machine');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'settings.json');
  writeFileSync(`${path}.new`, JSON.stringify(settings, null, 2));
  renameSync(`${path}.new`, path);
}

/** The server and the extension hosts that it started. */
function kill(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason) => {
      kill(child);
      reject(new Error(`the VS Code server ${reason}\n${output}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${startTimeout / 1000} s`), startTimeout);
    const read = (chunk) => {
      output = (output + chunk).slice(-10_000);
      if (!output.includes('Extension host agent listening')) return;
      clearTimeout(timer);
      resolve(undefined);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
