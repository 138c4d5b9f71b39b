import { castTensor, type Tensor } from '../../core';

/** Relative difference that comes from another order of float64 operations; far below any digit shown. */
const roundOff = 1e-9;

/** How two losses compare after rounding to their dtype: `almost` when only the last places differ. */
export function compareLosses(left: Tensor, right: Tensor): 'equal' | 'almost' | 'different' {
  if (left.data.length !== right.data.length) return 'different';
  const a = castTensor(left, left.dtype).data;
  const b = castTensor(right, right.dtype).data;
  if (a.every((value, i) => Object.is(value, b[i]) || value === b[i])) return 'equal';
  const isNear = left.data.every((value, i) => {
    const other = right.data[i];
    if (!Number.isFinite(value)) return Object.is(value, other);
    return Math.abs(value - other) <= roundOff * Math.max(1, Math.abs(value));
  });
  return isNear ? 'almost' : 'different';
}
