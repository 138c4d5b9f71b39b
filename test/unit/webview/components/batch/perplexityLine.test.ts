import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { EvaluateOptions, LossKey } from '../../../../../src/core';
import { PerplexityLine } from '../../../../../src/webview/components/batch/PerplexityLine';
import { partsOf } from '../../view/partsOf';

const logits = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]';

function lineOf(text: string, loss: LossKey = 'crossEntropyLoss', options: EvaluateOptions = {}): string {
  const html = renderToString(h(PerplexityLine, { loss, parts: partsOf(text, {}, options) }));
  return html.replace(/<[^>]*>/g, '');
}

// F.cross_entropy(logits, y), its exp() and its quotient with log(2), of PyTorch 2.13.
test('the perplexity, what it is made of, and the bits', () => {
  expect(lineOf(logits)).toBe('Perplexity1.3751 = exp(0.3185), mean of 2 targets · 0.4596 bits per token');
});

test.each<[string, LossKey, EvaluateOptions, string]>([
  [
    logits,
    'nllLoss',
    {},
    'The input looks like logits: exp(input) is not the probability that the model gives. For CrossEntropyLoss the input fits.',
  ],
  ['logits = [[2.0, 1.0], [0.5, 2.5]]', 'crossEntropyLoss', {}, 'The target is assumed'],
  [logits.replace('[0, 1]', '[[1.0, 0.0, 0.0], [0.0, 0.5, 0.5]]'), 'crossEntropyLoss', {}, 'not defined'],
  [logits.replace('[0, 1]', '[-100, -100]'), 'crossEntropyLoss', {}, 'all are ignored'],
  [logits.replace('0.1]', 'nan]'), 'crossEntropyLoss', {}, 'this holds if softmax(input) is'],
])('%s of %s with %o: %s is said', (text, loss, options, words) => {
  expect(lineOf(text, loss, options)).toContain(words);
});

test('options that make the loss another number are named, and left out', () => {
  const weight = { data: Float64Array.of(1, 2, 3), shape: [3], dtype: 'float32' as const };
  const line = lineOf(logits, 'crossEntropyLoss', { weight, labelSmoothing: 0.1, reduction: 'sum' });
  expect(line).toContain('1.3751 = exp(0.3185)');
  expect(line).toContain("is not its logarithm: class weights, label_smoothing=0.1, reduction='sum'.");
});
