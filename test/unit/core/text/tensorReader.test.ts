import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../../src/core/problem';
import { readTensors } from '../../../../src/core/text/readTensors';
import { markedRange } from './marked';

const torchHint = "torch.set_printoptions(threshold=float('inf'))";
const numpyHint = 'np.set_printoptions(threshold=sys.maxsize)';
const elided = (hint: string, shown: string) =>
  `expected every value, got "..." in place of some: print again after ${hint}. The ${shown}`;
const asLogits = 'of both signs or above 1, as logits are';
const unevaluated = (what: string) => `cannot evaluate ${what}: select the tensor itself`;

/** Code, text with the range of the problem marked, message. */
const problems: readonly [ProblemCode, string, string][] = [
  ['ragged', 'x = [[1, 2, 3], ‹[4, 5]›]', 'row 1 has 2 values, expected 3 as in row 0'],
  ['ragged', '[[1, 2], ‹[3]›, [4]]', 'row 1 has 1 value, expected 2 as in row 0'],
  ['ragged', '[[[1], [2]], ‹[[3]]›]', 'row 1 has 1 row, expected 2 as in row 0'],
  ['ragged', '[[[1, 2], [3, 4]], [[1, 2], ‹[3]›]]', 'row [1, 1] has 1 value, expected 2 as in row [0, 0]'],
  ['ragged', '[1, ‹[›2]]', 'row 1 is a list, expected a number'],
  ['ragged', '[[1], ‹2›]', 'row 1 is a number, expected a list like the rows before it'],
  ['ragged', 'torch.tensor([[], ‹[1]›])', 'row 1 has 1 value, expected 0 as in row 0'],
  ['ragged', 'x = ((1, 2), ‹(3,)›)', 'row 1 has 1 value, expected 2 as in row 0'],
  [
    'elided',
    'tensor([[1., 2., ‹...›, 9.]])',
    elided(torchHint, '3 values shown are from 1 to 9: whole numbers, as class indices are'),
  ],
  [
    'elided',
    'tensor([[1.5, -2.],\n        ‹...›,\n        [3., 4.]])',
    elided(torchHint, `4 values shown are from -2 to 4: ${asLogits}`),
  ],
  [
    'elided',
    '[-1.5 -2. ‹...› -8. -9.]',
    elided(numpyHint, '4 values shown are from -9 to -1.5: none above 0, as in log-probabilities'),
  ],
  [
    'elided',
    '[[0.5 0.25]\n ‹...›\n [0. 1.]]',
    elided(numpyHint, '4 values shown are from 0 to 1: all in [0, 1], as probabilities are'),
  ],
  ['elided', 'array([1.5, ‹...›, 9.])', elided(numpyHint, `2 values shown are from 1.5 to 9: ${asLogits}`)],
  ['unclosed', 'x = ‹[›[1, 2], [3, 4]', 'expected a closing ], got none for this bracket'],
  ['unclosed', 'x = [[1, 2], ‹[›3, 4\ny = 3', 'expected a closing ], got none for this bracket'],
  ['unclosed', 'torch.tensor‹(›[1, 2]', 'expected a closing ) of torch.tensor(…), got none'],
  ['unclosed', '‹[›1, 2)', 'expected a closing ], got none for this bracket'],
  ['not-a-number', "[1, ‹'two'›, 3]", "expected a number, got 'two'"],
  ['not-a-number', '[1, ‹null›]', 'expected a number, got "null"'],
  ['not-a-number', '[‹n›, 2]', 'expected a number, got "n"'],
  ['not-a-number', '[‹9.0-1›, 2]', 'expected a number, got "9.0-1"'],
  ['not-a-number', '[1, ‹1.2.3›]', 'expected a number, got "1.2.3"'],
  ['not-a-number', '[‹1j›, 2]', 'expected a real number, got the complex "1j": take x.real or x.abs() of it'],
  ['not-a-number', '[1, 2 ‹3›]', 'expected commas between all values, got "3" without one'],
  ['not-a-number', '[1, ‹,› 2]', 'expected a number before this comma'],
  [
    'size-constructor',
    'x = ‹torch.Tensor(2, 2)›',
    'torch.Tensor(…) takes numbers as sizes of uninitialised memory, expected torch.tensor([…]) for values, got "torch.Tensor(2, 2)"',
  ],
  [
    'size-constructor',
    '‹torch.FloatTensor(3)›',
    'torch.FloatTensor(…) takes numbers as sizes of uninitialised memory, expected torch.tensor([…]) for values, got "torch.FloatTensor(3)"',
  ],
  [
    'random-generator',
    'x = ‹torch.randn(2, 3)›',
    'expected written values, got torch.randn(…), which makes other values at every call',
  ],
  [
    'random-generator',
    '‹np.random.rand(2)›',
    'expected written values, got np.random.rand(…), which makes other values at every call',
  ],
  [
    'random-generator',
    'x = ‹np.random.permutation(3)›',
    'expected written values, got np.random.permutation(…), which makes other values at every call',
  ],
  [
    'random-generator',
    '‹tf.random.truncated_normal([2])›',
    'expected written values, got tf.random.truncated_normal(…), which makes other values at every call',
  ],
  ['unsupported-operation', 'torch.tensor([1, 2])‹.view(2, 1)›', unevaluated('.view(…)')],
  ['unsupported-operation', 'torch.tensor([1, 2]).log()‹.T›', unevaluated('.T')],
  ['unsupported-operation', 'torch.tensor([1, 2]) ‹*› 2', unevaluated('"*" beside a tensor')],
  ['unsupported-operation', 'x = ‹-›torch.tensor([1, 2])', unevaluated('"-" beside a tensor')],
  ['unsupported-operation', 'torch.tensor([1, 2])‹[›0]', unevaluated('an index beside a tensor')],
  [
    'unsupported-operation',
    'F.softmax(torch.tensor([1.]), ‹dim=d›)',
    'expected a dimension as a whole number, such as dim=1, got "dim=d"',
  ],
  [
    'bad-keyword',
    'torch.tensor([1], ‹dtype=torch.complex64›)',
    'expected a dtype such as torch.float32, got "torch.complex64"',
  ],
  ['bad-keyword', 'np.array([1], ‹3›)', 'expected only keyword arguments after the values, got "3"'],
];

describe('the reader of tensors', () => {
  it.each(problems)('reports %s in %s', (code, marked, message) => {
    const { text, from, to } = markedRange(marked);
    expect(readTensors(text)).toEqual({ literals: [], problems: [{ code, message, from, to }] });
  });

  it('takes 64 nested brackets and reports the next', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    expect(readTensors(nested(64)).literals[0].tensor.shape).toEqual(Array(64).fill(1));
    expect(readTensors(nested(65))).toEqual({
      literals: [],
      problems: [
        { code: 'too-deep', message: 'expected at most 64 nested brackets, got more', from: 64, to: 65 },
      ],
    });
  });

  it('goes on behind a mistake', () => {
    const { literals, problems } = readTensors(
      'a = [[1, 2], [3]]\nb = [4, 5]\nc = [6, x]\nd = torch.tensor([7])',
    );
    expect(problems.map(({ code }) => code)).toEqual(['ragged', 'not-a-number']);
    expect(literals.map(({ name }) => name)).toEqual(['b', 'd']);
  });
});
