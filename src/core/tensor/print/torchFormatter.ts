import { isFloatingPoint } from '../dtype';
import type { Tensor } from '../tensor';
import { fixed, scientific } from './decimal';

/** Digits behind the point, as `torch.get_printoptions().precision`. */
const precision = 4;

/** How one element is written, all of one tensor in one width. */
export interface Formatter {
  readonly width: number;
  readonly format: (value: number) => string;
}

/**
 * The format that PyTorch chooses for these values. Source: torch/_tensor_str.py, `_Formatter`.
 */
export function torchFormatter({ data, dtype }: Tensor): Formatter {
  const write = isFloatingPoint(dtype) ? floatWriter(data) : wholeWriter(dtype === 'bool');
  const measured = isFloatingPoint(dtype) ? data.filter((x) => Number.isFinite(x) && x !== 0) : data;
  const width = measured.reduce((widest, x) => Math.max(widest, write(x).length), 1);
  return { width, format: (value) => write(value).padStart(width) };
}

function wholeWriter(isBool: boolean): (value: number) => string {
  return (value) => (isBool ? (value !== 0 ? 'True' : 'False') : String(value));
}

function floatWriter(data: Float64Array): (value: number) => string {
  const sizes = data.filter((x) => Number.isFinite(x) && x !== 0).map(Math.abs);
  const max = sizes.reduce((most, x) => Math.max(most, x), 0);
  const min = sizes.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const isWhole = sizes.every(Number.isInteger);
  const isScientific = sizes.length > 0 && (max / min > 1000 || max > 1e8 || min < 1e-4);
  return (value) => {
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
    if (isScientific) return scientific(value, precision);
    return isWhole ? `${fixed(value, 0)}.` : fixed(value, precision);
  };
}
