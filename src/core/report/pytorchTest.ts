import { isProbabilityTarget } from '../loss/checkCrossEntropyLoss';
import type { LossResult } from '../loss/lossTypes';
import { castTensor } from '../tensor/castTensor';
import { tensorCode } from '../tensor/code/tensorCode';
import { type DType, isFloatingPoint } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import { type ReportInput, tensorOfRole } from './reportInput';

const indent = '        ';

/**
 * A Python file that asserts the values and gradients of a report with PyTorch: `python -m unittest file.py`, or
 * pytest. Tolerances are those of `torch.testing.assert_close` for the dtype. What PyTorch refuses is asserted with
 * its type and message. '' for a report without input and target.
 */
export function pytorchTest(report: ReportInput): string {
  const { losses, options } = report.evaluation;
  const input = tensorOfRole(report, 'input')?.tensor;
  const target = tensorOfRole(report, 'target')?.tensor;
  if (!losses || !input || !target) return '';
  const ignoreAndReduction = `ignore_index=${options.ignoreIndex}, reduction=${pythonText(options.reduction)}`;
  const smoothing = `label_smoothing=${pythonNumber(options.labelSmoothing)}`;
  const tests = [
    testOf(
      'cross_entropy',
      `weight=self.weight, ${ignoreAndReduction}, ${smoothing}`,
      [input, target],
      losses.crossEntropyLoss,
    ),
    testOf('nll_loss', `weight=self.weight, ${ignoreAndReduction}`, [input, target], losses.nllLoss),
  ];
  return `"""Losses and gradients of ${docText(report.title)}, as Loss Lens shows them."""

import re
import unittest

import torch
import torch.nn.functional as F


class LossTest(unittest.TestCase):
    def setUp(self):
        ${assigned('self.input = ', input)}
        ${assigned('self.target = ', target)}
        ${options.weight ? assigned('self.weight = ', options.weight) : 'self.weight = None'}

${tests.join('\n')}

if __name__ == "__main__":
    unittest.main()
`;
}

function testOf(
  name: string,
  keywords: string,
  [input, target]: readonly Tensor[],
  result: LossResult,
): string {
  const { output, gradInput, error } = result;
  const call = `F.${name}(input, self.target, ${keywords})`;
  const leaf = isFloatingPoint(input.dtype) ? 'self.input.clone().requires_grad_()' : 'self.input';
  const backwardError = backwardErrorOf(input, target);
  const backward = backwardError
    ? raises('RuntimeError', backwardError, 'loss.sum().backward()')
    : ['loss.sum().backward()', ...(gradInput ? [assertClose('input.grad', gradInput, input.dtype)] : [])];
  const lines = error
    ? raises(error.type, error.message, call)
    : [`loss = ${call}`, ...(output ? [assertClose('loss', output, input.dtype)] : []), ...backward];
  return [
    `    def test_${name}(self):`,
    ...[`input = ${leaf}`, ...lines].map((line) => indent + line),
    '',
  ].join('\n');
}

/**
 * What `backward()` raises although the loss has a value, or null: PyTorch's derivative of nll_loss is stricter about
 * one sample with a target of shape (1), and about an empty spatial uint8 target.
 */
function backwardErrorOf(input: Tensor, target: Tensor): string | null {
  if (isProbabilityTarget({ input, target })) return null;
  if (input.shape.length === 1 && target.shape.length === 1) {
    return `size mismatch (got input: [${input.shape}], target: [${target.shape}])`;
  }
  const isEmptySpatial = input.shape.length > 2 && target.data.length === 0;
  return isEmptySpatial && target.dtype === 'uint8' ? 'expected scalar type Long but found Byte' : null;
}

function raises(type: string, message: string, code: string): readonly string[] {
  return [`with self.assertRaisesRegex(${type}, re.escape(${pythonText(message)})):`, `    ${code}`];
}

/**
 * rtol and atol. rtol is the default of `torch.testing.assert_close` (source: torch/testing/_comparison.py); in the
 * 16-bit types, whose every step rounds to parts of 1, the default atol is far below that.
 */
const tolerances: Partial<Record<DType, readonly [number, number]>> = {
  float16: [1e-3, 1e-3],
  bfloat16: [1.6e-2, 1e-2],
  float32: [1.3e-6, 1e-5],
};

/** A result that is wider than what it was computed from is no more exact than that. */
function assertClose(actual: string, expected: Tensor, computedIn: DType): string {
  const before = `torch.testing.assert_close(${actual}, `;
  const isDefault = expected.dtype === computedIn && computedIn === 'float32';
  const tolerance = isDefault ? undefined : tolerances[computedIn];
  const limits = tolerance ? `, rtol=${tolerance[0]}, atol=${tolerance[1]}` : '';
  return `${assigned(before, castTensor(expected, expected.dtype))}${limits}, equal_nan=True)`;
}

/** Code of the tensor after `before`, its rows under each other. */
function assigned(before: string, tensor: Tensor): string {
  const code = tensorCode(tensor, 'pytorch');
  return before + code.replaceAll('\n', `\n${indent}${' '.repeat(before.length)}`);
}

/** A JSON string is a Python string with the same meaning; no surrogate pairs occur in PyTorch's messages. */
function pythonText(text: string): string {
  return JSON.stringify(text);
}

/** Text that cannot end a docstring, nor escape anything in it. */
function docText(text: string): string {
  return text.replace(/["\\\s]+/g, ' ');
}

function pythonNumber(value: number): string {
  if (!Number.isFinite(value)) return `float('${String(value).replace('Infinity', 'inf').toLowerCase()}')`;
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
