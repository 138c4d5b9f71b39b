import { describe, expect, test } from 'vitest';
import {
  parseIgnoreIndex,
  parseLabelSmoothing,
  parseNumbers,
} from '../../../../src/webview/view/parseNumbers';

describe('parseNumbers', () => {
  test.each(['1, 2, 0.5', '[1, 2, 0.5]', ' 1,2,.5, '])('reads %s', (text) => {
    expect(parseNumbers(text, 3)).toEqual({ isGood: true, value: Float64Array.of(1, 2, 0.5) });
  });

  test('says how many values it expected and got', () => {
    expect(parseNumbers('1, 2', 3)).toEqual({ isGood: false, message: 'Expected 3 values, got 2.' });
    expect(parseNumbers('1, 2', 1)).toEqual({ isGood: false, message: 'Expected 1 value, got 2.' });
  });

  test.each(['1, x', '[[1, 2], [3, 4]]', '[1, 2'])('quotes %s, which is no list of numbers', (text) => {
    const read = parseNumbers(text, 2);
    expect(read).toMatchObject({ isGood: false, message: expect.stringContaining(`“${text}”`) });
  });
});

describe('parseIgnoreIndex', () => {
  test.each([
    ['-100', -100],
    [' 0 ', 0],
  ])('takes "%s"', (text, value) => expect(parseIgnoreIndex(text)).toEqual({ isGood: true, value }));

  test.each(['', ' ', '1.5', 'x', 'Infinity'])('refuses "%s"', (text) => {
    expect(parseIgnoreIndex(text)).toMatchObject({
      isGood: false,
      message: expect.stringContaining('whole number'),
    });
  });
});

describe('parseLabelSmoothing', () => {
  test.each(['0', '0.1', '1'])('takes %s', (text) => {
    expect(parseLabelSmoothing(text)).toEqual({ isGood: true, value: Number(text) });
  });

  test.each(['', '-0.1', '1.01', 'nan'])('refuses "%s"', (text) => {
    expect(parseLabelSmoothing(text).isGood).toBe(false);
  });
});
