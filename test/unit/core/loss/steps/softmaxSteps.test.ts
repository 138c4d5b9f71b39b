import { describe, expect, it } from 'vitest';
import { softmaxSteps } from '../../../../../src/core/loss/steps/softmaxSteps';
import { decodeTensor, type GoldenTensor } from '../golden';
import { expectClose, panelCases } from '../panelGolden';

interface StepsCase {
  readonly kind: 'steps';
  readonly name: string;
  readonly steps: Readonly<Record<string, GoldenTensor>>;
}

describe('the steps of log_softmax are those of PyTorch, one operation after the other', () => {
  for (const { name, steps } of panelCases<StepsCase>('steps')) {
    it(name, () => {
      const ours = softmaxSteps(decodeTensor(steps.input).data, 0, 'float64');
      expect(ours.map(({ id }) => id)).toEqual(Object.keys(steps));
      for (const { id, value } of ours) {
        const values = typeof value === 'number' ? [value] : value;
        expectClose(values, decodeTensor(steps[id]).data);
      }
    });
  }
});
