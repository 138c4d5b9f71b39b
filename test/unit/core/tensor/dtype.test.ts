import { describe, expect, it } from 'vitest';
import { promoteDTypes } from '../../../../src/core/tensor/dtype';

describe('promoteDTypes', () => {
  it('takes the widest floating-point type', () => {
    expect(promoteDTypes(['float32', 'float64'])).toBe('float64');
    expect(promoteDTypes(['bfloat16', 'float32', 'int64'])).toBe('float32');
    expect(promoteDTypes(['float16', 'float16'])).toBe('float16');
  });

  it('joins float16 and bfloat16 in float32', () => {
    expect(promoteDTypes(['float16', 'bfloat16'])).toBe('float32');
    expect(promoteDTypes(['float16', 'bfloat16', 'float64'])).toBe('float64');
  });

  it('is float32 without a floating-point type', () => {
    expect(promoteDTypes(['int64', 'bool'])).toBe('float32');
  });
});
