import { describe, expect, test } from 'vitest';
import { blankMagics, notebookProgram } from '../../../../src/core/program/notebookProgram';
import { partRangeOf } from '../../../../src/core/program/program';

test('cells follow each other, each with its own offsets', () => {
  const program = notebookProgram(['a = 1\n', 'b = 2', '']);
  expect(program.text).toBe('a = 1\n\nb = 2\n\n');
  const from = program.text.indexOf('b');
  expect(partRangeOf(program, { from, to: from + 5 })).toEqual({ part: 1, from: 0, to: 5, lead: '' });
  expect(partRangeOf(program, { from: 0, to: from + 1 })).toBe(null);
});

describe('is blanked, length kept', () => {
  test.each([
    '%matplotlib inline',
    '  %time f(x)',
    '!pip install torch',
    '! ls',
    '!!ls',
    '?torch.nn',
    'torch.nn?',
    'torch.nn.NLLLoss??',
    '!pip install \\\n  torch',
    '%%bash\nls -l (',
    '\n%%html\n<p>',
  ])('%j', (cell) => {
    expect(blankMagics(cell)).toBe(cell.replace(/[^\n]/g, ' '));
  });
});

describe('is left as it is', () => {
  test.each(['x = 1', 'x = (a\n  % b)', 'x = (a\n  != b)', '# ?', 'f(x)  # why?', 'x = "!ls"'])(
    '%j',
    (cell) => {
      expect(blankMagics(cell)).toBe(cell);
    },
  );
});

test('behind %%time the cell is Python', () => {
  expect(blankMagics('%%time\nx = 1')).toBe('      \nx = 1');
});

test('a command ends with its line', () => {
  expect(blankMagics('!ls\r\nx = 1\r\n%pwd\r\n')).toBe('   \r\nx = 1\r\n    \r\n');
});
