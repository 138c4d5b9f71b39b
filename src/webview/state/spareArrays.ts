import type { NewArray } from '../../core';

/** Hands out each spare array once where one of its length is asked for, else a fresh one. */
export function arraysFrom(spare: readonly Float64Array[]): NewArray {
  const left = [...spare];
  return (length) => {
    const index = left.findIndex((array) => array.length === length);
    return index < 0 ? new Float64Array(length) : left.splice(index, 1)[0];
  };
}
