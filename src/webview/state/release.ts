import type { Evaluation } from '../../core';
import { tensorOf } from '../view/samples';

/**
 * Gives back the memory of the arrays that have an element for each value of the input, which are empty from then on.
 * Left to the garbage collector, those of a large input that is dragged make it stop the page several times a second.
 */
export function release({ tensors, logProbs, losses }: Evaluation): void {
  const input = tensorOf(tensors, 'input');
  const gradients = losses && [losses.crossEntropyLoss.gradInput, losses.nllLoss.gradInput];
  const large = [input?.tensor, input?.unedited, logProbs, ...(gradients ?? [])];
  const buffers = new Set(large.flatMap((tensor) => (tensor ? [tensor.data.buffer] : [])));
  const { port1: nowhere } = new MessageChannel();
  nowhere.close();
  nowhere.postMessage(null, [...buffers]);
}
