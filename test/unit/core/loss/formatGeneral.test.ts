import { describe, expect, it } from 'vitest';
import { formatGeneral } from '../../../../src/core/loss/formatGeneral';

describe('formatGeneral', () => {
  it('writes six significant digits, and an exponent where they do not reach', () => {
    const values = [1.5, 2, 1.00001, 100000, 1234567.5, 1e-7, Number.POSITIVE_INFINITY, Number.NaN];
    expect(values.map(formatGeneral)).toEqual([
      '1.5',
      '2',
      '1.00001',
      '100000',
      '1.23457e+06',
      '1e-07',
      'inf',
      'nan',
    ]);
  });
});
