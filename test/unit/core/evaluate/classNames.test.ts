import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluateParsed, parseText } from '../../../../src/core';

const csv = 'cat,dog,owl,label\n2.0,1.0,0.1,0\n0.5,2.5,0.3,1\n';
const namesIn = (text: string, options: EvaluateOptions = {}) =>
  evaluateParsed(parseText(text, { isPasted: true }), options).classNames;

describe('the classes are called', () => {
  test.each([
    ['CSV with a target column', csv],
    ['quoted CSV', csv.replace('cat,dog', '"cat","dog"')],
    ['TSV', csv.replaceAll(',', '\t')],
    [
      'Markdown',
      '| cat | dog | owl | label |\n|---|---|---|---|\n| 2.0 | 1.0 | 0.1 | 0 |\n| 0.5 | 2.5 | 0.3 | 1 |\n',
    ],
    ['a data frame as pandas prints it', '   cat  dog  owl\n0  2.0  1.0  0.1\n1  0.5  2.5  0.3\n'],
    ['CSV with an index', ',cat,dog,owl\n0,2.0,1.0,0.1\n1,0.5,2.5,0.3\n'],
  ])('by the header of %s', (_, text) => {
    expect(namesIn(text)).toEqual(['cat', 'dog', 'owl']);
  });

  test('by the headers of all blocks of a wrapped frame', () => {
    const text =
      '   cat  dog  \\\n0  2.0  1.0   \n1  0.5  2.5   \n\n   owl  fox  \n0  0.1  1.5  \n1  0.3  2.5  \n';
    expect(namesIn(text)).toEqual(['cat', 'dog', 'owl', 'fox']);
  });

  test.each([
    ['without a header', '2.0,1.0,0.1\n0.5,2.5,0.3\n'],
    ['under counted columns', '     0    1    2\n0  2.0  1.0  0.1\n1  0.5  2.5  0.3\n'],
    ['under a name that two columns have', 'cat,cat,owl\n2.0,1.0,0.1\n0.5,2.5,0.3\n'],
    ['under words between blanks', 'these are logits\n2.0 1.0 0.1\n0.5 2.5 0.3\n'],
    ['in a list', 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]'],
  ])('by no name %s', (_, text) => {
    expect(namesIn(text)).toBeNull();
  });
});

test('names move with the classes that are added and removed', () => {
  const none = new Float64Array(0);
  const edits = (columns: readonly number[]): EvaluateOptions => ({
    edits: { 0: { dims: [null, columns], at: none, values: none } },
  });
  expect(namesIn(csv, edits([0, -1, 2]))).toEqual(['cat', '', 'owl']);
});
