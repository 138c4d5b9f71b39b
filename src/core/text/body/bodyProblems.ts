import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import { quoted } from '../characters/tokens';
import { maxDepth } from './levels';

/** A bracket at `opener` that nothing closes. */
export function unclosedBracket(text: string, opener: number): Problem {
  const bracket = text[opener] === '[' ? ']' : ')';
  const message = l10n.t('expected a closing {0}, got none for this bracket', bracket);
  return { code: 'unclosed', message, from: opener, to: opener + 1 };
}

/** A bracket at `at` that is one too many inside of others. */
export function tooDeep(at: number): Problem {
  const message = l10n.t('expected at most {0} nested brackets, got more', maxDepth);
  return { code: 'too-deep', message, from: at, to: at + 1 };
}

/** A word, a string or a number with a mistake where a number belongs, or a comma may stand. */
export function notANumber(text: string, { from, to }: TextRange, orComma = false): Problem {
  if (/^[-+]?[\d.][\d.eE+-]*j$/.test(text.slice(from, to))) {
    const message = l10n.t(
      'expected a real number, got the complex {0}: take x.real or x.abs() of it',
      quoted(text, from, to),
    );
    return { code: 'not-a-number', message, from, to };
  }
  const got = quoted(text, from, to);
  const message = orComma
    ? l10n.t('expected a number or a comma, got {0}', got)
    : l10n.t('expected a number, got {0}', got);
  return { code: 'not-a-number', message, from, to };
}

/** A comma at `at` with no value before it. */
export function strayComma(at: number): Problem {
  return {
    code: 'not-a-number',
    message: l10n.t('expected a number before this comma'),
    from: at,
    to: at + 1,
  };
}

/** A value from `from` to `to` that stands beside another without a comma, where others have one. */
export function missingComma(text: string, { from, to }: TextRange): Problem {
  const message = l10n.t('expected commas between all values, got {0} without one', quoted(text, from, to));
  return { code: 'not-a-number', message, from, to };
}
