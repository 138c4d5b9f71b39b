import type { Problem } from '../problem';
import type { TextRange } from '../textRange';
import { maxDepth } from './levels';
import { quoted } from './tokens';

/** A bracket at `opener` that nothing closes. */
export function unclosedBracket(text: string, opener: number): Problem {
  const bracket = text[opener] === '[' ? ']' : ')';
  const message = `expected a closing ${bracket}, got none for this bracket`;
  return { code: 'unclosed', message, from: opener, to: opener + 1 };
}

/** A bracket at `at` that is one too many inside of others. */
export function tooDeep(at: number): Problem {
  const message = `expected at most ${maxDepth} nested brackets, got more`;
  return { code: 'too-deep', message, from: at, to: at + 1 };
}

/** A word, a string or a number with a mistake where a number belongs. */
export function notANumber(text: string, { from, to }: TextRange, expected = 'a number'): Problem {
  if (/^[-+]?[\d.][\d.eE+-]*j$/.test(text.slice(from, to))) {
    const message = `expected a real number, got the complex ${quoted(text, from, to)}: take x.real or x.abs() of it`;
    return { code: 'not-a-number', message, from, to };
  }
  return { code: 'not-a-number', message: `expected ${expected}, got ${quoted(text, from, to)}`, from, to };
}

/** A comma at `at` with no value before it. */
export function strayComma(at: number): Problem {
  return { code: 'not-a-number', message: 'expected a number before this comma', from: at, to: at + 1 };
}

/** A value from `from` to `to` that stands beside another without a comma, where others have one. */
export function missingComma(text: string, { from, to }: TextRange): Problem {
  const message = `expected commas between all values, got ${quoted(text, from, to)} without one`;
  return { code: 'not-a-number', message, from, to };
}
