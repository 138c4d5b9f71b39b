import type { DType } from '../tensor/dtype';
import { roundToDType } from '../tensor/roundToDType';
import type { Precision } from './tolerance';

/** Numbers with fewer decimals were rounded for reading: what held them cannot be told. */
const fullDecimals = 5;

/** Decimals of a float32 beyond these are no longer those of a rounded number. */
const mostRounded = 6;

/**
 * How exactly values are known that are written in full, as `.tolist()` writes them: those of a 16-bit tensor, or
 * of a float32 that held rounded decimals (`-0.27000001072883606`), carry their rounding along. Null when they are
 * written otherwise, or show no such thing.
 */
export function heldAs(data: Float64Array, decimals: number | null): Precision | null {
  if (decimals === null || decimals < fullDecimals) return null;
  const values = data.filter(Number.isFinite);
  const dtype = (['bfloat16', 'float16'] as const).find((one) => values.every((x) => isHeldBy(x, one)));
  if (dtype) return { decimals: null, scientificDecimals: null, dtype };
  if (!values.every((x) => isHeldBy(x, 'float32'))) return null;
  const rounded = values.reduce((most, x) => Math.max(most, decimalsOf(x)), 0);
  return rounded <= mostRounded ? { decimals: rounded, scientificDecimals: null, dtype: 'float32' } : null;
}

function isHeldBy(x: number, dtype: DType): boolean {
  return roundToDType(x, dtype) === x;
}

/** Decimals of the shortest number that this float32 is the nearest one to. */
function decimalsOf(x: number): number {
  for (let decimals = 0; decimals <= mostRounded; decimals++) {
    if (Math.fround(Number(x.toFixed(decimals))) === x) return decimals;
  }
  return mostRounded + 1;
}
