import { describe, expect, it } from 'vitest';
import { findTensorAt } from '../../../../src/core/text/findTensorAt';
import { markedOffset } from './marked';

/** Position marked by `|`, the literal that is found, its shape, and its operations. */
const found: readonly [string, string, readonly number[], string][] = [
  ['{"logits": [[1, 2], [|3, 4]], "labels": [0, 1]}', '[[1, 2], [3, 4]]', [2, 2], ''],
  ['{"logits": |[[1, 2], [3, 4]], "labels": [0, 1]}', '[[1, 2], [3, 4]]', [2, 2], ''],
  ['{"logits": [[1, 2], [3, 4]], "labels": [0|, 1]}', '[0, 1]', [2], ''],
  ['foo([[1., |2.]], [3])', '[[1., 2.]]', [1, 2], ''],
  ['foo([[1., 2.]], [|3])', '[3]', [1], ''],
  ['[{"a": [1,| 2]}]', '[1, 2]', [2], ''],
  ['[1, 2]|', '[1, 2]', [2], ''],
  ['tor|ch.tensor([1, 2], dtype=torch.int8)', 'torch.tensor([1, 2], dtype=torch.int8)', [2], ''],
  ['torch.tensor([1, 2], dty|pe=torch.int8)', 'torch.tensor([1, 2], dtype=torch.int8)', [2], ''],
  ['F.soft|max(torch.tensor([1.]), dim=0)', 'torch.tensor([1.])', [1], 'softmax'],
  ['F.softmax(torch.tensor([1.]), di|m=0)', 'torch.tensor([1.])', [1], 'softmax'],
  ['torch.tensor([1.]).lo|g()', 'torch.tensor([1.])', [1], 'log'],
  ['torch.tensor([1.]).softmax(dim=|0).exp()', 'torch.tensor([1.])', [1], 'softmax exp'],
  ['nn.LogSoft|max(dim=0)(torch.tensor([1.]))', 'torch.tensor([1.])', [1], 'log_softmax'],
  ['torch.tensor([1|, 2]).view(2, 1)', 'torch.tensor([1, 2])', [2], ''],
  ['tensor(0.3|185)', 'tensor(0.3185)', [], ''],
  ["[1, float('-|inf')]", "[1, float('-inf')]", [2], ''],
  ['[torch.tensor([1.,| 2.]), torch.tensor(2)]', 'torch.tensor([1., 2.])', [2], ''],
  ['((1, 2), |(3, 4))', '((1, 2), (3, 4))', [2, 2], ''],
  ['[[0.1 0.2]\n [0.3| 0.4]]', '[[0.1 0.2]\n [0.3 0.4]]', [2, 2], ''],
  ['# logits = [[1, 2],\n#           [|3, 4]]', '[[1, 2],\n#           [3, 4]]', [2, 2], ''],
  ['"[[1, 2], [|3, 4]]"', '[[1, 2], [3, 4]]', [2, 2], ''],
];

describe('findTensorAt', () => {
  it.each(found)('finds the whole tensor in %s', (marked, expected, shape, operations) => {
    const { text, offset } = markedOffset(marked);
    const literal = findTensorAt(text, offset);
    expect(literal && text.slice(literal.from, literal.to)).toBe(expected);
    expect(literal?.tensor.shape).toEqual(shape);
    expect(literal?.operations.map(({ name }) => name).join(' ')).toBe(operations);
  });

  it.each([
    ['x[|0]'],
    ['[[1, 2], [|3]]'],
    ['["a|"]'],
    ['[|]'],
    ['[1, |x]'],
    ['x.view([2,| 3])'],
    ['f(|1, 2)'],
    ['{"log|its": [1, 2]}'],
    ['[1, 2]\n|'],
    ['crit|erion(torch.tensor([1.]))'],
    ['shape = (2|, 3)'],
    ['[1, 2|'],
    ['|'],
    ['a |= [1]'],
  ])('finds nothing in %s', (marked) => {
    const { text, offset } = markedOffset(marked);
    expect(findTensorAt(text, offset)).toBeNull();
  });

  it('finds nothing at a position outside of the text', () => {
    expect(findTensorAt('[1, 2]', -1)).toBeNull();
    expect(findTensorAt('[1, 2]', 99)).toBeNull();
  });

  it('gives no row of an array that is too long to look at', () => {
    const text = `[${'[1.5, 2.5],\n'.repeat(100_000)}[0, 1]]`;
    expect(findTensorAt(text, text.length >> 1)).toBeNull();
  });

  it('answers within a few milliseconds at any position of a text of 5 MB', () => {
    const unit = 'logits = torch.tensor([[1.5, 2.5], [1.0, 2.0]])\nfor x in y:\n    print(x[0], "[")\n';
    const texts = [unit, '[', '(', '[1], ', 'a', '.', '[[1, 2], [3]], '].map((part) =>
      part.repeat(Math.ceil(5_000_000 / part.length)),
    );
    for (const text of texts) {
      const times = Array.from({ length: 41 }, (_, i) => {
        const start = performance.now();
        findTensorAt(text, Math.floor((text.length * i) / 41));
        return performance.now() - start;
      }).sort((a, b) => a - b);
      // The median takes less than 1 ms on an idle machine; the bound leaves room for a busy one.
      expect(times[20], `median in ${text.slice(0, 12)}…`).toBeLessThan(10);
    }
  });
});
