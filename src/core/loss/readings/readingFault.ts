import { leastTolerance } from '../../diagnosis/tolerance';
import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import type { InputReading } from './inputReading';

/** Why numbers cannot be what they are said to be: the first row that shows it. */
export interface ReadingFault {
  readonly row: number;
  /** A value below 0 or above its limit, a row that does not sum to 1, or one that holds nan or inf. */
  readonly measure: 'negative' | 'above' | 'sum' | 'not-finite';
  /** The value, or the sum: of the probabilities, which for log-probabilities is that of their exponentials. */
  readonly value: number;
}

/**
 * Null when the rows along the class dimension can be what `reading` says; any numbers can be logits. `decimals` is
 * the precision of what was written (see `Precision`), which a sum of rounded numbers cannot beat.
 */
export function readingFault(
  input: Tensor,
  reading: InputReading,
  decimals: number | null = null,
): ReadingFault | null {
  if (reading === 'logits') return null;
  const layout = rowLayoutOf(input.shape);
  const { numClasses, rowCount, stride } = layout;
  const isLog = reading === 'log-probabilities';
  const rounding = decimals === null ? 0 : 0.5 * 10 ** -decimals * numClasses;
  const tolerance = leastTolerance({ dtype: input.dtype, decimals, scientificDecimals: null }) + rounding;
  const largest = isLog ? 0 : 1;
  for (let row = 0; row < rowCount; row++) {
    const offset = rowOffset(layout, row);
    let sum = 0;
    for (let i = offset; i < offset + numClasses * stride; i += stride) {
      const value = input.data[i];
      if (Number.isNaN(value) || value === Number.POSITIVE_INFINITY)
        return { row, measure: 'not-finite', value };
      if (!isLog && value < 0) return { row, measure: 'negative', value };
      if (value > largest + tolerance) return { row, measure: 'above', value };
      sum += isLog ? Math.exp(value) : value;
    }
    if (Math.abs(sum - 1) > tolerance) return { row, measure: 'sum', value: sum };
  }
  return null;
}
