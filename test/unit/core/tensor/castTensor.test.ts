import { describe, expect, it } from 'vitest';
import { castTensor } from '../../../../src/core/tensor/castTensor';
import type { DType } from '../../../../src/core/tensor/dtype';
import { formatNumber } from '../../../../src/core/tensor/format';
import { roundToDType } from '../../../../src/core/tensor/roundToDType';
import { createTensor } from '../../../../src/core/tensor/tensor';
import { decodeNumber, type GoldenNumber, readGolden } from '../loss/golden';

interface CastCase {
  readonly name: DType;
  readonly values: readonly GoldenNumber[];
  readonly cast: readonly GoldenNumber[];
  readonly printed: readonly string[];
}

const { torch, cases } = readGolden<CastCase>('cast.json');

describe(`castTensor agrees with PyTorch ${torch}`, () => {
  for (const { name, values, cast, printed } of cases) {
    const given = values.map(decodeNumber);

    it(`on the values that ${name} holds`, () => {
      const tensor = createTensor(Float64Array.from(given), [given.length]);
      const { data, shape, dtype } = castTensor(tensor, name);
      expect([...data]).toEqual(cast.map(decodeNumber));
      expect([shape, dtype]).toEqual([[given.length], name]);
      expect(given.map((value) => roundToDType(value, name))).toEqual(cast.map(decodeNumber));
    });

    it(`on how ${name} is printed`, () => {
      expect(given.map((value) => formatNumber(value, name))).toEqual(printed);
    });
  }
});

describe('castTensor', () => {
  it('leaves the given tensor as it was', () => {
    const tensor = createTensor(Float64Array.of(0.1, -1.7), [2]);
    castTensor(tensor, 'int64');
    expect([...castTensor(tensor, 'float64').data]).toEqual([0.1, -1.7]);
    expect(castTensor(tensor, 'float64').data).not.toBe(tensor.data);
  });

  it('wraps whole numbers around and truncates towards zero', () => {
    expect(roundToDType(300.7, 'uint8')).toBe(44);
    expect(roundToDType(-1, 'uint8')).toBe(255);
    expect(roundToDType(-1.9, 'int64')).toBe(-1);
    expect(roundToDType(-0.5, 'int64')).toBe(0);
    expect(roundToDType(Number.NaN, 'int64')).toBe(-(2 ** 63));
    expect(roundToDType(Number.NaN, 'bool')).toBe(1);
  });
});
