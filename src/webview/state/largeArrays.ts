import type { Evaluation } from '../../core';
import { tensorOf } from '../view/samples';

/** The arrays of an evaluation that have an element for each value of the input. */
export function largeArrays({ tensors, logProbs, losses }: Evaluation): readonly Float64Array[] {
  const input = tensorOf(tensors, 'input');
  const gradients = losses && [losses.crossEntropyLoss.gradInput, losses.nllLoss.gradInput];
  const large = [input?.tensor, input?.unedited, logProbs, ...(gradients ?? [])];
  return [...new Set(large.flatMap((tensor) => (tensor ? [tensor.data] : [])))];
}
