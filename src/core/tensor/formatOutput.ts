import { formatNumber } from './format';
import type { Tensor } from './tensor';

/** Elements of an unreduced loss that are written out where a scalar would stand. */
const maxShown = 4;

/** A loss as text: a number, or the first few of an unreduced loss in brackets. */
export function formatOutput({ data, shape, dtype }: Tensor): string {
  if (shape.length === 0) return formatNumber(data[0], dtype);
  const shown = Array.from(data.subarray(0, maxShown), (value) => formatNumber(value, dtype));
  return `[${shown.join(', ')}${data.length > maxShown ? ', …' : ''}]`;
}
