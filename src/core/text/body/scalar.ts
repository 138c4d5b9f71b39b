import { isWordCode } from '../characters/characters';
import { NumberScanner } from '../characters/numberScanner';
import { readSpecialValue } from '../characters/specialValues';
import type { ArrayBody } from './bodyResult';

/** The single number at `from` as a 0-d array, or null when something else stands there. */
export function readScalar(text: string, from: number): ArrayBody | null {
  const sign = text[from] === '-' || text[from] === '+' ? 1 : 0;
  if (isWordCode(text.charCodeAt(from + sign)) && !/\d/.test(text[from + sign])) {
    const special = readSpecialValue(text, from + sign);
    if (special === null) return null;
    const value = text[from] === '-' ? -special.value : special.value;
    return scalarBody(from, special.to, value, {
      isFloat: !special.isBool,
      isBool: special.isBool,
      decimals: 0,
    });
  }
  const numbers = new NumberScanner(text);
  if (!numbers.scan(from)) return null;
  const { to, value, isFloat, decimals } = numbers;
  if (isWordCode(text.charCodeAt(to)) || text[to] === '.') return null;
  return scalarBody(from, to, value, { isFloat, isBool: false, decimals });
}

function scalarBody(
  from: number,
  to: number,
  value: number,
  { isFloat, isBool, decimals }: { isFloat: boolean; isBool: boolean; decimals: number },
): ArrayBody {
  return {
    kind: 'array',
    from,
    to,
    data: Float64Array.of(value),
    shape: [],
    hasFloats: isFloat,
    hasInts: !isFloat && !isBool,
    hasBools: isBool,
    decimals: decimals > 0 ? decimals : null,
    scientificDecimals: null,
    isBlankSeparated: false,
  };
}
