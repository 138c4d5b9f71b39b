import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { crossEntropyLoss } from '../../../../../src/core/loss/crossEntropyLoss';
import type { CrossEntropyLossOptions } from '../../../../../src/core/loss/lossTypes';
import { nllLoss } from '../../../../../src/core/loss/nllLoss';
import { type LossStep, type LossStepId, lossSteps } from '../../../../../src/core/loss/steps/lossSteps';
import { createTensor, type Tensor } from '../../../../../src/core/tensor/tensor';
import { decodeTensor } from '../golden';
import { decodeOptions, expectClose, type PanelCall, panelCases } from '../panelGolden';

const lossNames = ['crossEntropyLoss', 'nllLoss'] as const;

function resultsOf(input: Tensor, target: Tensor, options: CrossEntropyLossOptions) {
  return {
    crossEntropyLoss: crossEntropyLoss(input, target, options),
    nllLoss: nllLoss(input, target, options),
  };
}

function stepsOf(input: Tensor, target: Tensor, options: CrossEntropyLossOptions = {}, sample = 0) {
  return lossSteps({ input, target, options, sample, ...resultsOf(input, target, options) });
}

function idsOf(steps: readonly LossStep[], loss: (typeof lossNames)[number]): readonly LossStepId[] {
  return steps.flatMap((step) => (step[loss] ? [step.id] : []));
}

function valueAt(steps: readonly LossStep[], id: LossStepId, loss: (typeof lossNames)[number]) {
  return steps.find((step) => step.id === id)?.[loss]?.value;
}

/** A formula that KaTeX cannot draw throws. */
function drawAll(steps: readonly LossStep[]): void {
  for (const step of steps) {
    for (const side of [step.crossEntropyLoss, step.nllLoss]) {
      for (const tex of side ? [side.tex, side.texWithNumbers] : []) {
        expect(katex.renderToString(tex, { throwOnError: true, strict: 'error' })).not.toBe('');
      }
    }
  }
}

/** A call has the same tensors and options for each of its rows; one is enough. */
const calls = panelCases<PanelCall>('divergence');

describe('the last steps have the values of the losses, and every formula can be drawn', () => {
  for (const { name, ...call } of calls) {
    it(name, () => {
      const [input, target] = [decodeTensor(call.input), decodeTensor(call.target)];
      for (const reduction of ['none', 'mean', 'sum'] as const) {
        const options = { ...decodeOptions(call.options), reduction };
        const results = resultsOf(input, target, options);
        const count = results.crossEntropyLoss.perSample?.data.length ?? 0;
        expect(count).toBeGreaterThan(0);
        for (let sample = 0; sample < count; sample++) {
          const steps = stepsOf(input, target, options, sample);
          drawAll(steps);
          for (const loss of lossNames) {
            const { output, perSample } = results[loss];
            if (!output || !perSample) {
              expect(idsOf(steps, loss)).toEqual([]);
              continue;
            }
            const ends = steps.flatMap((step) => (step.id === 'reduce' ? [] : (step[loss]?.value ?? [])));
            const total = reduction === 'none' ? perSample.data[sample] : output.data[0];
            expectClose([Number(ends.at(-1))], [perSample.data[sample]]);
            expectClose([Number(valueAt(steps, 'reduce', loss))], [total]);
          }
        }
      }
    });
  }
});

describe('the steps', () => {
  const input = createTensor([2, 1, 0.1, 0.5, 2.5, 0.3], [2, 3], 'float32');
  const target = createTensor([0, 1], [2], 'int64');
  const weight = createTensor([1, 2, 3], [3], 'float32');
  const softmaxIds = ['input', 'max', 'shift', 'exp', 'sum', 'logSum', 'logSoftmax'];

  it('are null for NLLLoss between its input and what it picks', () => {
    const steps = stepsOf(input, target);
    expect(idsOf(steps, 'crossEntropyLoss')).toEqual([...softmaxIds, 'pick', 'reduce']);
    expect(idsOf(steps, 'nllLoss')).toEqual(['input', 'pick', 'reduce']);
  });

  it('have the weight as one of their own, after what is picked', () => {
    const steps = stepsOf(input, target, { weight }, 1);
    expect(idsOf(steps, 'nllLoss')).toEqual(['input', 'pick', 'weight', 'reduce']);
    for (const loss of lossNames) {
      expectClose([2 * Number(valueAt(steps, 'pick', loss))], [Number(valueAt(steps, 'weight', loss))]);
    }
    expect(valueAt(steps, 'pick', 'nllLoss')).toBe(-2.5);
  });

  it('have the weights in what is picked where smoothing weights each class', () => {
    const steps = stepsOf(input, target, { weight, labelSmoothing: 0.1 });
    expect(idsOf(steps, 'crossEntropyLoss')).toEqual([...softmaxIds, 'pick', 'reduce']);
    expect(idsOf(steps, 'nllLoss')).toContain('weight');
  });

  it('pick 0 for an ignored sample, without a weight', () => {
    const ignored = createTensor([-100, 1], [2], 'int64');
    const steps = stepsOf(input, ignored, { weight });
    expect(valueAt(steps, 'pick', 'crossEntropyLoss')).toBe(0);
    expect(idsOf(steps, 'crossEntropyLoss')).not.toContain('weight');
  });

  it('have no sides for a loss that PyTorch refuses, and there are none for a sample that is not there', () => {
    const probs = createTensor([0.5, 0.5, 0, 0.25, 0.25, 0.5], [2, 3], 'float32');
    const results = {
      ...resultsOf(input, probs, {}),
      nllLoss: nllLoss(input, createTensor([9, 9], [2], 'int64')),
    };
    const steps = lossSteps({ input, target: probs, options: {}, sample: 0, ...results });
    expect(idsOf(steps, 'nllLoss')).toEqual([]);
    expect(idsOf(steps, 'crossEntropyLoss')).toHaveLength(9);
    expect(stepsOf(input, target, {}, 2)).toEqual([]);
    expect(stepsOf(input, target, {}, -1)).toEqual([]);
  });

  it('follow the class dimension of (N, C, d1), sample by sample in the order of the unreduced loss', () => {
    const deep = createTensor([1, 2, 3, 4, 5, 6], [1, 3, 2], 'float64');
    const steps = stepsOf(deep, createTensor([0, 2], [1, 2], 'int64'), {}, 1);
    expect(valueAt(steps, 'input', 'nllLoss')).toEqual(Float64Array.of(2, 4, 6));
    expect(valueAt(steps, 'pick', 'nllLoss')).toBe(-6);
  });
});
