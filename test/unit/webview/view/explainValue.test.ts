import { expect, test } from 'vitest';
import { castTensor, type EvaluateOptions, evaluateText, type LossKey } from '../../../../src/core';
import { explainValue } from '../../../../src/webview/view/explainValue';
import { tensorOf } from '../../../../src/webview/view/samples';

function explained(text: string, loss: LossKey, options: EvaluateOptions = {}): string | null {
  const evaluation = evaluateText(text, options);
  const input = tensorOf(evaluation.tensors, 'input')?.tensor;
  const result = evaluation.losses?.[loss];
  if (!input || !result?.output) throw new Error(`no value for ${text}`);
  const target = tensorOf(evaluation.tensors, 'target')?.tensor;
  const shown = castTensor(result.output, result.output.dtype).data[0];
  return explainValue(shown, result, input, target, evaluation.options);
}

test('a finite value needs no explanation', () => {
  expect(explained('input = [[2.0, 1.0]]\ntarget = [0]', 'crossEntropyLoss')).toBeNull();
});

test.each([
  ['-60000.0', /^inf: .*float16/],
  ['60000.0', /^-inf: .*float16/],
])(
  'a finite loss of inputs of %s, beyond what its dtype holds, is said to be so with its sign',
  (x, words) => {
    const text = `input = [[${x}, 0.0], [${x}, 0.0]]\ntarget = [0, 0]`;
    expect(explained(text, 'nllLoss', { dtype: 'float16', reduction: 'sum' })).toMatch(words);
  },
);

test.each<[string, string, EvaluateOptions, RegExp]>([
  ['a probability of 0', 'input = [[-inf, 0.0]]\ntarget = [0]', {}, /^inf: a target/],
  ['targets that are all ignored', 'input = [[2.0, 1.0]]\ntarget = [-100]', {}, /every target is ignored/],
  ['nan in the input', 'input = [[nan, 1.0]]\ntarget = [0]', {}, /the input holds nan/],
  ['a row of −inf', 'input = [[-inf, -inf]]\ntarget = [0]', {}, /a row holds nothing but −inf/],
  ['inf in the input', 'input = [[inf, 1.0]]\ntarget = [0]', {}, /inf − inf/],
  [
    'weights of 0',
    'input = [[2.0, 1.0]]\ntarget = [0]\nweight = [0.0, 1.0]',
    {},
    /weights of the targets sum to 0/,
  ],
])('CrossEntropyLoss names %s', (_name, text, options, words) => {
  expect(explained(text, 'crossEntropyLoss', options)).toMatch(words);
});

test('NLLLoss of an input of inf is -inf, and says so', () => {
  expect(explained('input = [[inf, 1.0]]\ntarget = [0]', 'nllLoss')).toMatch(/^-inf: a target/);
});
