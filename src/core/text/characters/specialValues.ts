import { endOfPath } from './characters';

/** Words that are numbers, as Python, its libraries, JavaScript and their prints write them. */
const values: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  NaN: Number.NaN,
  NAN: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  Infinity: Number.POSITIVE_INFINITY,
};

const modules: ReadonlySet<string> = new Set(['math', 'np', 'numpy', 'torch', 'jnp', 'jax.numpy', 'Number']);

const bools: Readonly<Record<string, number>> = { True: 1, true: 1, False: 0, false: 0 };

export interface SpecialValue {
  readonly value: number;
  readonly to: number;
  readonly isBool: boolean;
}

/** The number that the word at `from` (without a sign) means, or null: `inf`, `np.nan`, `float('-inf')`, `True`. */
export function readSpecialValue(text: string, from: number): SpecialValue | null {
  const to = endOfPath(text, from);
  const word = text.slice(from, Math.min(to, from + 40));
  if (Object.hasOwn(bools, word)) return { value: bools[word], to, isBool: true };
  if (word === 'float') return readFloatCall(text, from);
  const dot = word.lastIndexOf('.');
  const name = word.slice(dot + 1);
  if (dot >= 0 && !modules.has(word.slice(0, dot))) return null;
  return Object.hasOwn(values, name) ? { value: values[name], to, isBool: false } : null;
}

function readFloatCall(text: string, from: number): SpecialValue | null {
  const call = /^float\(\s*(["'])\s*([+-]?)(nan|inf|infinity)\s*\1\s*\)/i.exec(text.slice(from, from + 40));
  if (!call) return null;
  const size = values[call[3].toLowerCase()];
  return { value: call[2] === '-' ? -size : size, to: from + call[0].length, isBool: false };
}
