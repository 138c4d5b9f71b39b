import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { crossEntropyLoss } from '../../../../src/core/loss/crossEntropyLoss';
import { klDivLoss } from '../../../../src/core/loss/klDivLoss';
import type { LossResult } from '../../../../src/core/loss/lossTypes';
import { nllLoss } from '../../../../src/core/loss/nllLoss';
import type { DType } from '../../../../src/core/tensor/dtype';
import { createTensor, type Tensor } from '../../../../src/core/tensor/tensor';

/** A number as the oracle writes it: JSON has neither nan nor ±inf nor -0. */
export type GoldenNumber = number | 'nan' | 'inf' | '-inf' | '-0';

export interface GoldenTensor {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: readonly GoldenNumber[];
}

export interface GoldenError {
  readonly type: string;
  readonly message: string;
}

export interface GoldenCase {
  readonly name: string;
  readonly loss: 'crossEntropyLoss' | 'nllLoss' | 'klDivLoss';
  readonly input: GoldenTensor;
  readonly target: GoldenTensor;
  readonly options: Readonly<Record<string, GoldenTensor | GoldenNumber | boolean>>;
  readonly output?: GoldenTensor;
  readonly gradInput?: GoldenTensor;
  readonly error?: GoldenError;
  /** `backward()` raises although the loss has a value. */
  readonly backwardError?: GoldenError;
}

export interface GoldenFile<Case> {
  readonly torch: string;
  readonly cases: readonly Case[];
}

export function readGolden<Case>(name: string): GoldenFile<Case> {
  const url = new URL(`../../../fixtures/torch/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

export function decodeNumber(value: GoldenNumber): number {
  if (typeof value === 'number') return value;
  const named = {
    nan: Number.NaN,
    inf: Number.POSITIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
    '-0': -0,
  };
  return named[value];
}

export function decodeTensor({ data, shape, dtype }: GoldenTensor): Tensor {
  return createTensor(Float64Array.from(data, decodeNumber), shape, dtype);
}

const losses = { crossEntropyLoss, nllLoss, klDivLoss };

/** Runs our loss on a case. Options go in as they stand, also those that the types would not let through. */
export function runCase({ loss, input, target, options }: GoldenCase): LossResult {
  const decoded = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, decodeOption(name, value)]),
  );
  return losses[loss](decodeTensor(input), decodeTensor(target), decoded);
}

function decodeOption(name: string, value: GoldenTensor | GoldenNumber | boolean) {
  if (typeof value === 'object') return decodeTensor(value);
  return name === 'labelSmoothing' ? decodeNumber(value as GoldenNumber) : value;
}

/**
 * Relative and absolute tolerance by the dtype in which PyTorch computed. float64: some units in the last place, and
 * absolute because softmax and one-hot cancel; the others: a few roundings of their own, since ours is float64.
 */
const tolerances: Readonly<Partial<Record<DType, { relative: number; absolute: number }>>> = {
  float64: { relative: 1e-12, absolute: 1e-15 },
  float32: { relative: 1e-6, absolute: 1e-7 },
  float16: { relative: 4e-3, absolute: 1e-3 },
  bfloat16: { relative: 3e-2, absolute: 1e-2 },
};

/** The loosest tolerance among the tensors that PyTorch computed with. */
function toleranceOf({ input, target, options }: GoldenCase, golden: GoldenTensor) {
  const weights = Object.values(options).filter((value) => typeof value === 'object');
  const found = [input, target, golden, ...weights].flatMap(({ dtype }) => tolerances[dtype] ?? []);
  return found.reduce((loosest, next) => (next.relative > loosest.relative ? next : loosest));
}

/** Shape and dtype are equal, and each value is, up to the tolerance; nan equals nan, +0 equals -0. */
export function expectSameTensor(actual: Tensor | null, golden: GoldenTensor, given: GoldenCase): void {
  expect(actual).not.toBeNull();
  if (actual === null) return;
  expect(actual.dtype).toBe(golden.dtype);
  expect(actual.shape).toEqual(golden.shape);
  const { relative, absolute } = toleranceOf(given, golden);
  const expected = golden.data.map(decodeNumber);
  const wrong = expected.flatMap((value, i) => {
    const ours = actual.data[i];
    const isSame =
      Object.is(ours, value) ||
      ours === value ||
      Math.abs(ours - value) <= Math.max(absolute, relative * Math.abs(value));
    return isSame ? [] : [{ i, ours, value }];
  });
  expect(actual.data.length).toBe(expected.length);
  expect(wrong).toEqual([]);
}
