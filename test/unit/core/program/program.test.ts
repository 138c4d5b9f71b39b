import { describe, expect, test } from 'vitest';
import {
  type Program,
  partRangeOf,
  plainProgram,
  programRangeOf,
} from '../../../../src/core/program/program';

const two: Program = {
  text: 'abc\ndef\n',
  parts: ['abc', '> def'],
  stretches: [
    { from: 0, to: 3, part: 0, offset: 0, lead: '' },
    { from: 4, to: 7, part: 1, offset: 2, lead: '> ' },
  ],
};

test('a range of a plain program is the same range of its only part', () => {
  expect(partRangeOf(plainProgram('abc'), { from: 1, to: 3 })).toEqual({ part: 0, from: 1, to: 3, lead: '' });
});

describe('a range of a program of two parts', () => {
  test.each([
    [
      { from: 0, to: 3 },
      { part: 0, from: 0, to: 3, lead: '' },
    ],
    [
      { from: 4, to: 7 },
      { part: 1, from: 2, to: 5, lead: '> ' },
    ],
    [
      { from: 5, to: 5 },
      { part: 1, from: 3, to: 3, lead: '> ' },
    ],
    [
      { from: 3, to: 3 },
      { part: 0, from: 3, to: 3, lead: '' },
    ],
    [
      { from: 7, to: 7 },
      { part: 1, from: 5, to: 5, lead: '> ' },
    ],
    [{ from: 2, to: 5 }, null],
    [{ from: 8, to: 8 }, null],
  ])('%j is %j', (range, expected) => {
    expect(partRangeOf(two, range)).toEqual(expected);
  });
});

test('an empty text has its only position', () => {
  expect(partRangeOf(plainProgram(''), { from: 0, to: 0 })).toEqual({ part: 0, from: 0, to: 0, lead: '' });
});

describe('a range of a part, in the text of the program', () => {
  test.each([
    ['a whole part', 0, { from: 0, to: 3 }, { from: 0, to: 3 }],
    ['the end of a part', 1, { from: 3, to: 5 }, { from: 5, to: 7 }],
    ['more than the program has of the part', 1, { from: 0, to: 5 }, { from: 4, to: 7 }],
    ['what the program has nothing of', 1, { from: 0, to: 2 }, null],
    ['a part that is not there', 2, { from: 0, to: 2 }, null],
  ])('%s', (_name, part, range, expected) => {
    expect(programRangeOf(two, part, range)).toEqual(expected);
  });
});
