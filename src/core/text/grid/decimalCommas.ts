import * as l10n from '../../l10n';
import type { Reading, TensorLiteral } from '../literal';

/** A line of numbers with semicolons between them, in which a comma can be the decimal point. */
const row = /^[ \t]*-?\d+(?:,\d+)?(?:[ \t]*;[ \t]*-?\d+(?:,\d+)?)+[ \t]*$/;

/** The text with points for decimal commas and commas for semicolons; null when it is no such text. */
export function withDecimalPoints(text: string, readings: Readonly<Record<number, string>>): string | null {
  if (!text.includes(';') || !/\d,\d/.test(text)) return null;
  const rows = text.split('\n').filter((line) => line.trim() !== '');
  // The first line may be a header.
  const isTable = rows.slice(1).every((line) => row.test(line)) && row.test(rows[rows.length - 1]);
  if (!isTable) return null;
  const isSeparator = Object.values(readings).includes('separator');
  const pointed = isSeparator ? text : text.replace(/(?<=\d),(?=\d)/g, '.');
  return pointed.replaceAll(';', ',');
}

/** The literal with the choice that was made for its commas. */
export function withCommaReading(
  literal: TensorLiteral,
  readings: Readonly<Record<number, string>>,
): TensorLiteral {
  const decimal = { id: 'decimal', label: l10n.t('commas as decimal points') };
  const separator = { id: 'separator', label: l10n.t('commas between numbers') };
  const isSeparator = Object.values(readings).includes('separator');
  const reading: Reading = isSeparator
    ? { taken: separator.label, others: [decimal] }
    : { taken: decimal.label, others: [separator] };
  return { ...literal, reading };
}
