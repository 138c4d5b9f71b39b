import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluateText, pytorchTest } from '../../../../src/core';
import { reportTests } from '../../../oracle/report_cases';
import { readGolden } from '../loss/golden';

interface RunTest {
  readonly name: string;
  readonly sha256: string;
  readonly failsWhenChanged: boolean;
}

const { torch, cases } = readGolden<RunTest>('reportTests.json');

describe(`the PyTorch test of a report is one that PyTorch ${torch} has run`, () => {
  const losses = JSON.parse(readFileSync('test/fixtures/torch/losses.json', 'utf8'));
  const made = reportTests(losses.cases);

  test('for every case that was run', () => {
    expect(made.map(({ name }) => name)).toEqual(cases.map(({ name }) => name));
  });

  test.each(made.map(({ name, code }, index) => ({ name, code, index })))('$name', ({ code, index }) => {
    expect(createHash('sha256').update(code).digest('hex')).toBe(cases[index].sha256);
  });

  test('and most of them failed with a changed number, the others have none to change', () => {
    expect(cases.filter(({ failsWhenChanged }) => failsWhenChanged).length).toBeGreaterThan(cases.length / 2);
  });
});

test('a loss that PyTorch refuses is asserted with its type and message', () => {
  const evaluation = evaluateText('logits = [[1.0, 2.0]]\ntarget = torch.tensor([0.0])');
  const code = pytorchTest({ title: 'a.py:1', evaluation, temperature: 1, sample: 0 });
  expect(code).toContain(
    'with self.assertRaisesRegex(RuntimeError, re.escape("expected target dtype to be Long or Byte, but got Float")):',
  );
});

test('a title cannot end the docstring', () => {
  const evaluation = evaluateText('logits = [[1.0, 2.0]]\ntarget = [0]');
  const code = pytorchTest({ title: '"""\nimport os\\', evaluation, temperature: 1, sample: 0 });
  expect(code.split('\n')[0]).toBe('"""Losses and gradients of  import os , as Loss Lens shows them."""');
});
