import * as v from 'valibot';
import { listOf, messageOf, nullOr, text, whole } from './schema';
import { dtype } from './tensor';
import { float64Array } from './typedArrays';

/** A number that may be nan or inf, which JSON has not: an array of one element. */
const scalar = v.pipe(
  float64Array,
  v.check(({ length }) => length === 1),
);

const runLoss = messageOf({
  /** The reduced loss; null where it has none, as with `reduction='none'`. */
  value: nullOr(scalar),
  /** L2 norm of its gradient; null where it has none. */
  gradNorm: nullOr(scalar),
  /** (samples): the unreduced loss. */
  perSample: nullOr(float64Array),
});

const runFields = messageOf({
  /** Where its tensors stand, to show: `play.py:4`. */
  place: text,
  /** The options that are not PyTorch's defaults, as code: `reduction='sum'`. */
  settings: listOf(text),
  dtype,
  /** Shape of the samples: that of the input without its classes. */
  shape: listOf(whole),
  numClasses: whole,
  losses: messageOf({ crossEntropyLoss: runLoss, nllLoss: runLoss }),
  /** Share of the predictions that are the target's class; null where there is no target to compare with. */
  accuracy: nullOr(scalar),
  /** (samples): the class of the target, -1 for none; null where there is no target to compare with. */
  target: nullOr(float64Array),
  /** (samples): the class of the largest value. */
  predicted: nullOr(float64Array),
});

/** What is compared of an evaluation: no more of it than that, so that many can be kept. */
export type Run = v.InferOutput<typeof runFields>;

/** A run that was pinned. `id` counts up in the order of pinning. */
const pin = messageOf({ id: whole, run: v.pipe(runFields, v.check(hasOneElementForEachSample)) });

export type Pin = v.InferOutput<typeof pin>;

/** The pins in the order of pinning, and which two runs are compared, by id: null for the present one. */
export const comparison = messageOf({ pins: v.array(pin), a: nullOr(whole), b: nullOr(whole) });

export type Comparison = v.InferOutput<typeof comparison>;

export const noComparison: Comparison = { pins: [], a: null, b: null };

/** The arrays of a run that have an element for each sample. */
export function sampleArraysOf({ losses, target, predicted }: Run): readonly Float64Array[] {
  const arrays = [losses.crossEntropyLoss.perSample, losses.nllLoss.perSample, target, predicted];
  return arrays.filter((array) => array !== null);
}

function hasOneElementForEachSample(run: Run): boolean {
  const count = run.shape.reduce((product, size) => product * size, 1);
  return sampleArraysOf(run).every(({ length }) => length === count);
}
