// `npm run fuzz -- numbers [count] [seed]`: random inputs in numbers that no test has the time for.
import { runBundled } from '../../scripts/runBundled.mjs';

const [what = 'numbers', ...words] = process.argv.slice(2);
await runBundled(`test/fuzz/${what}.ts`, `fuzz-${what}`, words);
