import { describe, expect, test } from 'vitest';
import { markdownProgram, pythonFenceAt } from '../../../../src/core/program/markdownProgram';
import { partRangeOf } from '../../../../src/core/program/program';

/** Lines of code of the program of a Markdown text. */
function codeOf(...lines: readonly string[]): readonly string[] {
  const { text } = markdownProgram(lines.join('\n'));
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Where a word of the program stands in the Markdown text. */
function placeOf(markdown: string, word: string): string {
  const program = markdownProgram(markdown);
  const from = program.text.indexOf(word);
  const place = partRangeOf(program, { from, to: from + word.length });
  return place ? markdown.slice(place.from, place.to) : 'nowhere';
}

test('all but Python fences is blanked out, and offsets stay', () => {
  const markdown = '# T\r\n```python\r\nx = 1\r\n```\r\nend';
  const { text } = markdownProgram(markdown);
  expect(text).toBe('   \r\n         \r\nx = 1\r\n   \r\n   ');
  expect(text.indexOf('x = 1')).toBe(markdown.indexOf('x = 1'));
});

describe('a fence is Python when it begins with', () => {
  test.each([
    ['```python', true],
    ['```py', true],
    ['```Python title="x.py"', true],
    ['~~~python3', true],
    ['``` python', true],
    ['```{python}', true],
    ['```{.python .numberLines}', true],
    ['```{code-cell} ipython3', true],
    ['````python', true],
    ['```', false],
    ['```js', false],
    ['```pytb', false],
    ['```c++ python', false],
    ['``python', false],
    ['text ```python', false],
  ])('%s: %s', (start, isPython) => {
    const end = start.replace(/[^`~].*/, '');
    expect(codeOf(start, 'x = 1', end)).toEqual(isPython ? ['x = 1'] : []);
  });
});

test('a fence that is not closed reaches to the end', () => {
  expect(codeOf('```python', 'x = 1', 'y = 2')).toEqual(['x = 1', 'y = 2']);
});

test('a fence is closed by no shorter and no other mark', () => {
  expect(codeOf('````python', 'x = 1', '```', '~~~~', 'y = 2', '`````', 'z = 3')).toEqual([
    'x = 1',
    '```',
    '~~~~',
    'y = 2',
  ]);
});

test('inline code on a line of its own opens no fence', () => {
  expect(codeOf('```python x``` is inline', 'x = 1')).toEqual([]);
});

describe('an indented fence', () => {
  const markdown = '1. List\n\n   ```py\n   def f():\n       return 1\n   ```\n';

  test('loses its indent', () => {
    expect(codeOf(...markdown.split('\n'))).toEqual(['def f():', '    return 1']);
  });

  test('keeps its places', () => {
    expect(placeOf(markdown, 'return 1')).toBe('return 1');
    expect(placeOf(markdown, 'def f():\n    return')).toBe('def f():\n       return');
  });
});

test('a quoted fence loses its mark', () => {
  const markdown = '> ```py\n> x = 1\n>\n> y = 2\n> ```\nz';
  expect(codeOf(...markdown.split('\n')).map((line) => line.trim())).toEqual(['x = 1', 'y = 2']);
  expect(placeOf(markdown, 'y = 2')).toBe('y = 2');
});

test('a quoted fence ends with the quote', () => {
  expect(codeOf('> ```py', '> x = 1', 'y = 2')).toEqual(['x = 1']);
});

test('of a session only what follows the prompts is code', () => {
  const lines = [
    '```pycon',
    '>>> for x in y:',
    '...     print(x)',
    '...',
    '1',
    '>>> z',
    'tensor([1.])',
    '```',
  ];
  expect(codeOf(...lines)).toEqual(['for x in y:', '    print(x)', 'z']);
  expect(placeOf(lines.join('\n'), 'print(x)')).toBe('print(x)');
});

test('a text without fences has no code', () => {
  expect(codeOf('import torch', 'x = 1')).toEqual([]);
});

describe('the fence at the cursor', () => {
  /** The text of the fence at the `|` in a Markdown text. */
  function fenceAt(...lines: readonly string[]): string | null {
    const marked = lines.join('\n');
    const text = marked.replace('|', '');
    const range = pythonFenceAt(text, marked.indexOf('|'));
    return range && text.slice(range.from, range.to);
  }

  test('is that around it', () => {
    expect(fenceAt('```python', 'x = 1', '```', '```py', 'y| = 2', 'z = 3', '```')).toBe('y = 2\nz = 3');
  });

  test('counts with its marks', () => {
    expect(fenceAt('``|`python', 'x = 1', '```')).toBe('x = 1');
    expect(fenceAt('```python', 'x = 1', '```|')).toBe('x = 1');
  });

  test('reaches to the end when it is never closed', () => {
    expect(fenceAt('```python', 'x = 1', 'y = 2|')).toBe('x = 1\ny = 2');
  });

  test('is none between fences, in one of another language, and in an empty one', () => {
    expect(fenceAt('```python', 'x = 1', '```', '|', '```python', 'y = 2', '```')).toBeNull();
    expect(fenceAt('```json', '[1|]', '```')).toBeNull();
    expect(fenceAt('```python', '|```')).toBeNull();
  });
});
