import { shortestDigits } from '../../tensor/code/shortestDigits';
import { type DType, isFloatingPoint } from '../../tensor/dtype';
import type { TensorLiteral } from '../literal';
import type { ElementNode } from './elementTree';

/** How the numbers of a literal are written. */
export interface NumberStyle {
  readonly dtype: DType;
  /** `1.`, as PyTorch and NumPy print whole floats. */
  readonly hasBarePoint: boolean;
  /** The words for nan and inf; null where the language has none. */
  readonly special: { readonly nan: string; readonly inf: string } | null;
  readonly bools: readonly [string, string];
}

/** What stands in a text as special number, and the words that go with it. */
const specialWords: readonly (readonly [RegExp, { readonly nan: string; readonly inf: string }])[] = [
  [/float\(\s*"/, { nan: 'float("nan")', inf: 'float("inf")' }],
  [/float\(/, { nan: "float('nan')", inf: "float('inf')" }],
  [/Infinity|NaN/, { nan: 'NaN', inf: 'Infinity' }],
  [/\bInf\b/, { nan: 'nan', inf: 'Inf' }],
];

/** Modules that have `nan` and `inf`. */
const moduleWord = /\b(math|np|numpy|torch|jnp|jax\.numpy)\.(?:nan|inf)\b/;

/** The style of a literal's numbers; `languageId` is VS Code's id of the document. */
export function styleOf(
  text: string,
  numbers: readonly ElementNode[],
  literal: TensorLiteral,
  dtype: DType,
  languageId: string,
): NumberStyle {
  const written = numbers
    .filter(({ value }) => !Number.isFinite(value))
    .map(({ from, to }) => text.slice(from, to));
  const isLower = numbers.some(({ from }) => /^(?:true|false)/.test(text.slice(from, from + 5)));
  const isScript = /^(?:java|type)script|^json/.test(languageId);
  return {
    dtype,
    hasBarePoint: numbers.some(({ from, to }) => /^[-+]?\d+\.$/.test(text.slice(from, to))),
    special: written.length > 0 ? wordsLike(written[0]) : wordsFor(literal, languageId),
    bools: isLower || isScript ? ['false', 'true'] : ['False', 'True'],
  };
}

function wordsLike(word: string): NumberStyle['special'] {
  const module = moduleWord.exec(word)?.[1];
  if (module) return { nan: `${module}.nan`, inf: `${module}.inf` };
  const known = specialWords.find(([pattern]) => pattern.test(word));
  return known?.[1] ?? { nan: 'nan', inf: 'inf' };
}

function wordsFor({ form, callee }: TensorLiteral, languageId: string): NumberStyle['special'] {
  if (form === 'printed') return { nan: 'nan', inf: 'inf' };
  if (languageId.startsWith('json')) return null;
  if (/^(?:java|type)script/.test(languageId) || /Array$/.test(callee ?? '')) {
    return { nan: 'NaN', inf: 'Infinity' };
  }
  const module = /^(np|numpy|jnp)\./.exec(callee ?? '')?.[1];
  return module
    ? { nan: `${module}.nan`, inf: `${module}.inf` }
    : { nan: "float('nan')", inf: "float('inf')" };
}

/**
 * A value with the fewest digits that give it back, in place of `old` (the number written there, '' for a new one).
 * Null when the language has no word for it.
 */
export function numberText(value: number, old: string, style: NumberStyle): string | null {
  const { dtype, special, bools, hasBarePoint } = style;
  if (dtype === 'bool') return bools[value !== 0 ? 1 : 0];
  if (Number.isNaN(value)) return special?.nan ?? null;
  if (!Number.isFinite(value)) return special && (value < 0 ? `-${special.inf}` : special.inf);
  if (!isFloatingPoint(dtype)) return String(value + 0);
  const text = shortestDigits(value, dtype);
  if (!text.endsWith('.0')) return text;
  if (/^[-+]?\d+$/.test(old)) return text.slice(0, -2);
  return hasBarePoint ? text.slice(0, -1) : text;
}
