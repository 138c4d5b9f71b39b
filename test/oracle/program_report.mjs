// How panel, snippet and checker do on programs of programs.py, as a table by kinds of steps; or those that fail.
//     node test/oracle/program_report.mjs panel|snippet|checker [programs.json [wrong|notEvaluated|right [text]]]
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['test/oracle/program_report.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { report } = await import(`data:text/javascript;base64,${code}`);
const [part, path, ...rest] = process.argv.slice(2);
console.log(report(part, path || undefined, ...rest));
