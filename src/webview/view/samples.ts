import { classDimOf, type EvaluatedTensor, rowLayoutOf, rowOffset, type Tensor } from '../../core';

/** How the samples of an input lie in its data. A sample is one position of all dimensions but the classes'. */
export interface Samples {
  readonly count: number;
  readonly numClasses: number;
  /** (N, d1, …, dK): the shape of the samples; () for an input of shape (C). */
  readonly shape: readonly number[];
  /** Offset of class `klass` of a sample in the input's data. */
  offsetOf(sample: number, klass: number): number;
}

/** Samples of an input of shape (C), (N, C) or (N, C, d1, …, dK). */
export function samplesOf(shape: readonly number[]): Samples {
  const dim = classDimOf(shape);
  const layout = rowLayoutOf(shape, dim);
  return {
    count: layout.rowCount,
    numClasses: layout.numClasses,
    shape: shape.filter((_, i) => i !== dim),
    offsetOf: (sample, klass) => rowOffset(layout, sample) + klass * layout.stride,
  };
}

/** Name of a sample by its position: `3` for (N), `(0, 2, 1)` for (N, d1, d2); '' for an input of shape (C). */
export function labelOf({ shape }: Pick<Samples, 'shape'>, sample: number): string {
  if (shape.length === 0) return '';
  const indices: number[] = [];
  let rest = sample;
  for (const size of [...shape].reverse()) {
    indices.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return indices.length === 1 ? String(indices[0]) : `(${indices.join(', ')})`;
}

/** The class that a target means for a sample, and how much of its probability lies there. */
export interface SampleTarget {
  readonly klass: number;
  /** 1 for class indices. */
  readonly probability: number;
}

/**
 * Target of one sample: the class index, or the largest class of a target of the input's shape (probabilities,
 * one-hot). Null when the target has neither size, so that nothing is said of the wrong sample.
 */
export function targetOf(samples: Samples, target: Tensor | undefined, sample: number): SampleTarget | null {
  if (!target) return null;
  const { data } = target;
  const hasInputShape = target.shape.length === samples.shape.length + 1;
  if (data.length === samples.count && !(samples.numClasses === 1 && hasInputShape)) {
    return { klass: data[sample], probability: 1 };
  }
  if (data.length !== samples.count * samples.numClasses) return null;
  let klass = 0;
  for (let c = 1; c < samples.numClasses; c++) {
    if (data[samples.offsetOf(sample, c)] > data[samples.offsetOf(sample, klass)]) klass = c;
  }
  return { klass, probability: data[samples.offsetOf(sample, klass)] };
}

/** The tensor that plays a role, or undefined. */
export function tensorOf(
  tensors: readonly EvaluatedTensor[],
  role: 'input' | 'target' | 'weight',
): EvaluatedTensor | undefined {
  return tensors.find((tensor) => tensor.role === role);
}
