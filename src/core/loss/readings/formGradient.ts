import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { softmax } from '../logSoftmax';
import type { InputReading } from './inputReading';

/**
 * The derivative of a loss with respect to the logits, given the one with respect to the form that was handed to it:
 * the same for logits; `g - softmax(z) Σ g` through log_softmax; `p (g - Σ g p)` through softmax, p = softmax(z).
 * Shape of the logits. Source: the Jacobians of both functions, along the class dimension.
 */
export function formGradient(logits: Tensor, form: InputReading, gradForm: Tensor): Float64Array {
  if (form === 'logits') return gradForm.data;
  const probs = softmax(logits).data;
  const layout = rowLayoutOf(logits.shape);
  const { numClasses, rowCount, stride } = layout;
  const result = new Float64Array(probs.length);
  for (let row = 0; row < rowCount; row++) {
    const offset = rowOffset(layout, row);
    const end = offset + numClasses * stride;
    let sum = 0;
    for (let i = offset; i < end; i += stride) {
      sum += form === 'probabilities' ? gradForm.data[i] * probs[i] : gradForm.data[i];
    }
    for (let i = offset; i < end; i += stride) {
      const g = gradForm.data[i];
      result[i] = form === 'probabilities' ? probs[i] * (g - sum) : g - probs[i] * sum;
    }
  }
  return result;
}
