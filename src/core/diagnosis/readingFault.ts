import type { InputReading } from '../loss/readings/inputReading';
import { type RowLayout, rowLayoutOf, rowOffset } from '../tensor/rowLayout';
import type { Tensor } from '../tensor/tensor';
import { measureRow } from './rowJudge';
import { type Tolerances, tolerancesOf } from './tolerance';

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
 * the number of those written (see `Precision`). The tolerances are those by which tensors are described.
 */
export function readingFault(
  input: Tensor,
  reading: InputReading,
  decimals: number | null = null,
): ReadingFault | null {
  if (reading === 'logits') return null;
  const layout = rowLayoutOf(input.shape);
  const tolerances = tolerancesOf({ dtype: input.dtype, decimals, scientificDecimals: null });
  const faultOf = reading === 'log-probabilities' ? logFault : probabilityFault;
  for (let row = 0; row < layout.rowCount; row++) {
    const offset = rowOffset(layout, row);
    const fault =
      notFiniteFault(input.data, layout, offset) ?? faultOf(input.data, layout, offset, tolerances);
    if (fault) return { row, ...fault };
  }
  return null;
}

type RowFault = Omit<ReadingFault, 'row'>;

function notFiniteFault(data: Float64Array, layout: RowLayout, offset: number): RowFault | null {
  for (let i = 0, at = offset; i < layout.numClasses; i++, at += layout.stride) {
    const value = data[at];
    if (Number.isNaN(value) || value === Number.POSITIVE_INFINITY) return { measure: 'not-finite', value };
  }
  return null;
}

function probabilityFault(
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  tolerances: Tolerances,
): RowFault | null {
  const { min, max, sum, sumTolerance } = measureRow(data, layout, offset, tolerances);
  if (min < 0) return { measure: 'negative', value: min };
  if (max > 1 + sumTolerance) return { measure: 'above', value: max };
  return Math.abs(sum - 1) <= sumTolerance ? null : { measure: 'sum', value: sum };
}

function logFault(
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  tolerances: Tolerances,
): RowFault | null {
  const { max, logSumExp, logSumExpError, isBroken } = measureRow(data, layout, offset, tolerances);
  if (isBroken) return { measure: 'sum', value: 0 };
  const tolerance = Math.max(tolerances.least, logSumExpError);
  if (max > tolerance) return { measure: 'above', value: max };
  return Math.abs(logSumExp) <= tolerance ? null : { measure: 'sum', value: Math.exp(logSumExp) };
}
