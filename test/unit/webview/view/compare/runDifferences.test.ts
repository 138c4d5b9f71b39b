import { describe, expect, test } from 'vitest';
import type { EvaluateOptions } from '../../../../../src/core';
import type { Run } from '../../../../../src/messages/comparison';
import { differencesOf, sampleDifferencesOf } from '../../../../../src/webview/view/compare/runDifferences';
import { runOf } from '../../../../../src/webview/view/compare/runOf';
import { reportOf } from '../../newStore';

function run(text: string, options: EvaluateOptions = {}): Run {
  const found = runOf(reportOf(text, options));
  if (!found) throw new RangeError('the text has no losses');
  return found;
}

const before = 'logits = [[2.0, 1.0], [0.5, 2.5], [1.0, 1.5]]\ny = [0, 1, 0]';
const after = 'logits = [[2.5, 1.0], [0.5, -2.5], [1.0, 1.5]]\ny = [0, 1, 0]';

// cross_entropy, nll_loss and the norm of x.grad of PyTorch 2.13.
test('both losses, the norms of their gradients and the accuracy are compared', () => {
  const rows = differencesOf(run(before), run(after));
  expect(rows.map(({ loss, kind }) => `${loss} ${kind}`)).toEqual([
    'crossEntropyLoss value',
    'crossEntropyLoss gradNorm',
    'nllLoss value',
    'nllLoss gradNorm',
    'null accuracy',
  ]);
  const [value, gradNorm, nll, , accuracy] = rows;
  expect([value.a.toFixed(5), value.b.toFixed(5)]).toEqual(['0.47142', '1.40803']);
  expect([gradNorm.a.toFixed(5), gradNorm.b.toFixed(5)]).toEqual(['0.32455', '0.54327']);
  expect([nll.a.toFixed(5), nll.b.toFixed(5)]).toEqual(['-1.83333', '-0.33333']);
  expect([accuracy.a, accuracy.b]).toEqual([2 / 3, 1 / 3]);
});

test('what a side has not is left out: an unreduced loss, or the accuracy without a target', () => {
  const kinds = (b: Run) => differencesOf(run(before), b).map(({ kind }) => kind);
  expect(kinds(run(before, { reduction: 'none' }))).toEqual(['gradNorm', 'gradNorm', 'accuracy']);
  expect(kinds(run(before.split('\n')[0]))).toEqual(['value', 'gradNorm', 'value', 'gradNorm']);
});

describe('samples', () => {
  test('that changed come with the largest change first, with what became right and wrong', () => {
    expect(sampleDifferencesOf(run(before), run(after), 'crossEntropyLoss')).toMatchObject({
      changed: [1, 0],
      becameRight: 0,
      becameWrong: 1,
      otherTargets: 0,
    });
    expect(sampleDifferencesOf(run(after), run(before), 'crossEntropyLoss')).toMatchObject({
      becameRight: 1,
    });
  });

  test('have changed by another prediction with the same loss, and by nan before all', () => {
    const three = 'x = [[1.0, 2.0, 0.0], [0.0, 0.0, 3.0]]\ny = [2, 2]';
    const moved = three.replace('1.0, 2.0', '2.0, 1.0');
    expect(sampleDifferencesOf(run(three), run(moved), 'nllLoss')?.changed).toEqual([0]);
    const broken = three.replace('3.0]', 'nan]').replace('1.0, 2.0', '9.0, 2.0');
    expect(sampleDifferencesOf(run(three), run(broken), 'crossEntropyLoss')?.changed).toEqual([1, 0]);
  });

  test('of the same run have not changed, nan and inf included', () => {
    const odd = run('x = [[nan, 0.0], [-inf, 0.0]]\ny = [0, 0]');
    expect(sampleDifferencesOf(odd, odd, 'crossEntropyLoss')?.changed).toEqual([]);
  });

  test('are right or wrong by the target of their own side; ignored ones are neither', () => {
    const other = before.replace('[0, 1, 0]', '[1, 1, -100]');
    expect(sampleDifferencesOf(run(before), run(other), 'crossEntropyLoss')).toMatchObject({
      becameRight: 0,
      becameWrong: 1,
      otherTargets: 2,
    });
  });

  test('are not compared where their shapes differ, or a side has no losses by sample', () => {
    expect(sampleDifferencesOf(run(before), run('x = [[2.0, 1.0]]\ny = [0]'), 'crossEntropyLoss')).toBeNull();
    const soft = 'logits = [[2.0, 1.0], [0.5, 2.5]]\ny = [[1.0, 0.0], [0.5, 0.5]]';
    expect(sampleDifferencesOf(run(soft), run(soft), 'nllLoss')).toBeNull();
  });
});

describe('a run', () => {
  test('says where it stands, and what was set', () => {
    expect(run(before)).toMatchObject({ place: 'a.py:1', settings: [], shape: [3], numClasses: 2 });
    const weight = { data: Float64Array.of(1, 2), shape: [2], dtype: 'float32' as const };
    const options = {
      reduction: 'sum',
      ignoreIndex: 1,
      labelSmoothing: 0.1,
      weight,
      temperature: 2,
    } as const;
    expect(run(before, options).settings).toEqual([
      "reduction='sum'",
      'ignore_index=1',
      'label_smoothing=0.1',
      'weight=[1, 2]',
      'input / 2',
    ]);
  });

  test('of one of several examples says which', () => {
    const two = `nn.CrossEntropyLoss()(torch.tensor([[1.0, 2.0]]), torch.tensor([0]))
nn.CrossEntropyLoss()(torch.tensor([[3.0, 2.0]]), torch.tensor([0]))`;
    expect(run(two, { pair: 1 }).place).toBe('a.py:1, Example 2 of 2');
  });
});
