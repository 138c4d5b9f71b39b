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
  const dtype = (['bfloat16', 'float16'] as const).find((one) => areHeldBy(data, one));
  if (dtype) return { decimals: null, scientificDecimals: null, dtype };
  const rounded = mostDecimals(data);
  return rounded <= mostRounded ? { decimals: rounded, scientificDecimals: null, dtype: 'float32' } : null;
}

/** True when every finite value is one of this dtype. */
function areHeldBy(data: Float64Array, dtype: DType): boolean {
  for (const x of data) if (roundToDType(x, dtype) !== x && Number.isFinite(x)) return false;
  return true;
}

/** The most decimals of any finite value, more than `mostRounded` as soon as one is no float32 or has more. */
function mostDecimals(data: Float64Array): number {
  let most = 0;
  for (const x of data) {
    if (!Number.isFinite(x)) continue;
    most = Math.fround(x) === x ? decimalsOf(x, most) : mostRounded + 1;
    if (most > mostRounded) break;
  }
  return most;
}

const powersOfTen = Float64Array.from({ length: mostRounded + 1 }, (_, decimals) => 10 ** decimals);

/**
 * Decimals, at least `least`, of the shortest number that this float32 is the nearest one to. Exact: the product with a
 * power of ten needs no more than 24 + 14 bits, and the quotient is rounded once, as `Number` rounds what is written.
 */
function decimalsOf(x: number, least: number): number {
  const size = Math.abs(x);
  if (Number.isInteger(size)) return least;
  for (let decimals = least; decimals <= mostRounded; decimals++) {
    const power = powersOfTen[decimals];
    if (Math.fround(Math.round(size * power) / power) === size) return decimals;
  }
  return mostRounded + 1;
}
