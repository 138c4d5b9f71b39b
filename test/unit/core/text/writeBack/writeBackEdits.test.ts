import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { roundToDType } from '../../../../../src/core/tensor/roundToDType';
import { numelOf } from '../../../../../src/core/tensor/shape';
import {
  applyEdit,
  noEdit,
  type TensorEdit,
  viewEdited,
  withInserted,
  withRemoved,
  withValues,
} from '../../../../../src/core/tensor/tensorEdit';
import type { TensorLiteral } from '../../../../../src/core/text/literal';
import { readTensors } from '../../../../../src/core/text/readTensors';
import type { TextEdit } from '../../../../../src/core/text/writeBack/elementEdits';
import { applyTextEdits, writeBackEdits } from '../../../../../src/core/text/writeBack/writeBackEdits';
import { seededRandom } from '../seededRandom';

const offset = 1000;

function isEdits(result: ReturnType<typeof writeBackEdits>): result is readonly TextEdit[] {
  return Array.isArray(result);
}

function moved(literal: TensorLiteral): TensorLiteral {
  const { from, to, body } = literal;
  return {
    ...literal,
    from: from + offset,
    to: to + offset,
    body: { from: body.from + offset, to: body.to + offset },
  };
}

function editsOf(text: string, edit: TensorEdit, languageId = 'python', isPasted = false) {
  const [literal] = readTensors(text, { languageId, isPasted }).literals;
  return writeBackEdits(text, offset, moved(literal), edit, {
    languageId,
    isPasted,
    readAgain: (again) => readTensors(again, { languageId, isPasted }).literals.map(moved),
  });
}

/** The changed text, or the code of the refusal. */
function written(text: string, edit: TensorEdit, languageId?: string, isPasted?: boolean): string {
  const result = editsOf(text, edit, languageId, isPasted);
  if (!isEdits(result)) return result.code;
  const local = result.map(({ from, to, text }) => ({ from: from - offset, to: to - offset, text }));
  return applyTextEdits(text, local);
}

const set = (at: readonly number[], values: readonly number[]) => withValues(noEdit, at, values);

describe('values written back', () => {
  test.each([
    ['[[1.5, -2], [0.25, 3]]', [1], [4], '[[1.5, 4], [0.25, 3]]'],
    ['[[1.5, -2], [0.25, 3]]', [0], [4], '[[4.0, -2], [0.25, 3]]'],
    ['x = torch.tensor([1., 2.])  # two', [1], [5], 'x = torch.tensor([1., 5.])  # two'],
    ['torch.tensor([0, 2])', [0], [1], 'torch.tensor([1, 2])'],
    ['torch.tensor([0, 2])', [0], [0.5], 'torch.tensor([0.5, 2])'],
    ['torch.tensor([0.5])', [0], [Number.POSITIVE_INFINITY], "torch.tensor([float('inf')])"],
    ['torch.tensor([0.5, -math.inf])', [0], [Number.NaN], 'torch.tensor([math.nan, -math.inf])'],
    ['np.array([0.5])', [0], [Number.NEGATIVE_INFINITY], 'np.array([-np.inf])'],
    ['tensor([[ 1.5410, -0.2934]])', [0], [Number.NaN], 'tensor([[ nan, -0.2934]])'],
    ['[[ 1.5  -0.25]\n [ 0.5   2.  ]]', [2], [-7], '[[ 1.5  -0.25]\n [ -7.   2.  ]]'],
    ['torch.tensor([True, False])', [1], [1], 'torch.tensor([True, True])'],
    ['torch.tensor(0.5)', [0], [0.1 + 0.2], 'torch.tensor(0.30000000000000004)'],
    ['torch.tensor([0.5, 1.0])', [0], [Math.fround(0.1)], 'torch.tensor([0.1, 1.0])'],
    ['torch.tensor([0.5, 1.0])', [0], [-0], 'torch.tensor([-0.0, 1.0])'],
    ['torch.tensor([1_000.5, 2e-3])', [1], [1e-12], 'torch.tensor([1_000.5, 1e-12])'],
    ['[[1.0, # one\n  2.0], [3.0, 4.0]] # 5', [1], [9], '[[1.0, # one\n  9.0], [3.0, 4.0]] # 5'],
  ])('in %j at %j: %j', (text, at, values, expected) => {
    expect(written(text, set(at, values))).toBe(expected);
  });

  test.each([
    ['json', '{"logits": [[1.5, 2]]}', '{"logits": [[1.5, 0.5]]}'],
    ['javascript', 'const x = new Float32Array([1.5, 2]);', 'const x = new Float32Array([1.5, 0.5]);'],
    ['plaintext', '1.5, 2\n3, 4', '1.5, 0.5\n3, 4'],
    ['cpp', 'float x[2][2] = {{1.f, 2.f}, {3.f, 4.f}};', 'float x[2][2] = {{1.f, 0.5f}, {3.f, 4.f}};'],
    ['matlab', 'x = [1.5 2; 3 4]', 'x = [1.5 0.5; 3 4]'],
    ['plaintext', '[[１.5, −2.0]]', '[[１.5, 0.5]]'],
  ])('in %s', (languageId, text, expected) => {
    expect(written(text, set([1], [0.5]), languageId, true)).toBe(expected);
  });

  it('uses the words of the language for nan and inf', () => {
    expect(written('let x = [1.5, 2]', set([0], [Number.NEGATIVE_INFINITY]), 'javascript')).toBe(
      'let x = [-Infinity, 2]',
    );
    expect(written('[1.5, NaN]', set([0], [Number.POSITIVE_INFINITY]), 'json')).toBe('[Infinity, NaN]');
  });
});

describe('rows and classes written back', () => {
  const table =
    'x = torch.tensor([\n    [1.0, 2.0],  # cat\n    # the dog\n    [3.0, 4.0],  # dog\n])  # end';
  const shape = [2, 2];
  test.each([
    [
      'the first row taken out',
      withRemoved(shape, noEdit, 0, 0),
      'x = torch.tensor([\n    # the dog\n    [3.0, 4.0],  # dog\n])  # end',
    ],
    [
      'the last row taken out',
      withRemoved(shape, noEdit, 0, 1),
      'x = torch.tensor([\n    [1.0, 2.0],  # cat\n    # the dog\n])  # end',
    ],
    [
      'a class taken out',
      withRemoved(shape, noEdit, 1, 1),
      'x = torch.tensor([\n    [1.0],  # cat\n    # the dog\n    [3.0],  # dog\n])  # end',
    ],
    [
      'a row at the end',
      withValues(withInserted(shape, noEdit, 0, 2), [4], [7]),
      'x = torch.tensor([\n    [1.0, 2.0],  # cat\n    # the dog\n    [3.0, 4.0],  # dog\n    [7.0, 0.0],\n])  # end',
    ],
    [
      'a row between',
      withInserted(shape, noEdit, 0, 1),
      'x = torch.tensor([\n    [1.0, 2.0],  # cat\n    [0.0, 0.0],\n    # the dog\n    [3.0, 4.0],  # dog\n])  # end',
    ],
    [
      'a class in front',
      withInserted(shape, noEdit, 1, 0),
      'x = torch.tensor([\n    [0.0, 1.0, 2.0],  # cat\n    # the dog\n    [0.0, 3.0, 4.0],  # dog\n])  # end',
    ],
  ])('%s', (_, edit, expected) => {
    expect(written(table, edit)).toBe(expected);
  });

  test.each([
    ['[1.5, 2, 3]', withRemoved([3], noEdit, 0, 2), '[1.5, 2]'],
    ['[1.5, 2, 3,]', withRemoved([3], noEdit, 0, 2), '[1.5, 2,]'],
    ['[1.5, 2, 3]', withInserted([3], noEdit, 0, 3), '[1.5, 2, 3, 0]'],
    ['[[1 2]\n [3 4]]', withInserted([2, 2], noEdit, 0, 2), '[[1 2]\n [3 4]\n [0 0]]'],
    ['[[1 2]\n [3 4]]', withRemoved([2, 2], noEdit, 1, 0), '[[2]\n [4]]'],
    ['((1., 2.), (3., 4.))', withRemoved([2, 2], noEdit, 1, 0), '((2.,), (4.,))'],
  ])('in a line: %j', (text, edit, expected) => {
    expect(written(text, edit)).toBe(expected);
  });
});

describe('what cannot be written back is refused', () => {
  test.each([
    ['operations', 'torch.tensor([0.5, 2.0]).log()', set([0], [1]), 'python', false],
    ['special', '[1.5, 2]', set([0], [Number.NaN]), 'json', false],
    ['rows', '1.5, 2\n3, 4', withRemoved([2, 2], noEdit, 0, 0), 'plaintext', true],
    ['rows', '[1.5, 2]', withRemoved([2], withRemoved([2], noEdit, 0, 0), 0, 0), 'python', false],
    ['layout', 'matrix(c(1.5, 2, 3, 4), nrow=2)', set([0], [1]), 'r', true],
    ['lossy', 'np.array([1, 2])', set([0], [0.5]), 'python', false],
    ['lossy', 'torch.LongTensor([1, 2])', set([0], [0.5]), 'python', false],
  ] as const)('%s: %s', (code, text, edit, languageId, isPasted) => {
    expect(written(text, edit, languageId, isPasted)).toBe(code);
  });
});

/** A random edit: some values, and now and then a row or class more or less. */
function randomEdit(shape: readonly number[], random: () => number, isFloat: boolean, hasRows: boolean) {
  let edit = noEdit;
  for (let d = 0; hasRows && d < shape.length; d++) {
    const size = () => edit.dims?.[d]?.length ?? shape[d];
    if (random() < 0.3 && size() > 1) edit = withRemoved(shape, edit, d, Math.floor(random() * size()));
    if (random() < 0.3) edit = withInserted(shape, edit, d, Math.floor(random() * (size() + 1)));
  }
  const edited = shape.map((size, d) => edit.dims?.[d]?.length ?? size);
  const at = Array.from({ length: numelOf(edited) }, (_, i) => i).filter(() => random() < 0.3);
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e-30];
  const value = () =>
    random() < 0.15
      ? special[Math.floor(random() * special.length)]
      : (random() - 0.5) * 10 ** (random() * 8 - 4);
  return withValues(
    edit,
    at,
    at.map(() => (isFloat ? value() : Math.floor(random() * 9))),
  );
}

/** Everything but the numbers, brackets, commas and blanks. */
const comments = (text: string) => text.match(/#[^\n]*/g) ?? [];

describe('random edits read back as the edited tensor', () => {
  const random = seededRandom(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];

  function oddLayout(shape: readonly number[], number: () => string): string {
    const [open, close] = pick([
      ['[', ']'],
      ['[', ']'],
      ['(', ')'],
    ]);
    const part = (d: number): string => {
      if (d === shape.length) return number();
      const children = Array.from({ length: shape[d] }, () => part(d + 1));
      const gap = () => pick(['', ' ', ' ', '\n    ', `  # note ${Math.floor(random() * 99)}\n  `, '\n\n ']);
      const tail = pick(['', '', ',', ', ', ',\n']) || (children.length === 1 ? ',' : '');
      return open + gap() + children.join(`${pick(['', ' '])},${gap()}`) + tail + gap() + close;
    };
    return part(0);
  }

  const shapes = [[3], [2, 3], [1, 4], [3, 1], [2, 2, 2], [4, 3]];
  const generated = Array.from({ length: 400 }, () => {
    const isFloat = random() < 0.7;
    const number = () =>
      isFloat
        ? pick(['1.', '0.5', '-2.25', '3e-4', '1_0.5', "float('inf')", '.5'])
        : pick(['0', '1', '2', '12']);
    const list = oddLayout(pick(shapes), number);
    return pick([`x = ${list}`, `x = torch.tensor(${list})  # after`, `y = np.array(${list}, dtype=float)`]);
  });

  it('in 400 literals with comments and odd layout, nothing else changed', () => {
    let refusedCount = 0;
    for (const text of generated) {
      const [literal] = readTensors(text, { languageId: 'python' }).literals;
      if (!literal) continue;
      const isFloat = literal.tensor.dtype.startsWith('float');
      const edit = randomEdit(literal.tensor.shape, random, isFloat, random() < 0.5);
      const result = written(text, edit);
      if (!result.includes('\n') && !result.includes('=')) {
        refusedCount++;
        console.log(
          result,
          JSON.stringify(text),
          JSON.stringify(edit.dims),
          edit.at.join(),
          edit.values.join(),
        );
        continue;
      }
      const again = readTensors(result, { languageId: 'python' }).literals;
      expect(again, `${text}\n→\n${result}`).toHaveLength(1);
      const expected = applyEdit(literal.tensor, edit);
      expect(again[0].tensor.shape).toEqual(expected.shape);
      expected.data.forEach((value, i) => {
        expect(roundToDType(again[0].tensor.data[i], expected.dtype)).toBeOneOf([
          roundToDType(value, expected.dtype),
        ]);
      });
      if (!edit.dims) {
        expect(withoutNumbers(result)).toBe(withoutNumbers(text));
        expect(comments(result)).toEqual(comments(text));
      }
    }
    expect(refusedCount).toBe(0);
  });

  it('in the prints of PyTorch and NumPy', () => {
    const { cases } = JSON.parse(readFileSync('test/fixtures/torch/roundTrip.json', 'utf8')) as {
      cases: readonly { text: string; shape: readonly number[]; dtype: string }[];
    };
    const refused: string[] = [];
    const some = cases.filter(({ text, shape }, i) => i % 3 === 0 && numelOf(shape) > 0 && text !== '[]');
    for (const { text } of some) {
      const [{ tensor }] = readTensors(text).literals;
      const edit = randomEdit(tensor.shape, random, tensor.dtype.includes('float'), random() < 0.5);
      const result = written(text, edit, 'plaintext');
      if (/^[a-z]+$/.test(result)) refused.push(`${result}: ${text.slice(0, 200)}`);
      else {
        const [again] = readTensors(result).literals;
        const view = viewEdited(tensor, edit);
        expect(again.tensor.shape, result).toEqual(view.shape);
        if (!edit.dims) expect(withoutNumbers(result)).toBe(withoutNumbers(text));
      }
    }
    expect(refused).toEqual([]);
    expect(some.length).toBeGreaterThan(500);
  });

  it('in grids of other programs, where nothing but numbers changes', () => {
    for (const file of ['octave', 'pandas', 'r']) {
      const lines = readFileSync(`test/fixtures/text/grid/${file}.jsonl`, 'utf8').trim().split('\n');
      let count = 0;
      for (const line of lines) {
        const { text } = JSON.parse(line) as { text: string };
        const [literal] = readTensors(text, { isPasted: true }).literals;
        if (!literal) continue;
        const result = written(text, set([0], [7]), 'plaintext', true);
        if (/^[a-z]+$/.test(result)) continue;
        count++;
        expect(withoutNumbers(result)).toBe(withoutNumbers(text));
      }
      expect(count, file).toBeGreaterThan(20);
    }
  });
});

/** A text in which every number is the same sign. */
function withoutNumbers(text: string): string {
  const number =
    /float\('-?(?:inf|nan)'\)|-?\b(?:np\.)?(?:inf|nan)\b|-?\bInf\b|\bNaN\b|[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:e[-+]?\d+)?/g;
  return text
    .replace(/#[^\n]*/g, '#')
    .replaceAll('-float', 'float')
    .replace(number, '0')
    .replace(/True|False/g, '0');
}
