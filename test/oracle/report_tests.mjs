// Prints, as JSON, the PyTorch tests of reports on the cases of losses.json, and each with one expected number changed.
// Input of report_tests.py.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['test/oracle/report_cases.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { reportTests } = await import(`data:text/javascript;base64,${code}`);
const golden = JSON.parse(readFileSync('test/fixtures/torch/losses.json', 'utf8'));
const rows = reportTests(golden.cases).map(({ name, code: test }) => ({
  name,
  code: test,
  changed: test.replace(
    /(assert_close\(loss, torch\.tensor\(\[*)(-?\d[\d.e+-]*)/,
    (_, before, number) => `${before}${Number(number) === 0 ? '1.0' : -Number(number)}`,
  ),
}));
process.stdout.write(JSON.stringify(rows));
