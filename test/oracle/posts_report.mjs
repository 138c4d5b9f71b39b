// How Run Snippet does on programs of posts.py: the shares, what it refuses by its words; or the posts of one outcome.
//     node test/oracle/posts_report.mjs [posts.json [equal|refused|"false error"|wrong]]
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['test/oracle/posts_report.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { report } = await import(`data:text/javascript;base64,${code}`);
const [path, is] = process.argv.slice(2);
console.log(report(path || undefined, is));
