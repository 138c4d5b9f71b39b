// `npm run bench`: each measure beside a named peer in the same run. Ratios carry over between machines, times do
// not. LOSS_LENS_PYTHON names a Python with PyTorch, which then joins as a peer. `npm run bench -- reading` measures
// the way from text to losses alone, `-- losses` the kernels, `-- growth` what odd texts take as they get longer, and
// `-- frames` the panel in a real VS Code.
import { build } from '../scripts/install.mjs';
import { runBundled } from '../scripts/runBundled.mjs';

const [wanted, ...words] = process.argv.slice(2);
if (wanted === 'frames') build();
for (const name of wanted ? [wanted] : ['bench', 'reading', 'losses'])
  await runBundled(`bench/${name}.ts`, name, words);
