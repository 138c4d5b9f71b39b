import { describe, expect, it } from 'vitest';
import { broadcastOffsets, broadcastShapes } from '../../../../src/core/tensor/broadcast';

describe('broadcastShapes', () => {
  it('aligns shapes at the right and repeats sizes of 1', () => {
    expect(broadcastShapes([2, 1, 3], [4, 1])).toEqual({ shape: [2, 4, 3], mismatch: null });
    expect(broadcastShapes([], [2])).toEqual({ shape: [2], mismatch: null });
    expect(broadcastShapes([0, 3], [1, 3]).shape).toEqual([0, 3]);
  });

  it('names the first pair of sizes from the right that do not go together', () => {
    expect(broadcastShapes([5, 4], [2, 3, 4]).mismatch).toEqual({ a: 5, b: 3, dim: 1 });
  });
});

describe('broadcastOffsets', () => {
  it('finds the element that each place repeats', () => {
    expect([...broadcastOffsets([2, 1], [2, 3])]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...broadcastOffsets([3], [2, 3])]).toEqual([0, 1, 2, 0, 1, 2]);
    expect([...broadcastOffsets([2, 1, 2], [2, 2, 2])]).toEqual([0, 1, 0, 1, 2, 3, 2, 3]);
    expect([...broadcastOffsets([], [0, 2])]).toEqual([]);
  });
});
