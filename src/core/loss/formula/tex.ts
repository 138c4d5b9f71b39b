import * as l10n from '../../l10n';
import type { DType } from '../../tensor/dtype';
import { formatNumber } from '../../tensor/format';

/** Terms of a sum or a list that are written out; more would not fit into a panel. */
const maxTerms = 6;

/** A number as `formatNumber` writes it, in TeX: `0.4071`, `2.0612 \times 10^{-9}`, `-\infty`, `\text{nan}`. */
export function texNumber(value: number, dtype: DType): string {
  const text = formatNumber(value, dtype);
  if (text === 'nan') return '\\text{nan}';
  if (text.endsWith('inf')) return text.replace('inf', '\\infty');
  const [mantissa, exponent] = text.split('e');
  return exponent === undefined ? mantissa : `${mantissa} \\times 10^{${Number(exponent)}}`;
}

/** In brackets when a sign or a power of ten would be misread as the start of a factor. */
export function texFactor(value: number, dtype: DType): string {
  const text = texNumber(value, dtype);
  return text.startsWith('-') || text.includes('\\times') ? `(${text})` : text;
}

/** Positions of `count` terms to write out, always with `kept`; null stands for those left out. */
export function elidedPositions(count: number, kept: number): readonly (number | null)[] {
  if (count <= maxTerms) return Array.from({ length: count }, (_, i) => i);
  const shown = new Set([0, 1, 2, count - 1]);
  if (kept >= 0 && kept < count) shown.add(kept);
  const positions: (number | null)[] = [];
  let next = 0;
  for (const position of [...shown].sort((a, b) => a - b)) {
    if (position > next) positions.push(null);
    positions.push(position);
    next = position + 1;
  }
  return positions;
}

/** `a + b + \cdots + c` of the terms at `elidedPositions`; `0` for none. A term with a sign of its own is in brackets. */
export function texSum(count: number, kept: number, term: (position: number) => string): string {
  const terms = elidedPositions(count, kept).map((position) =>
    position === null ? '\\cdots' : term(position),
  );
  return terms.map((text, i) => (i > 0 && text.startsWith('-') ? `(${text})` : text)).join(' + ') || '0';
}

/** `\left(a,\; b,\; \ldots\right)`. */
export function texList(count: number, kept: number, term: (position: number) => string): string {
  const terms = elidedPositions(count, kept).map((position) =>
    position === null ? '\\ldots' : term(position),
  );
  return `\\left(${terms.join(',\\; ')}\\right)`;
}

/** What stands in place of a formula that has no value. */
export function texNoValue(): string {
  return `\\text{${l10n.t('no value')}}`;
}
