import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluateText, type TensorEdit } from '../../../../src/core';

const text = 'logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]])\ny = torch.tensor([0, 1])';
const edit: TensorEdit = { at: Float64Array.of(0), values: Float64Array.of(4) };

function inputOf(source: string, options: EvaluateOptions) {
  const evaluation = evaluateText(source, options);
  const input = evaluation.tensors.find(({ role }) => role === 'input');
  if (!input) throw new Error('no input');
  return { evaluation, input };
}

describe('an edited tensor', () => {
  test('gives what the same numbers in the text give', () => {
    const edited = inputOf(text, { edits: { 0: edit } }).evaluation;
    const written = inputOf(text.replace('2.0', '4.0'), {}).evaluation;
    expect(edited.losses).toEqual(written.losses);
  });

  test('keeps the values of the text beside it', () => {
    const { input } = inputOf(text, { edits: { 0: edit } });
    expect([input.tensor.data[0], input.unedited.data[0]]).toEqual([4, 2]);
  });

  test('is described by its values, not by where the text’s came from', () => {
    const printed =
      'tensor([[0.7000, 0.2000, 0.1000]], grad_fn=<SoftmaxBackward0>)\ntarget = torch.tensor([0])';
    expect(inputOf(printed, {}).input.description.kind).toBe('probabilities');
    expect(inputOf(printed, { edits: { 0: edit } }).input.description.kind).toBe('logits');
  });

  test('of an expression takes the place of its value', () => {
    const code = 'import torch\nx = torch.log(torch.tensor([[0.5, 0.5]]))\ny = torch.tensor([0])';
    const { input } = inputOf(code, { edits: { 0: edit } });
    expect(input.tensor.data[0]).toBe(4);
    expect(input.tensor.data[1]).toBeCloseTo(Math.log(0.5), 6);
  });
});

describe('a temperature', () => {
  test('divides the input of both losses', () => {
    const hot = inputOf(text, { temperature: 2 });
    const halved = inputOf('logits = [[1.0, 0.5, 0.05], [0.25, 1.25, 0.15]]\ny = [0, 1]', {});
    expect(hot.evaluation.losses?.crossEntropyLoss.output?.data[0]).toBeCloseTo(
      halved.evaluation.losses?.crossEntropyLoss.output?.data[0] ?? Number.NaN,
      6,
    );
    expect(hot.evaluation.losses?.nllLoss.output?.data[0]).toBeCloseTo(-1.125, 6);
    expect(hot.input.unedited.data[0]).toBe(2);
  });

  test('of 1 changes nothing', () => {
    expect(inputOf(text, { temperature: 1 }).evaluation).toEqual(inputOf(text, {}).evaluation);
  });
});
