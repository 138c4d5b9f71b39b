// `npm run fuzz -- texts [count] [seed]`, with `numbers` or `kernels` in place of `texts`: random inputs, more than a
// test has the time for.
import { runBundled } from '../../scripts/runBundled.mjs';

const [what = 'texts', ...words] = process.argv.slice(2);
// What was found has been told.
await runBundled(`test/fuzz/${what}.ts`, `fuzz-${what}`, words).catch(() => {
  process.exitCode = 1;
});
