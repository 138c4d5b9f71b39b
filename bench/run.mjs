// `npm run bench`: each measure beside a named peer in the same run. Ratios carry over between machines, times do
// not. LOSS_LENS_PYTHON names a Python with PyTorch, which then joins as a peer.
import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';

await build({
  entryPoints: ['bench/bench.ts'],
  outfile: 'out/bench.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
execFileSync(process.execPath, ['out/bench.mjs'], { stdio: 'inherit' });
