import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';

/**
 * The distribution p that a target means, with label smoothing as CrossEntropyLoss takes it: p (1 - ε) + ε / C. One
 * row for each sample in the input's layout; an ignored sample's row is all NaN. Null for a target that is neither
 * class indices nor probabilities of the input's shape.
 */
export function targetDistribution(
  input: Tensor,
  target: Tensor,
  ignoreIndex: number,
  labelSmoothing: number,
): Tensor | null {
  const layout = rowLayoutOf(input.shape);
  const { numClasses, rowCount, stride } = layout;
  const hasProbabilities = isProbabilityTarget({ input, target });
  if (!hasProbabilities && target.data.length !== rowCount) return null;
  const data = new Float64Array(input.data.length);
  for (let row = 0; row < rowCount; row++) {
    const offset = rowOffset(layout, row);
    const klass = hasProbabilities ? Number.NaN : target.data[row];
    if (klass === ignoreIndex) {
      for (let c = 0; c < numClasses; c++) data[offset + c * stride] = Number.NaN;
      continue;
    }
    if (!hasProbabilities && !(klass >= 0 && klass < numClasses && Number.isInteger(klass))) return null;
    for (let c = 0; c < numClasses; c++) {
      const at = offset + c * stride;
      const p = hasProbabilities ? target.data[at] : Number(c === klass);
      data[at] = p * (1 - labelSmoothing) + labelSmoothing / numClasses;
    }
  }
  return { data, shape: input.shape, dtype: input.dtype };
}
