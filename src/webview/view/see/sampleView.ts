import { crossEntropyLoss, type LossKey, logSoftmax, nllLoss, type Tensor } from '../../../core';
import type { ReportParts } from '../reportParts';
import { type SampleTensors, sampleTensors } from '../sampleTensors';

const losses = { crossEntropyLoss, nllLoss };

/** The selected sample as it is now, whatever the size of the batch. */
export interface SampleView {
  readonly tensors: SampleTensors;
  /** (C) */
  readonly row: Float64Array;
  readonly probs: Float64Array;
  /** The class of the target, or its most probable one; null where it is ignored or means no class. */
  readonly target: number | null;
  readonly isIgnored: boolean;
  /** True for probabilities as target. */
  readonly hasProbabilities: boolean;
}

export function sampleViewOf(parts: ReportParts): SampleView | null {
  const tensors = sampleTensors(parts);
  if (!tensors) return null;
  const { data } = tensors.target;
  const hasProbabilities = tensors.target.shape.length > 0;
  const klass = hasProbabilities ? data.indexOf(data.reduce((a, b) => Math.max(a, b))) : data[0];
  const isIgnored = !hasProbabilities && klass === parts.evaluation.options.ignoreIndex;
  const isClass = Number.isInteger(klass) && klass >= 0 && klass < parts.row.length;
  return {
    tensors,
    row: parts.row,
    probs: logSoftmax(tensors.input).data.map(Math.exp),
    target: isClass && !isIgnored ? klass : null,
    isIgnored,
    hasProbabilities,
  };
}

/** Loss of the sample by itself, before the reduction, and its derivative by each value of the row; null where refused. */
export interface SampleLoss {
  readonly value: number;
  readonly gradient: Float64Array;
}

export function sampleLoss(
  loss: LossKey,
  { input, target }: SampleTensors,
  parts: ReportParts,
): SampleLoss | null {
  const { weight, ignoreIndex, labelSmoothing } = parts.evaluation.options;
  const { output, gradInput } = losses[loss](input, target, {
    weight,
    ignoreIndex,
    labelSmoothing,
    reduction: 'sum',
  });
  return output && gradInput ? { value: output.data[0], gradient: gradInput.data } : null;
}

/** As many losses as are computed for a curve, so that a frame is enough. Unit: elements. */
const curveBudget = 40_000;

/**
 * The loss as the logit of class `klass` goes through `domain`, the others staying as they are: points [x, loss]. Each
 * point is a sample of one batch, because a call costs more than a short row.
 */
export function lossCurve(
  loss: LossKey,
  { tensors, row }: SampleView,
  klass: number,
  domain: readonly [number, number],
  parts: ReportParts,
): readonly (readonly [number, number])[] {
  const count = Math.round(Math.min(81, Math.max(15, curveBudget / row.length)));
  const input = repeated({ ...tensors.input, data: row }, count);
  const xs = Float64Array.from(
    { length: count },
    (_, i) => domain[0] + ((domain[1] - domain[0]) * i) / (count - 1),
  );
  for (let i = 0; i < count; i++) input.data[i * row.length + klass] = xs[i];
  const { weight, ignoreIndex, labelSmoothing } = parts.evaluation.options;
  const options = { weight, ignoreIndex, labelSmoothing, reduction: 'none' } as const;
  const { perSample } = losses[loss](input, repeated(tensors.target, count), options);
  const points = Array.from(perSample?.data ?? [], (value, i) => [xs[i], value] as const);
  return points.filter(([, value]) => Number.isFinite(value));
}

/** All that the curves of a sample depend on beside the class: a report of the same numbers has the same curves. */
export function curveKey({ tensors: { input, target } }: SampleView, { evaluation }: ReportParts): string {
  const { weight, ignoreIndex, labelSmoothing } = evaluation.options;
  return [input.data, input.dtype, target.data, weight?.data, ignoreIndex, labelSmoothing].join(' ');
}

/** A batch of the same sample. */
function repeated({ data, shape, dtype }: Tensor, count: number): Tensor {
  const all = new Float64Array(count * data.length);
  for (let i = 0; i < count; i++) all.set(data, i * data.length);
  return { data: all, shape: [count, ...shape], dtype };
}

/** The classes to draw: the most probable ones and the target, in their order. */
export function classesShown({ probs, row, target }: SampleView, limit: number): readonly number[] {
  const all = Array.from(row.keys());
  if (all.length <= limit) return all;
  const rank = (klass: number) => (klass === target ? Number.POSITIVE_INFINITY : probs[klass] || 0);
  return all
    .sort((a, b) => rank(b) - rank(a) || a - b)
    .slice(0, limit)
    .sort((a, b) => a - b);
}

/** The axis of the logits: the values, 0 and some room to drag to, in round numbers. */
export function logitDomain(row: Float64Array): readonly [number, number] {
  const finite = row.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), 0);
  const high = finite.reduce((a, b) => Math.max(a, b), 0);
  const room = Math.max(2, (high - low) * 0.25);
  return [Math.floor(low - room), Math.ceil(high + room)];
}

/** A value on the axis, rounded to about a pixel's worth, so that dragged numbers stay short. */
export function roundOnAxis(value: number, [low, high]: readonly [number, number]): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10((high - low) / 20)));
  return Number(Math.min(high, Math.max(low, value)).toFixed(Math.min(6, digits)));
}
