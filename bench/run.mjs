// `npm run bench`: each measure beside a named peer in the same run. Ratios carry over between machines, times do
// not. LOSS_LENS_PYTHON names a Python with PyTorch, which then joins as a peer. `npm run bench -- frames` measures the
// panel in a real VS Code instead.
import { build } from '../scripts/install.mjs';
import { runBundled } from '../scripts/runBundled.mjs';

if (process.argv[2] === 'frames') {
  build();
  await runBundled('bench/frames.ts', 'frames');
} else {
  await runBundled('bench/bench.ts', 'bench');
}
