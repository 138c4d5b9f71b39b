import { describe, expect, it } from 'vitest';
import { NumberScanner } from '../../../../../src/core/text/characters/numberScanner';
import { seededRandom } from '../seededRandom';
import { randomDecimal } from './randomDecimal';

function scan(text: string, from = 0) {
  const numbers = new NumberScanner(text);
  return numbers.scan(from) ? numbers : null;
}

describe('NumberScanner', () => {
  it.each<[string, number, boolean, number]>([
    ['0', 0, false, 0],
    ['-0', -0, false, 0],
    ['-0.', -0, true, 0],
    ['+3', 3, false, 0],
    ['1.', 1, true, 0],
    ['.5', 0.5, true, 1],
    ['-.25', -0.25, true, 2],
    ['1e3', 1000, true, 0],
    ['1.5e-3', 0.0015, true, 4],
    ['1.0000e-08', 1e-8, true, 12],
    ['1.25E+1', 12.5, true, 1],
    ['1_000', 1000, false, 0],
    ['1_000.000_1', 1000.0001, true, 4],
    ['9007199254740993', 9007199254740992, false, 0],
    ['1e400', Number.POSITIVE_INFINITY, true, 0],
    ['5e-324', 5e-324, true, 324],
    ['0.30000000000000004', 0.30000000000000004, true, 17],
    ['1234567890.1234567', 1234567890.1234567, true, 7],
    ['12345678901.5', 12345678901.5, true, 1],
    ['0.1234567890123456789', 0.12345678901234568, true, 19],
    ['1.2345678901234567e-12', 1.2345678901234567e-12, true, 28],
    ['000.5', 0.5, true, 1],
    ['0.000', 0, true, 3],
    ['1_0.2_5e-1', 1.025, true, 3],
  ])('reads %s to its end', (text, value, isFloat, decimals) => {
    const numbers = scan(text);
    expect(numbers).toMatchObject({ value, isFloat, decimals, to: text.length });
    expect(Object.is(numbers?.value, value)).toBe(true);
  });

  it.each([['abc'], ['.'], ['-'], ['e5'], ['_1'], ['']])('finds no number in "%s"', (text) => {
    expect(scan(text)).toBeNull();
  });

  it.each([
    ['1e', 1],
    ['1e+', 1],
    ['1_', 1],
    ['1__0', 1],
    ['1.2.3', 3],
    ['9.0-1', 3],
    ['12abc', 2],
  ])('stops in %s where the number ends', (text, to) => {
    expect(scan(text)?.to).toBe(to);
  });

  it('gives bit for bit what Number gives, for 200,000 random decimal strings', () => {
    const random = seededRandom(20_240_601);
    for (let i = 0; i < 200_000; i++) {
      const text = randomDecimal(random);
      const numbers = scan(text);
      if (!Object.is(numbers?.value, Number(text)) || numbers?.to !== text.length) {
        expect.fail(`${text}: got ${numbers?.value} up to ${numbers?.to}, expected ${Number(text)}`);
      }
    }
  });
});
