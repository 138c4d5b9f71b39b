import type { DType } from '../../tensor/dtype';
import { blanks, type Dialect, type Translation } from './dialect';
import { outerSpans } from './outerSpans';

/** Longest stretch in front of a brace that is looked at for its type. */
const maxPrefix = 80;

const types: readonly (readonly [RegExp, DType])[] = [
  [/\b(?:float32|float|Float|single|Single)\b/, 'float32'],
  [/\b(?:float64|double|Double|decimal)\b/, 'float64'],
  [/\b(?:int64|long|Long|int64_t|size_t)\b/, 'int64'],
  [/\b(?:int32|int|Integer|int32_t)\b/, 'int32'],
  [/\bbool(?:ean)?\b/, 'bool'],
];

/** What may stand between the braces of an array of numbers. */
const content = /[\s\d.,{}+\-eEfFlLuUdD*^]/;

/**
 * Braces of C, C++, Java, C#, Go and Mathematica: `{{1.f, 2.f}, {3.f, 4.f}}`, `new double[][] {…}`,
 * `[][]float64{{…}}`, `{1.*^-3}`. The type in front decides, else floats are doubles, as everywhere there.
 */
export const braces: Dialect = {
  translate(text) {
    const found: Translation[] = [];
    for (const { from: at, to } of outerSpans(text, '{', '}', content)) {
      if (!/\d/.test(text.slice(at, to))) continue;
      const prefix = typePrefix(text, at);
      const inside = text.slice(at, to);
      if (prefix.dtype === null && !prefix.isCall && !inside.includes('{', 1) && !isAll(text, at, to))
        continue;
      found.push({
        from: prefix.from,
        to,
        text: withoutSizes(text.slice(prefix.from, at)) + translated(inside),
        dtype: prefix.isCall ? null : (prefix.dtype ?? dtypeOfNumbers(inside)),
      });
    }
    return found;
  },
};

/** A single pair of braces without a type may be a set of Python; when it is all of the text it is meant. */
function isAll(text: string, from: number, to: number): boolean {
  return /^[\s;]*$/.test(text.slice(to)) && /^[\s\w=]*$/.test(text.slice(0, from));
}

/** Only the `=` of a declaration is left of what stands in front. */
function withoutSizes(prefix: string): string {
  return prefix.replace(/[^=\n]/g, ' ');
}

/** `1.5f` is a float; anything else with a point is a double. */
function dtypeOfNumbers(inside: string): DType | null {
  if (/[\d.][fF]/.test(inside)) return 'float32';
  return /[.eE^]/.test(inside) ? 'float64' : null;
}

/** Suffixes become blanks, and `1.*^-3` becomes `1.0e-3`. */
function translated(inside: string): string {
  return inside
    .replaceAll('{', '[')
    .replaceAll('}', ']')
    .replace(/(\d)\.\*\^/g, '$1.0e')
    .replace(/(\d)\*\^(-?\d+)/g, '$1e$2 ')
    .replace(
      /([\d.])([fFlLuUdD]+)(?=[\s,\]])/g,
      (_, digit: string, suffix: string) => digit + blanks(suffix),
    );
}

/** `new float[][]` and `[][]float64` stand directly in front; a declaration only says the type. */
function typePrefix(text: string, at: number): { from: number; dtype: DType | null; isCall: boolean } {
  const near = text.slice(Math.max(0, at - maxPrefix), at);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const start = at - before.length;
  const dtype = types.find(([pattern]) => pattern.test(before))?.[1] ?? null;
  // A type that is called, the sizes of a declaration, and a name that the brace stands directly behind.
  const made =
    /(?:new\s+\w+(?:\[[\d,]*\])+|(?:\[\d*\])+\w+|torch::tensor\()\s*$|(?:\[\d*\])+\s*=\s*$|\b\w+$/.exec(
      before,
    );
  const isCall = made?.[0].startsWith('torch') ?? false;
  return { from: made && !isCall ? start + made.index : at, dtype, isCall };
}
