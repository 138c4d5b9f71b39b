import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { crossEntropyLoss } from '../../../../../src/core/loss/crossEntropyLoss';
import { formula, shortFormula } from '../../../../../src/core/loss/formula/formula';
import { logSoftmaxFormula } from '../../../../../src/core/loss/formula/logSoftmaxFormula';
import type { Reduction } from '../../../../../src/core/loss/lossTypes';
import { createTensor, type Tensor } from '../../../../../src/core/tensor/tensor';

const input = createTensor(Float32Array.of(2, 1, 0.1, 0.5, 2.5, 0.3), [2, 3]);
const indices = createTensor([0, 1], [2]);
const probs = createTensor(Float32Array.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1), [2, 3]);
const weight = createTensor([1, 2, 3], [3], 'float32');
const logProbs = createTensor([-0.417, -1.417, -2.317, -2.22, -0.22, -2.42], [2, 3], 'float32');

function render(tex: string): string {
  return katex.renderToString(tex, { throwOnError: true, strict: 'error', displayMode: true });
}

describe('formula', () => {
  it('substitutes the numbers of the sample into cross entropy', () => {
    const { general, substituted, reduced } = formula({
      loss: 'crossEntropyLoss',
      input,
      target: indices,
      options: {},
      sample: 0,
    });
    expect(general).toBe('\\ell_{n} = -\\log \\frac{\\exp(x_{n,y_{n}})}{\\sum_{c=0}^{C-1} \\exp(x_{n,c})}');
    expect(substituted).toBe(
      '\\ell_{0} = -\\log \\frac{e^{2.0000}}{e^{2.0000} + e^{1.0000} + e^{0.1000}} = -\\log(0.6590) = 0.4170',
    );
    expect(reduced).toBe('L = \\frac{\\sum \\ell_{n}}{N} = \\frac{0.4170 + 0.2200}{2} = 0.3185');
  });

  it('substitutes the numbers of the sample into negative log likelihood', () => {
    const parts = formula({ loss: 'nllLoss', input: logProbs, target: indices, options: {}, sample: 1 });
    expect(parts.general).toBe('\\ell_{n} = -x_{n,y_{n}}');
    expect(parts.substituted).toBe('\\ell_{1} = -(-0.2200) = 0.2200');
  });

  it('shows weights in the sample and in the divisor of the mean', () => {
    const parts = formula({
      loss: 'nllLoss',
      input: logProbs,
      target: indices,
      options: { weight },
      sample: 1,
    });
    expect(parts.general).toBe('\\ell_{n} = -w_{y_{n}}\\,x_{n,y_{n}}');
    expect(parts.substituted).toBe('\\ell_{1} = -2.0000 \\cdot (-0.2200) = 0.4400');
    expect(parts.reduced).toBe(
      'L = \\frac{\\sum \\ell_{n}}{\\sum w_{y_{n}}} = \\frac{0.4170 + 0.4400}{3.0000} = 0.2857',
    );
  });

  it('shows label smoothing and probabilities where the call has them', () => {
    const request = { loss: 'crossEntropyLoss', input, sample: 0, options: { labelSmoothing: 0.1 } } as const;
    expect(formula({ ...request, target: indices }).substituted).toBe(
      '\\ell_{0} = 0.9000 \\cdot 0.4170 + \\frac{0.1000}{3} \\left(0.4170 + 1.4170 + 2.3170\\right) = 0.5137',
    );
    const soft = formula({ ...request, target: probs, options: {} });
    expect(soft.general).toContain('-\\sum_{c=0}^{C-1} y_{n,c}\\,\\log p_{n,c}');
    expect(soft.substituted).toBe(
      '\\ell_{0} = 0.7000 \\cdot 0.4170 + 0.2000 \\cdot 1.4170 + 0.1000 \\cdot 2.3170 = 0.8070',
    );
  });

  it('says that an ignored sample counts nothing', () => {
    const target = createTensor([0, -100], [2]);
    const parts = formula({ loss: 'crossEntropyLoss', input, target, options: {}, sample: 1 });
    expect(parts.substituted).toBe('\\ell_{1} = 0 \\quad (y = -100 \\text{ is ignored})');
    expect(parts.reduced).toContain('{\\#\\{y_{n} \\neq -100\\}} = \\frac{0.4170 + 0.0000}{1}');
  });

  it('writes at most six classes and always the one of the target', () => {
    const many = createTensor(
      Float32Array.from({ length: 10 }, (_, c) => c / 10),
      [1, 10],
    );
    const target = createTensor([6], [1]);
    const { substituted } = formula({
      loss: 'crossEntropyLoss',
      input: many,
      target,
      options: {},
      sample: 0,
    });
    expect(substituted).toContain(
      '{e^{0.0000} + e^{0.1000} + e^{0.2000} + \\cdots + e^{0.6000} + \\cdots + e^{0.9000}}',
    );
  });

  it('says so when there is no value', () => {
    const target = createTensor([0, 3], [2]);
    const parts = formula({ loss: 'crossEntropyLoss', input, target, options: {}, sample: 0 });
    expect(parts.substituted).toBe('\\text{no value}');
    expect(parts.reduced).toBe('\\text{no value}');
  });

  it('takes the result of the call when it is at hand', () => {
    const request = { loss: 'crossEntropyLoss', input, target: indices, options: {}, sample: 0 } as const;
    const result = crossEntropyLoss(input, indices);
    expect(formula({ ...request, result })).toEqual(formula(request));
    const other = crossEntropyLoss(input, indices, { weight });
    expect(formula({ ...request, result: other }).reduced).not.toBe(formula(request).reduced);
  });

  it('counts samples of (N, C, d) by all of their subscripts', () => {
    const x = createTensor(
      Float32Array.from({ length: 12 }, (_, i) => i / 4),
      [2, 3, 2],
    );
    const target = createTensor([0, 1, 2, 0], [2, 2]);
    const parts = formula({ loss: 'nllLoss', input: x, target, options: {}, sample: 3 });
    expect(parts.general).toBe('\\ell_{n,d} = -x_{n,y_{n,d},d}');
    expect(parts.substituted).toBe('\\ell_{1,1} = -1.7500 = -1.7500');
    expect(parts.reduced).toContain('{N D}');
  });

  it('uses the corrected target where its meaning is evident', () => {
    const target = createTensor(Float32Array.of(0, 1), [2]);
    expect(
      formula({ loss: 'crossEntropyLoss', input, target, options: {}, sample: 1 }).substituted,
    ).toContain('= 0.2200');
  });
});

describe('logSoftmaxFormula', () => {
  it('shows the step from logits to log-probabilities', () => {
    const parts = logSoftmaxFormula(input, 0, 1);
    expect(parts.substituted).toBe(
      '\\log p_{0,1} = 1.0000 - \\log\\left(e^{2.0000} + e^{1.0000} + e^{0.1000}\\right) = 1.0000 - 2.4170 = -1.4170',
    );
    expect(parts.reduced).toBe('\\log p_{0} = \\left(-0.4170,\\; -1.4170,\\; -2.3170\\right)');
  });

  it('takes the sum from a finite element when the class is -inf', () => {
    const row = createTensor(Float32Array.of(1, Number.NEGATIVE_INFINITY), [2]);
    expect(logSoftmaxFormula(row, 0, 1).substituted).toContain('= -\\infty - 1.0000 = -\\infty');
  });
});

describe('KaTeX renders every formula', () => {
  const special = createTensor(
    Float64Array.of(Number.NaN, Infinity, -Infinity, 1e-9, -1e30, 3, 20, 0, -3e-7),
    [3, 3],
  );
  const images = createTensor(
    Float32Array.from({ length: 24 }, (_, i) => i / 7),
    [2, 3, 2, 2],
  );
  const cases: readonly [string, Tensor, Tensor][] = [
    ['indices', input, indices],
    ['probabilities', input, probs],
    ['ignored targets', input, createTensor([-100, 1], [2])],
    ['special values', special, createTensor([0, 2, 1], [3])],
    ['one sample', createTensor(Float32Array.of(1, 2, 3), [3]), createTensor([2], [])],
    ['an image', images, createTensor([0, 1, 2, 1, 0, 1, 2, 1], [2, 2, 2])],
    ['an empty batch', createTensor([], [0, 3]), createTensor([], [0], 'int64')],
    ['a refused target', input, createTensor([0, 7], [2])],
  ];
  const reductions: readonly Reduction[] = ['none', 'mean', 'sum'];
  for (const [name, x, target] of cases) {
    for (const reduction of reductions) {
      for (const labelSmoothing of [0, 0.1]) {
        it(`for ${name}, ${reduction}, label_smoothing ${labelSmoothing}`, () => {
          const weights = [null, createTensor([1, 0.5, 1e-7], [3], x.dtype)];
          for (const loss of ['crossEntropyLoss', 'nllLoss'] as const) {
            for (const w of weights) {
              const options = { reduction, labelSmoothing, weight: w };
              for (const sample of [0, 1]) {
                const parts = formula({ loss, input: x, target, options, sample });
                for (const tex of Object.values(parts)) {
                  expect(render(tex)).toContain('<span class="katex-display">');
                  expect(tex).not.toMatch(/undefined|NaN|Infinity|\d{8}/);
                }
              }
            }
          }
          for (const tex of Object.values(logSoftmaxFormula(x, 1, 2))) render(tex);
        });
      }
    }
  }
});

// Values: cross_entropy and nll_loss of PyTorch 2.13 with reduction='sum' on the row.
describe('shortFormula', () => {
  const of = (request: Partial<Parameters<typeof shortFormula>[0]>) =>
    shortFormula({ loss: 'crossEntropyLoss', input, target: indices, options: {}, sample: 0, ...request });

  it('has softmax by its name, and one number for it', () => {
    expect(of({})).toEqual({
      general: '\\ell = -\\log \\operatorname{softmax}(x)_y',
      substituted: '\\ell = -\\log 0.6590 = 0.4170',
    });
  });

  it('says a number once where the sign is all there is to do', () => {
    expect(of({ loss: 'nllLoss' })).toEqual({ general: '\\ell = -x_y', substituted: '\\ell = -2.0000' });
    expect(of({ loss: 'nllLoss', input: logProbs }).substituted).toBe('\\ell = -(-0.4170) = 0.4170');
  });

  it('has weights, smoothing and probabilities where the call has them', () => {
    expect(of({ options: { weight }, sample: 1 }).substituted).toBe(
      '\\ell = -2.0000 \\cdot \\log 0.8025 = 0.4401',
    );
    expect(of({ options: { labelSmoothing: 0.1 } }).substituted).toBe(
      '\\ell = 0.9000 \\cdot 0.4170 + 0.1000 \\cdot 1.3837 = 0.5137',
    );
    expect(of({ target: probs }).substituted).toBe('\\ell = 0.8070');
    expect(of({ target: probs }).general).toContain('y_c');
  });

  it('says of an ignored sample that it is, and of a refused call that it has no value', () => {
    expect(of({ options: { ignoreIndex: 0 } }).substituted).toContain('is ignored');
    expect(of({ target: createTensor([0, 1, 2], [3]) }).substituted).toBe('\\text{no value}');
  });

  it('is TeX that KaTeX takes', () => {
    const requests = [
      {},
      { options: { weight, labelSmoothing: 0.1 } },
      { target: probs },
      { loss: 'nllLoss' as const },
    ];
    for (const { general, substituted } of requests.map(of)) {
      render(general);
      render(substituted);
    }
  });
});
