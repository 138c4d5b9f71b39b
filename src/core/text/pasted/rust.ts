import type { DType } from '../../tensor/dtype';
import { blanks, type Dialect, type Translation } from './dialect';
import { outerSpans } from './outerSpans';

const suffixes: Readonly<Record<string, DType>> = {
  f32: 'float32',
  f64: 'float64',
  i64: 'int64',
  i32: 'int32',
  u8: 'uint8',
};

/** Rust: `vec![…]`, `array![[…]]`, `arr2(&[[…]])`, numbers with a suffix. Its floats are f64 unless they say else. */
export const rust: Dialect = {
  translate(text) {
    const found: Translation[] = [];
    const ends = new Map(outerSpans(text, '[', ']', null).map(({ from, to }) => [from, to]));
    for (const match of text.matchAll(/(?:\b(?:vec|array)!(?=\s*\[)|\barr[12]\((?=\s*&))/g)) {
      const from = match.index;
      if (from < (found.at(-1)?.to ?? 0)) continue;
      const open = text.indexOf('[', from);
      if (open < 0) break;
      const to = ends.get(open);
      if (to === undefined) continue;
      const inside = text.slice(open, to);
      const suffix = /\d_?(f32|f64|i64|i32|u8)\b/.exec(inside)?.[1];
      const isFloat = /[.e]/.test(inside.replace(/vec!/g, ''));
      found.push({
        from,
        to,
        text: blanks(text.slice(from, open)) + translated(inside),
        dtype: suffix ? suffixes[suffix] : isFloat ? 'float64' : null,
      });
    }
    return found;
  },
};

function translated(inside: string): string {
  return inside
    .replace(/vec!|array!|&/g, blanks)
    .replace(
      /(\d)(_?(?:f32|f64|i64|i32|u8))\b/g,
      (_, digit: string, suffix: string) => digit + blanks(suffix),
    );
}
