import { describe, expect, it } from 'vitest';
import type { DType } from '../../../../src/core/tensor/dtype';
import { formatNumber, formatShape } from '../../../../src/core/tensor/format';

const rows: readonly [number, DType, string][] = [
  [0.40712, 'float32', '0.4071'],
  [2.0611536e-9, 'float64', '2.0612e-09'],
  [-2.0611536e-9, 'float64', '-2.0612e-09'],
  [0, 'float32', '0.0000'],
  [-0, 'float32', '0.0000'],
  [-0.00004, 'float32', '-4.0000e-05'],
  [0.00012, 'float32', '0.0001'],
  [1e-50, 'float32', '0.0000'],
  [123456, 'float32', '1.2346e+05'],
  [99999.5, 'float32', '99999.5000'],
  [1e300, 'float64', '1.0000e+300'],
  [1e300, 'float32', 'inf'],
  [-1e39, 'float32', '-inf'],
  [Number.NaN, 'float32', 'nan'],
  [0.03125, 'float64', '0.0312'],
  [0.09375, 'float64', '0.0938'],
  [100005, 'float64', '1.0000e+05'],
  [100015, 'float64', '1.0002e+05'],
  [0.1, 'float16', '0.1000'],
  [3, 'int64', '3'],
  [-100, 'int64', '-100'],
  [2 ** 62, 'int64', '4611686018427387904'],
  [1, 'bool', 'True'],
  [0, 'bool', 'False'],
];

describe('formatNumber', () => {
  for (const [value, dtype, text] of rows) {
    it(`writes ${Object.is(value, -0) ? '-0' : value} of ${dtype} as ${text}`, () => {
      expect(formatNumber(value, dtype)).toBe(text);
    });
  }
});

describe('formatShape', () => {
  it('writes sizes in brackets, without a trailing comma', () => {
    expect([[2, 3], [3], [], [0, 3]].map(formatShape)).toEqual(['(2, 3)', '(3)', '()', '(0, 3)']);
  });
});
