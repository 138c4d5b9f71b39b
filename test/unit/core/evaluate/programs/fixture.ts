import { readFileSync } from 'node:fs';
import type { DType, Tensor } from '../../../../../src/core';

export interface RecordedTensor {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: readonly (number | string)[];
}

export interface RecordedError {
  readonly type: string;
  readonly message: string;
}

/** A call of a loss as PyTorch ran it. `input` and `target` are what reached it. */
export interface RecordedCall {
  readonly loss: 'CrossEntropyLoss' | 'NLLLoss';
  /** From 1. */
  readonly line: number;
  readonly input: RecordedTensor | { readonly type: string };
  readonly target: RecordedTensor | { readonly type: string };
  readonly output?: RecordedTensor;
  readonly error?: RecordedError;
}

/** A program of the fixture; test/oracle/programs.py says what it holds. */
export interface Program {
  readonly kinds: readonly string[];
  readonly wrap: 'none' | 'fence' | 'prompt' | 'ipython' | 'crlf' | 'tabs';
  readonly text: string;
  readonly calls: readonly RecordedCall[];
  readonly error?: RecordedError & { readonly line: number | null };
  /** Its text alone does not tell what it computes. */
  readonly isUnfollowed?: boolean;
}

export function readPrograms(path = 'test/fixtures/torch/programs.json'): readonly Program[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly programs: readonly Program[] }).programs;
}

const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
};

export function numberOf(value: number | string): number {
  return typeof value === 'number' ? value : special[value];
}

/** Relative differences that the arithmetic of a dtype does not settle. */
const relative: Partial<Record<DType, number>> = { float64: 1e-6, float16: 4e-3, bfloat16: 3e-2 };
const absolute = 1e-5;

function isClose(value: number, wanted: number, tolerance: number): boolean {
  if (Number.isNaN(wanted) || !Number.isFinite(wanted)) return Object.is(value, wanted);
  return Math.abs(value - wanted) <= tolerance * Math.abs(wanted) + Math.max(absolute, tolerance / 2);
}

/** Same dtype and shape, and numbers as near as the dtype tells them apart, or the narrower one they come from (`by`). */
export function isRecorded(
  tensor: Tensor,
  recorded: RecordedTensor | { readonly type: string },
  by: RecordedTensor | { readonly type: string } = recorded,
): boolean {
  if (!('data' in recorded) || tensor.dtype !== recorded.dtype) return false;
  if (tensor.shape.join() !== recorded.shape.join()) return false;
  const tolerances = [recorded, by].map((one) => ('dtype' in one ? relative[one.dtype] : undefined) ?? 1e-4);
  const tolerance = Math.max(...tolerances);
  return recorded.data.every((wanted, i) => isClose(Number(tensor.data[i]), numberOf(wanted), tolerance));
}
