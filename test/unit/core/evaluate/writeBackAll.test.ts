import { describe, expect, it, test } from 'vitest';
import type { EvaluateOptions } from '../../../../src/core/evaluate/evaluation';
import { parsePieces } from '../../../../src/core/evaluate/parsePieces';
import { writeBackAll } from '../../../../src/core/evaluate/writeBackAll';
import { noEdit, withInserted, withValues } from '../../../../src/core/tensor/tensorEdit';
import { applyTextEdits } from '../../../../src/core/text/writeBack/writeBackEdits';

const from = 50;

/** What is between the bars is selected. */
function written(marked: string, options: EvaluateOptions, languageId = 'python'): string {
  const [before, selected, after] = marked.split('¦');
  const text = before + selected + after;
  const start = from + before.length;
  const pieces = [{ from, text, ranges: [{ from: start, to: start + selected.length }] }];
  const reading = { isPasted: true };
  const made = writeBackAll(pieces, parsePieces(pieces, reading), options, reading, languageId);
  if ('refusal' in made) return `${made.literal}: ${made.refusal.code}`;
  const edits = [...made.edits].sort((a, b) => a.from - b.from);
  return applyTextEdits(
    text,
    edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from })),
  );
}

const set = (at: number, value: number) => withValues(noEdit, [at], [value]);

describe('edits of several tensors', () => {
  it('are written where each of them stands', () => {
    const edits = { 0: set(1, 0.5), 1: withValues(withInserted([2], noEdit, 0, 2), [2], [1]) };
    expect(written('# a\n¦x = [[1.5, 2.0], [3.0, 4.0]]\ny = torch.tensor([0, 1])¦\n# b', { edits })).toBe(
      '# a\nx = [[1.5, 0.5], [3.0, 4.0]]\ny = torch.tensor([0, 1, 1])\n# b',
    );
  });

  it('are written where the other one was selected alone', () => {
    const edits = { 0: set(0, 0.5) };
    expect(written('x = [1.5]\n¦y = [[2.0, 3.0]]¦\nz = [4.0]', { edits })).toBe(
      'x = [1.5]\ny = [[0.5, 3.0]]\nz = [4.0]',
    );
  });

  it('are written where other values are computed from them', () => {
    const edits = { 0: set(1, 0.5) };
    const rest = '\nprobs = torch.softmax(x * 2, dim=1)\nloss = F.nll_loss(probs.log(), torch.tensor([0]))¦';
    expect(written(`¦x = torch.tensor([[1.5, 2.0]])${rest}`, { edits })).toBe(
      `x = torch.tensor([[1.5, 0.5]])${rest.slice(0, -1)}`,
    );
  });

  it('are written at the place and with the reading that was chosen', () => {
    const edits = { 0: set(0, 0.5), 1: set(1, 7) };
    expect(written('¦a = [1.25, 2]¦\nb = [3, 4]', { edits })).toBe('a = [0.5, 2]\nb = [3, 4]');
  });

  test.each([
    [
      '1: special',
      '¦{"logits": [[1.5, 2.0]], "weight": [1.5, 2.0]}¦',
      { edits: { 0: set(0, 9), 1: set(0, Number.NaN) } },
      'json',
    ],
    [
      '0: operations',
      '¦x = torch.tensor([[0.5, 0.5]])\nF.nll_loss(torch.log(x), torch.tensor([0]))¦',
      { edits: { 0: set(0, 1) } },
      'python',
    ],
  ])('are all refused when one is: %s', (expected, text, options, languageId) => {
    expect(written(text, options, languageId)).toBe(expected);
  });
});
