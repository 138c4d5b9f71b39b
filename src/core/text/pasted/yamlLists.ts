import { GrowingFloat64 } from '../characters/growingFloat64';
import { NumberScanner } from '../characters/numberScanner';
import { readSpecialValue } from '../characters/specialValues';
import type { TensorLiteral } from '../literal';
import { pastedLiteral } from './pastedLiteral';

/** Numbers of one line of a list, whether the line starts a new row, and where it stands. */
interface Item {
  readonly from: number;
  readonly to: number;
  readonly values: readonly number[];
  /** `- [1, 2]` and `- - 1` start a row; `  - 2` goes on with it; `- 1` is an element of a vector. */
  readonly kind: 'row' | 'more' | 'element';
}

const line = /^([ \t]*)((?:- )+)(\[[^[\]\n]*\]|[^\s[\]]+)[ \t]*$/;

/** Block lists of YAML: `- 1.0` below each other, `- [1, 2]`, and `- - 1` with `  - 2`. */
export function readYamlLists(text: string): TensorLiteral[] {
  const literals: TensorLiteral[] = [];
  let items: Item[] = [];
  let indent = '';
  let decimals = 0;
  let hasFloats = false;
  const finish = () => {
    const tensor = items.length > 1 ? tensorOf(items, hasFloats) : null;
    if (tensor) {
      const [from, to] = [items[0].from, items[items.length - 1].to];
      const written = decimals > 0 ? decimals : null;
      const literal = pastedLiteral(text, {
        from,
        to,
        tensor,
        decimals: written,
        isDtypeWritten: false,
        reading: null,
      });
      literals.push({ ...literal, name: literal.name ?? labelBefore(text, from) });
    }
    items = [];
    decimals = 0;
    hasFloats = false;
  };
  let at = 0;
  for (const written of text.split('\n')) {
    const match = line.exec(written);
    const values = match ? numbersOf(match[3]) : null;
    const depth = match ? match[2].length / 2 : 0;
    if (!match || !values || depth > 2) finish();
    else {
      const isMore = depth === 1 && items.length > 0 && match[1].length > indent.length;
      if (items.length === 0) indent = match[1];
      else if (!isMore && match[1] !== indent) finish();
      const kind = isMore ? 'more' : depth === 2 || match[3].startsWith('[') ? 'row' : 'element';
      items.push({
        from: at + match[1].length,
        to: at + written.trimEnd().length,
        values: values.list,
        kind,
      });
      decimals = Math.max(decimals, values.decimals);
      hasFloats ||= values.hasFloats;
    }
    at += written.length + 1;
  }
  finish();
  return literals;
}

/** Null for rows of several lengths, and for numbers among rows. */
function tensorOf(items: readonly Item[], hasFloats: boolean): TensorLiteral['tensor'] | null {
  const dtype = hasFloats ? 'float32' : 'int64';
  const data = new GrowingFloat64();
  const lengths: number[] = [];
  for (const { values, kind } of items) {
    for (const value of values) data.push(value);
    if (kind === 'row') lengths.push(values.length);
    else if (kind === 'more' && lengths.length > 0) lengths[lengths.length - 1] += values.length;
  }
  const all = data.finish();
  if (lengths.length === 0) return { data: all, shape: [all.length], dtype };
  const isGrid =
    lengths.every((length) => length === lengths[0]) && items.every(({ kind }) => kind !== 'element');
  return isGrid ? { data: all, shape: [lengths.length, lengths[0]], dtype } : null;
}

function numbersOf(written: string): { list: number[]; decimals: number; hasFloats: boolean } | null {
  const list: number[] = [];
  let decimals = 0;
  let hasFloats = false;
  for (const word of written.replace(/^\[|\]$/g, '').split(',')) {
    const text = word.trim();
    const scanner = new NumberScanner(text);
    if (scanner.scan(0) && scanner.to === text.length) {
      list.push(scanner.value);
      decimals = Math.max(decimals, scanner.decimals);
      hasFloats ||= scanner.isFloat;
      continue;
    }
    const sign = text[0] === '-' ? 1 : 0;
    const special = readSpecialValue(text.replace('.', ''), sign);
    if (!special || special.isBool) return null;
    list.push(sign === 1 ? -special.value : special.value);
    hasFloats = true;
  }
  return { list, decimals, hasFloats };
}

/** `logits:` on the line above. */
function labelBefore(text: string, from: number): string | null {
  const above = text.slice(Math.max(0, from - 100), from).trimEnd();
  return /(?:^|\n)[ \t-]*([\p{L}_][\p{L}\p{N}_]*):$/u.exec(above)?.[1] ?? null;
}
