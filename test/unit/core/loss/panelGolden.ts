import { expect } from 'vitest';
import type { CrossEntropyLossOptions } from '../../../../src/core/loss/lossTypes';
import { decodeTensor, type GoldenCase, type GoldenTensor, readGolden } from './golden';

/** A row of panel_maths.json or batch_measures.json: what it is about, and the call. */
export interface PanelCase {
  readonly kind: string;
  readonly name: string;
  readonly options: GoldenCase['options'];
}

/** A row with the tensors of its call. */
export interface PanelCall extends PanelCase {
  readonly input: GoldenTensor;
  readonly target: GoldenTensor;
}

/** The rows of one kind. */
export function panelCases<Case extends { readonly kind: string }>(
  kind: Case['kind'],
  file: 'panel_maths.json' | 'batch_measures.json' = 'panel_maths.json',
): readonly Case[] {
  return readGolden<Case>(file).cases.filter((golden) => golden.kind === kind);
}

export function decodeOptions(options: GoldenCase['options']): CrossEntropyLossOptions {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      typeof value === 'object' ? decodeTensor(value) : value,
    ]),
  );
}

/** Some units in the last place of float64; absolute because softmax and one-hot cancel. */
const relative = 1e-12;
const absolute = 1e-14;

/** Each number equals the one of PyTorch in float64 up to rounding; nan equals nan, +0 equals -0. */
export function expectClose(
  actual: ArrayLike<number | string>,
  expected: ArrayLike<number>,
  tolerance = { relative, absolute },
): void {
  expect(actual.length).toBe(expected.length);
  const wrong = Array.from(expected).flatMap((value, i) => {
    const ours = actual[i];
    const isSame =
      Object.is(ours, value) ||
      ours === value ||
      Math.abs(Number(ours) - value) <= tolerance.absolute + tolerance.relative * Math.abs(value);
    return isSame ? [] : [{ i, ours, value }];
  });
  expect(wrong).toEqual([]);
}
