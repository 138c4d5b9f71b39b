import type { Tensor } from '../../core';
import type { ReportParts } from './reportParts';

/** The selected sample by itself: its present row (C), and its target, () or (C). Null without a target. */
export interface SampleTensors {
  readonly input: Tensor;
  readonly target: Tensor;
}

export function sampleTensors({ input, target, samples, sample, row }: ReportParts): SampleTensors | null {
  if (!target || row.length === 0) return null;
  const { data, dtype } = target.tensor;
  const hasProbabilities = String(target.tensor.shape) === String(input.tensor.shape);
  const own = hasProbabilities
    ? Float64Array.from({ length: samples.numClasses }, (_, c) => data[samples.offsetOf(sample, c)])
    : data.slice(sample, sample + 1);
  if (own.length === 0) return null;
  return {
    input: { data: row, shape: [row.length], dtype: input.tensor.dtype },
    target: { data: own, shape: hasProbabilities ? [own.length] : [], dtype },
  };
}
