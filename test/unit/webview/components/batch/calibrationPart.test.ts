import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { LossKey } from '../../../../../src/core';
import { CalibrationPart } from '../../../../../src/webview/components/batch/CalibrationPart';
import { ReliabilityDiagram } from '../../../../../src/webview/components/batch/ReliabilityDiagram';
import { ReliabilityTable } from '../../../../../src/webview/components/batch/ReliabilityTable';
import { calibrationIn } from '../../../../../src/webview/view/batch/calibrationIn';
import { usedProbabilities } from '../../../../../src/webview/view/batch/usedProbabilities';
import { newStore } from '../../newStore';
import { partsOf } from '../../view/partsOf';

const rows = 'x = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3], [1.0, 0.9, 0.8], [nan, 0.0, 0.0]]';

function calibrationFor(text: string, loss: LossKey = 'crossEntropyLoss', bins = 10) {
  const parts = partsOf(text);
  const used = usedProbabilities(loss, parts);
  if (!used) throw new RangeError('no input');
  return calibrationIn(parts, used, bins);
}

// softmax and max of PyTorch 2.13: 0.6590, 0.8025, 0.3672; the first two are right, then the first alone.
test('the confidence is the probability of the predicted class, right where that is the target', () => {
  const found = calibrationFor(`${rows}\ny = [0, 1, 2, 0]`);
  expect(found?.bins.flatMap(({ count, accuracy }) => (count > 0 ? [[count, accuracy]] : []))).toEqual([
    [1, 0],
    [1, 1],
    [1, 1],
  ]);
  expect(found?.count).toBe(3);
  expect(found?.confidence).toBeCloseTo(0.6095, 4);
  expect(found?.expectedError).toBeCloseTo(0.3019, 4);
});

test('ignored samples are left out, and class probabilities mean their largest class', () => {
  expect(calibrationFor(`${rows}\ny = [0, -100, 2, 0]`)).toMatchObject({ count: 2, accuracy: 0.5 });
  const soft = '[[0.9, 0.1, 0.0], [0.6, 0.4, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]';
  expect(calibrationFor(`${rows}\ny = ${soft}`)?.accuracy).toBeCloseTo(2 / 3, 12);
});

test('log-probabilities that are rounded to 0 or above are certain', () => {
  const found = calibrationFor('x = [[0.00001, -12.0], [-0.6931, -0.6931]]\ny = [0, 0]', 'nllLoss', 1);
  expect(found).toMatchObject({ count: 2, accuracy: 1 });
});

test('nothing is compared with a target that is assumed', () => {
  expect(calibrationFor(rows)).toBeNull();
});

test('the diagram has the numbers as titles and as a table, and no bar for an empty bin', () => {
  const found = calibrationFor(`${rows}\ny = [0, 1, 2, 0]`);
  if (!found) throw new RangeError('no calibration');
  const diagram = renderToString(h(ReliabilityDiagram, found));
  expect(diagram).toContain('Confidence 0.6–0.7: accuracy 1.0000, mean confidence 0.6590, samples: 1');
  expect(diagram.match(/class="bin-bar"/g)).toHaveLength(3);
  const table = renderToString(h(ReliabilityTable, { ...found, store: newStore().store })).replace(
    /<[^>]*>/g,
    ' ',
  );
  expect(table).toMatch(/0\.3–0\.4 +1 +0\.0000 +0\.3672/);
  expect(table).toMatch(/0\.4–0\.5 +0 +– +–/);
});

test('it is folded until it is asked for', () => {
  const parts = partsOf(`${rows}\ny = [0, 1, 2, 0]`);
  expect(renderToString(h(CalibrationPart, { loss: 'crossEntropyLoss', parts }))).not.toContain('<svg');
});
