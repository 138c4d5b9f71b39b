import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluateText, valuesCsv, valuesJson } from '../../../../src/core';

function reportOf(text: string, options: EvaluateOptions = {}) {
  const evaluation = evaluateText(text, options);
  return { title: 'a.py:1', evaluation, temperature: options.temperature ?? 1, sample: 0 };
}

function csvOf(text: string): readonly (readonly string[])[] {
  const lines = [...valuesCsv(reportOf(text))].join('').split('\r\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => line.split(','));
}

const pair = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]';

describe('values as CSV', () => {
  test('have a line for each sample, with its target, losses, input and gradients', () => {
    const [head, first, second] = csvOf(pair);
    expect(head.slice(0, 8)).toEqual([
      'n',
      'target',
      'cross_entropy',
      'nll',
      'input_0',
      'input_1',
      'input_2',
      'log_softmax_0',
    ]);
    expect(first.slice(0, 2)).toEqual(['0', '0']);
    expect(first[6]).toBe('0.1');
    expect(second[3]).toBe('-2.5');
    expect(head.length).toBe(first.length);
  });

  test('name the place of a sample by its dimensions', () => {
    const [head, ...rows] = csvOf('logits = [[[1.0, 2.0], [3.0, 4.0]]]\ny = [[0, 1]]');
    expect(head.slice(0, 3)).toEqual(['n', 'd1', 'target']);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['0', '0', '0'],
      ['0', '1', '1'],
    ]);
  });

  test('write probabilities as target by class, and nan and inf as PyTorch does', () => {
    const [head, row] = csvOf('logits = [[nan, -inf]]\ntarget = [[0.5, 0.5]]');
    expect(head.slice(1, 3)).toEqual(['target_0', 'target_1']);
    expect(row[head.indexOf('input_0')]).toBe('nan');
    expect(row[head.indexOf('input_1')]).toBe('-inf');
  });

  test('leave out what a refused loss does not have', () => {
    const [head] = csvOf('logits = [[1.0, 2.0]]\ntarget = [[0.3, 0.7]]');
    expect(head).toContain('cross_entropy');
    expect(head).not.toContain('nll');
  });
});

describe('values as JSON', () => {
  test('are valid, with results, options and one row for each sample', () => {
    const json = JSON.parse([...valuesJson(reportOf(pair, { temperature: 2, reduction: 'sum' }))].join(''));
    expect(json).toMatchObject({
      reduction: 'sum',
      ignore_index: -100,
      temperature: 2,
      shape: [2, 3],
      weight: null,
    });
    expect(json.nll).toBe(-2.25);
    expect(json.samples.length).toBe(2);
    expect(json.samples[1][json.columns.indexOf('input_1')]).toBe(1.25);
  });

  test('say nan and inf in words, and what PyTorch refuses in its own', () => {
    const text = [...valuesJson(reportOf('logits = [[nan, -inf]]\ntarget = torch.tensor([0.0])'))].join('');
    const json = JSON.parse(text);
    expect(json.nll_error).toBe('RuntimeError: expected target dtype to be Long or Byte, but got Float');
    expect(json.samples[0]).toContain('nan');
    expect(json.samples[0]).toContain('-inf');
  });
});
