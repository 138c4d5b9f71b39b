import type { TextRange } from '../../textRange';
import { NumberScanner } from '../characters/numberScanner';
import { readSpecialValue } from '../characters/specialValues';

/** What stands between the cells of a line; `' '` is a run of blanks. */
export type Separator = '&' | '|' | '\t' | ',' | ' ';

/** The cells of a line, without the blanks around them, and between commas and tabs without double quotes. */
export function cellsOf(text: string, line: TextRange, separator: Separator): TextRange[] {
  const cells: TextRange[] = [];
  const isQuotable = separator === ',' || separator === '\t';
  let from = line.from;
  for (let at = line.from; at <= line.to; at++) {
    if (isQuotable && at === from && text[at] === '"') {
      const end = endOfQuoted(text, at, line.to);
      if (end < line.to && text[end] !== separator) continue;
      cells.push({ from: at + 1, to: end - 1 });
      at = end;
      from = end + 1;
      continue;
    }
    if (at < line.to && text[at] !== separator) continue;
    if (separator !== ' ' || at > from) cells.push(trimmed(text, from, at));
    from = at + 1;
  }
  return cells;
}

/** The offset behind the quote that ends a quoted cell, where a doubled one is a part of it; `open` without an end. */
function endOfQuoted(text: string, open: number, to: number): number {
  for (let at = open + 1; at < to; at++) {
    if (text[at] !== '"') continue;
    if (at + 1 >= to || text[at + 1] !== '"') return at + 1;
    at++;
  }
  return open;
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (from < to && ' \t'.includes(text[from])) from++;
  while (to > from && ' \t'.includes(text[to - 1])) to--;
  return { from, to };
}

/** Reads the number that a whole cell is, multiplied by ten to the power of `scale`, and keeps its precision. */
export class CellReader {
  value = 0;
  isFloat = false;
  mantissaDecimals = 0;
  hasFloats = false;
  /** Every finite number so far has an exponent. */
  isScientific = true;
  /** The largest number of decimal places by `scale`. */
  private readonly places = new Map<number, number>();
  private readonly scanner: NumberScanner;

  constructor(private readonly text: string) {
    this.scanner = new NumberScanner(text);
  }

  /** One that has read what these have, of which there is at least one. */
  static joined(readers: readonly CellReader[]): CellReader {
    const joined = new CellReader(readers[0].text);
    for (const reader of readers) {
      for (const [scale, decimals] of reader.places) joined.count(scale, decimals);
      joined.hasFloats ||= reader.hasFloats;
      joined.isScientific &&= reader.isScientific;
      joined.mantissaDecimals = Math.max(joined.mantissaDecimals, reader.mantissaDecimals);
    }
    return joined;
  }

  /**
   * The decimal places that every number so far was rounded to, negative where a factor makes the last printed digit
   * stand for tens or more. Numbers under a coarser factor count for all.
   */
  get decimals(): number {
    return this.places.size > 0 ? Math.min(...this.places.values()) : 0;
  }

  /** False when the cell is anything but one number. */
  read({ from, to }: TextRange, scale = 0): boolean {
    const { scanner, text } = this;
    if (scanner.scan(from) && scanner.to === to) {
      this.value = scanner.value;
      if (scale !== 0) {
        this.value = scanner.hasExponent
          ? scanner.value * 10 ** scale
          : Number(`${text.slice(from, to)}e${scale}`);
      }
      this.isFloat = scanner.isFloat;
      const decimals = scanner.decimals - scale;
      this.count(scale, decimals);
      this.mantissaDecimals = Math.max(this.mantissaDecimals, scanner.mantissaDecimals);
      this.isScientific &&= scanner.hasExponent;
    } else {
      const sign = text[from] === '-' || text[from] === '+' ? 1 : 0;
      const special = readSpecialValue(text, from + sign);
      if (!special || special.isBool || special.to !== to) return false;
      this.value = text[from] === '-' ? -special.value : special.value;
      this.isFloat = true;
    }
    this.hasFloats ||= this.isFloat;
    return true;
  }

  private count(scale: number, decimals: number): void {
    this.places.set(scale, Math.max(this.places.get(scale) ?? decimals, decimals));
  }
}
