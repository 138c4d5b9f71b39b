// Runs the suite of test/vscode in one extension host: `node scripts/suite.mjs node|web desktop|server`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';

const [extensionHost, program] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'loss-lens-suite-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

await runTests({
  vscodeExecutablePath:
    program === 'desktop'
      ? await downloadAndUnzipVSCode({ cachePath: '.cache/desktop' })
      : resolve('test', 'host', 'vscode.mjs'),
  extensionDevelopmentPath: resolve('.'),
  extensionTestsPath: resolve('out', 'test', 'vscode', 'index.js'),
  launchArgs: [
    resolve('examples'),
    '--disable-extensions',
    `--user-data-dir=${join(scratch, 'data')}`,
    `--extensions-dir=${join(scratch, 'extensions')}`,
    ...(extensionHost === 'web' ? ['--extensionDevelopmentKind=web'] : []),
  ],
});
