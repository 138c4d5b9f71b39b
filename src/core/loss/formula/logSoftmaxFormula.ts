import { isFloatingPoint } from '../../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { logSoftmax } from '../logSoftmax';
import type { Formula } from './formula';
import { generalPosition, samplePosition, texIndexed, withClass } from './formulaCall';
import { texFactor, texList, texNoValue, texNumber, texSum } from './tex';

/**
 * TeX of log_softmax over the classes of a sample: in general, for the class `klass` with the sample's numbers, and
 * (as `reduced`) the whole row of log-probabilities.
 */
export function logSoftmaxFormula(input: Tensor, sample: number, klass: number): Formula {
  const position = generalPosition(input.shape);
  const general =
    `${texIndexed('\\log p', withClass(position, 'c'))} = ${texIndexed('x', withClass(position, 'c'))}` +
    ` - \\log \\sum_{j=0}^{C-1} \\exp(${texIndexed('x', withClass(position, 'j'))})`;
  const layout = rowLayoutOf(input.shape);
  if (!(sample >= 0 && sample < layout.rowCount && klass >= 0 && klass < layout.numClasses)) {
    return { general, substituted: texNoValue(), reduced: texNoValue() };
  }
  const offset = rowOffset(layout, sample);
  const dtype = isFloatingPoint(input.dtype) ? input.dtype : 'float32';
  const row = Float64Array.from(
    { length: layout.numClasses },
    (_, c) => input.data[offset + c * layout.stride],
  );
  const logProbs = logSoftmax({ data: row, shape: [layout.numClasses], dtype }).data;
  const symbol = texIndexed('\\log p', withClass(samplePosition(input.shape, sample), klass));
  const exps = texSum(layout.numClasses, klass, (c) => `e^{${texNumber(row[c], dtype)}}`);
  // At the largest element, because an element of -inf says nothing about the sum.
  const largest = row.indexOf(row.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY));
  const logSum = texFactor(largest < 0 ? Number.NaN : row[largest] - logProbs[largest], dtype);
  return {
    general,
    substituted:
      `${symbol} = ${texNumber(row[klass], dtype)} - \\log\\left(${exps}\\right)` +
      ` = ${texNumber(row[klass], dtype)} - ${logSum} = ${texNumber(logProbs[klass], dtype)}`,
    reduced: `${texIndexed('\\log p', samplePosition(input.shape, sample))} = ${texList(layout.numClasses, klass, (c) => texNumber(logProbs[c], dtype))}`,
  };
}
