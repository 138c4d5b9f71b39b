// Prints, as JSON, the code that "Copy as" makes of the tensors in roundTrip.json. Input of copied_code.py.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['src/core/tensor/code/tensorCode.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const { tensorCode } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const special = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity, '-0': -0 };
const { cases } = JSON.parse(readFileSync('test/fixtures/torch/roundTrip.json', 'utf8'));
const tensors = cases.filter(({ data }, i) => data !== undefined && i % 3 === 0);
const rows = tensors.flatMap(({ about, shape, dtype, data }) =>
  ['pytorch', 'numpy', 'json'].map((library) => {
    const values = Float64Array.from(data, (value) => special[value] ?? value);
    const code = tensorCode({ data: values, shape, dtype }, library);
    return { about, library, shape, dtype, data, code };
  }),
);
process.stdout.write(JSON.stringify(rows));
