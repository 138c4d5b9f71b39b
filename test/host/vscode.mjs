#!/usr/bin/env node
// Stands in for a desktop VS Code: understands its flags for running an extension's tests, opens a real workbench
// of a VS Code server in a headless browser, and exits with the code of the suite.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { openBrowser } from './openBrowser.mjs';
import { startServer } from './server.mjs';
import { serveExtension, useServedExtension } from './webExtension.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

/** Longest time for a whole suite. Unit: ms. */
const suiteTimeout = 300_000;

const flags = new Map();
const paths = [];
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/.exec(argument) ?? [];
  if (name) flags.set(name, value ?? 'true');
  else paths.push(argument);
}

function required(name) {
  const value = flags.get(name);
  if (!value) throw new Error(`expected the flag --${name}=…`);
  return resolve(value);
}

async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'loss-lens-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const server = await startServer({
    dataFolder: flags.get('user-data-dir') ?? join(scratch, 'data'),
    extensionsFolder: flags.get('extensions-dir') ?? join(scratch, 'extensions'),
  });
  const isWeb = flags.get('extensionDevelopmentKind') === 'web';
  const browser = await openBrowser();
  const page = await browser.newPage({ bypassCSP: isWeb, viewport: { width: 1000, height: 600 } });
  const finished = new Promise((done) => {
    page.exposeFunction('codeAutomationLog', (_type, args) => log(args.map(readable).join(' ')));
    page.exposeFunction('codeAutomationExit', (code) => done(code));
    setTimeout(() => {
      console.error(`the suite did not end within ${suiteTimeout / 1000} s`);
      done(1);
    }, suiteTimeout);
    page.once('crash', () => {
      console.error('the page crashed');
      done(1);
    });
  });
  const extension = required('extensionDevelopmentPath');
  const tests = required('extensionTestsPath');
  const folder = resolve(paths[0] ?? scratch);
  if (isWeb) {
    const { port } = await serveExtension(extension);
    await useServedExtension(page, port, relative(extension, tests).replaceAll('\\', '/'));
    await page.goto(workbenchUrl({ port: server.port, folder }));
  } else {
    await page.goto(workbenchUrl({ port: server.port, folder, extension, tests }));
  }
  const code = await finished;
  if (code !== 0) {
    console.error(others.join('\n'));
    await saveScreenshot(page);
  }
  await browser.close();
  server.stop();
  return code;
}

async function saveScreenshot(page) {
  const folder = resolve('out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'suite-failed.png');
  await page.screenshot({ path }).catch(() => undefined);
  console.error(`screenshot: ${path}`);
}

const suiteMarks = ['suite:', '  ✓', '  ✗'];
const others = [];

/** Shows what the suite prints; what the workbench logs beside it is kept for a failure. */
function log(text) {
  if (suiteMarks.some((mark) => text.startsWith(mark))) console.log(text);
  else others.push(text.slice(0, 500));
}

function readable(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
