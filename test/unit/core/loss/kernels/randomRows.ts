import { crossEntropyRows } from '../../../../../src/core/loss/kernels/indexRows';
import { probabilityRows } from '../../../../../src/core/loss/kernels/probabilityRows';
import { smoothedRows } from '../../../../../src/core/loss/kernels/smoothedRows';
import { rowLayoutOf, rowOffset } from '../../../../../src/core/tensor/rowLayout';

type Random = () => number;

const kernels = { crossEntropyRows, smoothedRows, probabilityRows };
const ignoreIndex = -100;
const scale = 0.5;
const oddNumbers = [
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  1e300,
  -1e300,
  -710,
  -744,
];

/**
 * A kernel of cross entropy on a random shape, class stride, target and weight, with ignored rows (and for class indices
 * infinities, nan and huge numbers) among them, held against a textbook's sums: what differs, or null.
 */
export function differenceOfRandomRows(random: Random): string | null {
  const below = (limit: number) => Math.floor(random() * limit);
  const name = (['crossEntropyRows', 'smoothedRows', 'probabilityRows'] as const)[below(3)];
  const layout = rowLayoutOf([1 + below(4), 1 + below(random() < 0.2 ? 60 : 7), 1 + below(3)]);
  const { rowCount, numClasses, stride } = layout;
  const odd = name === 'crossEntropyRows' && random() < 0.5 ? 0.15 : 0;
  const input = Float64Array.from({ length: rowCount * numClasses }, () =>
    random() < odd ? oddNumbers[below(oddNumbers.length)] : (random() - 0.5) * 10 ** below(4),
  );
  const shares = input.map(random);
  const indices = Float64Array.from({ length: rowCount }, () =>
    random() < 0.2 ? ignoreIndex : below(numClasses),
  );
  const weight = random() < 0.5 ? null : Float64Array.from({ length: numClasses }, () => below(4) / 2);
  const labelSmoothing = name === 'smoothedRows' ? 0.25 : 0;
  const rows = {
    input,
    layout,
    target: name === 'probabilityRows' ? shares : indices,
    weight,
    ignoreIndex,
    smoothIgnoreIndex: ignoreIndex,
    labelSmoothing,
    scale,
    smoothScale: scale,
    perSample: new Float64Array(rowCount),
    gradInput: new Float64Array(input.length),
    logProbs: new Float64Array(input.length),
  };
  kernels[name](rows, 0, rowCount);

  for (let row = 0; row < rowCount; row++) {
    const places = Array.from({ length: numClasses }, (_, c) => rowOffset(layout, row) + c * stride);
    const y = indices[row];
    const weightOf = (c: number) => weight?.[c] ?? 1;
    const factors = places.map((at, c) => {
      if (name === 'probabilityRows') return shares[at] * weightOf(c);
      if (y === ignoreIndex) return 0;
      return (c === y ? (1 - labelSmoothing) * weightOf(y) : 0) + (labelSmoothing / numClasses) * weightOf(c);
    });
    const isCounted = (c: number) => (name === 'crossEntropyRows' ? c === y : factors[c] !== 0);
    const expected = textbookRow(
      places.map((at) => input[at]),
      factors,
      isCounted,
    );
    const got = {
      loss: [rows.perSample[row]],
      gradient: places.map((at) => rows.gradInput[at]),
      logProbs: places.map((at) => rows.logProbs[at]),
    };
    for (const key of ['loss', 'gradient', 'logProbs'] as const) {
      if (got[key].every((value, i) => isNear(value, expected[key][i]))) continue;
      const of = `${name}, ${key} of [${places.map((at) => input[at])}], target ${y}, weight [${weight}]`;
      return `${of}: got [${got[key]}], expected [${expected[key]}]`;
    }
  }
  return null;
}

/** `-Σ factor * lp` over the classes that count, its derivative times `scale`, and `lp = log(softmax(x))`. */
function textbookRow(
  x: readonly number[],
  factors: readonly number[],
  isCounted: (index: number) => boolean,
) {
  const max = Math.max(...x);
  const exps = x.map((value) => Math.exp(value - max));
  const total = exps.reduce((sum, exp) => sum + exp, 0);
  const logProbs = x.map((value) => value - max - Math.log(total));
  const factorSum = factors.reduce((sum, factor) => sum + factor, 0);
  const loss = logProbs.reduce((sum, lp, c) => (isCounted(c) ? sum - factors[c] * lp : sum), 0);
  return {
    loss: [loss],
    gradient: exps.map((exp, c) => scale * ((exp / total) * factorSum - factors[c])),
    logProbs,
  };
}

function isNear(a: number, b: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-12 * (1 + Math.abs(b));
}
