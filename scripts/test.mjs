// `npm test`: everything, from a clone in which nothing is installed. `npm run test:unit`, `npm run test:vscode` and
// `node scripts/test.mjs workbench` run a part. The last line has the counts of all parts that were asked for.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, installPackages } from './install.mjs';

const asked = process.argv.slice(2);

const parts = [
  { name: 'packages and build', group: 'all', run: () => prepare() },
  { name: 'lint', group: 'unit', run: () => runChecked('npm', ['run', '--silent', 'lint']) },
  { name: 'unit tests', group: 'unit', run: () => runVitest('unit', 'vitest.config.mts') },
  { name: 'VS Code, Node extension host', group: 'vscode', run: () => runSuite('node') },
  { name: 'VS Code, web worker extension host', group: 'vscode', run: () => runSuite('web') },
  { name: 'workbench', group: 'workbench', run: () => runVitest('workbench', 'vitest.workbench.config.mts') },
];

async function prepare() {
  installPackages();
  build();
  return { passed: 1, failed: 0 };
}

/** Runs a command, showing its output; gives its exit code and what it printed. */
function run(command, args) {
  return new Promise((resolve) => {
    const isShell = process.platform === 'win32';
    const env = { ...process.env, NO_COLOR: '1' };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: isShell, env });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.once('error', (error) => resolve({ code: 1, output: `${output}${error}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function runChecked(command, args) {
  const { code } = await run(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

async function runVitest(name, config) {
  const report = `out/${name}.json`;
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    config,
    ...reporters,
  ]);
  return readReport(report, code);
}

/** Skipped tests count as failed: nothing is left out in silence. A file that does not load counts as one. */
function readReport(report, code) {
  try {
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    const failed = numTotalTests - numPassedTests + broken.length;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch (error) {
    console.error(`no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

async function runSuite(extensionHost) {
  const program = await chooseProgram();
  console.log(`host: ${program === 'desktop' ? 'desktop VS Code' : 'VS Code server and Chromium'}`);
  const { code, output } = await run(process.execPath, ['scripts/suite.mjs', extensionHost, program]);
  const counts = /suite: (\d+) passed, (\d+) failed/.exec(output);
  const isRightHost = output.includes(`suite: runs in ${extensionHost === 'web' ? 'a web worker' : 'Node'}`);
  if (!counts || !isRightHost) return { passed: 0, failed: 1 };
  const [passed, failed] = counts.slice(1).map(Number);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

let program;

/**
 * Desktop VS Code where there is a display and it can be downloaded, else the server; LOSS_LENS_HOST=desktop or
 * server decides.
 */
async function chooseProgram() {
  const forced = process.env.LOSS_LENS_HOST;
  if (forced && forced !== 'desktop' && forced !== 'server') {
    throw new Error(`LOSS_LENS_HOST is ${forced}: expected desktop or server`);
  }
  program ??= forced ?? (hasDisplay() && (await canDownload()) ? 'desktop' : 'server');
  return program;
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

async function canDownload() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    await downloadAndUnzipVSCode({ cachePath: '.cache/desktop', reporter: new SilentReporter() });
    return true;
  } catch (error) {
    console.log(`Desktop VS Code cannot be downloaded here (${error.message}).`);
    return false;
  }
}

const groups = new Set(parts.map(({ group }) => group));
const unknown = asked.filter((name) => !groups.has(name));
if (unknown.length > 0)
  throw new Error(`expected one of ${[...groups].join(', ')}, got ${unknown.join(', ')}`);
mkdirSync('out', { recursive: true });
const total = { passed: 0, failed: 0 };
for (const part of parts) {
  const isAsked = asked.length === 0 || asked.includes(part.group) || part.group === 'all';
  if (!isAsked) continue;
  console.log(`\n── ${part.name}`);
  const counts = await part.run().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  if (counts.passed + counts.failed === 0) counts.failed = 1;
  console.log(`${part.name}: ${counts.passed} passed, ${counts.failed} failed`);
  total.passed += counts.passed;
  total.failed += counts.failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
