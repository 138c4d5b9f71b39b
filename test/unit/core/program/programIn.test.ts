import { expect, test } from 'vitest';
import { partRangeOf } from '../../../../src/core/program/program';
import { programIn } from '../../../../src/core/program/programIn';

/** Lines of code of the program in a text. */
function codeOf(text: string): readonly string[] {
  return programIn(text)
    .text.split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

test.each([
  ['code', 'x = 1\nif x:\n    y = 2', ['x = 1', 'if x:', '    y = 2']],
  [
    'a session',
    '>>> x = 1\n>>> x\n1\n>>> for i in x:\n...     y\n...\n2',
    ['x = 1', 'x', 'for i in x:', '    y'],
  ],
  [
    'a session of IPython',
    'In [9]: x = 1\n\nIn [10]: for i in x:\n    ...:     y\n    ...: \nOut[10]: 3\n',
    ['x = 1', 'for i in x:', '    y'],
  ],
  ['a print with an ellipsis', '>>> x\n[1,\n ... 2]', ['x']],
  ['a fence', 'say\n```python\nx = 1\n```\nend', ['x = 1']],
  ['a fence without a language', '```\nx = 1\n```', ['x = 1']],
  ['a fence of another language', '```js\nx = 1\n```', []],
  ['a text that starts in a fence', 'x = 1\n```\nwords\n', ['x = 1']],
  ['a text that ends in a fence', 'words\n```py\nx = 1\n', ['x = 1']],
  ['a session in a quoted fence', '> ```\n> >>> x = 1\n> 1\n> ```', ['x = 1']],
  ['a cell with commands', '%matplotlib inline\n!pip install torch\nx = 1', ['x = 1']],
])('%s', (_, text, expected) => {
  expect(codeOf(text)).toEqual(expected);
});

test('a place in the program leads to its place in the text', () => {
  const text = 'In [10]: y = 2\n2\nIn [11]: z = 3';
  const program = programIn(text);
  const from = program.text.indexOf('z');
  const place = partRangeOf(program, { from, to: from + 5 });
  expect(place && text.slice(place.from, place.to)).toBe('z = 3');
});
