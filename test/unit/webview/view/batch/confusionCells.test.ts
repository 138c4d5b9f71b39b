import { expect, test } from 'vitest';
import { confusionCells } from '../../../../../src/webview/view/batch/confusionCells';
import { partsOf } from '../partsOf';

test('a cell has the samples of its pair, and each colour its own largest share', () => {
  const { evaluation } = partsOf(`logits = [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]]
target = [0, 0, 0, 1, 1]`);
  if (!evaluation.batch?.accuracy) throw new Error('no accuracy');
  const cellAt = confusionCells(evaluation.batch.accuracy);
  expect(cellAt(0, 0)).toEqual({ count: 2, isRight: true, heat: '40.0%' });
  expect(cellAt(0, 1)).toEqual({ count: 1, isRight: false, heat: '26.7%' });
  expect(cellAt(1, 0)).toEqual({ count: 1, isRight: false, heat: '40.0%' });
});

test('a pair without samples has no colour', () => {
  const { evaluation } = partsOf('logits = [[1.0, 0.0], [0.0, 1.0]]\ntarget = [0, 0]');
  if (!evaluation.batch?.accuracy) throw new Error('no accuracy');
  expect(confusionCells(evaluation.batch.accuracy)(1, 1)).toEqual({ count: 0, isRight: true, heat: '0.0%' });
});
