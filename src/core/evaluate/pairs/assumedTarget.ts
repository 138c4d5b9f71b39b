import { describe } from '../../diagnosis/describe';
import type { EvaluatedTensor } from '../../diagnosis/evaluatedPair';
import * as l10n from '../../l10n';
import { extremeIndices } from '../../tensor/extreme';
import { rowLayoutOf } from '../../tensor/rowLayout';
import { classDimOf } from '../../tensor/shape';
import { createTensor, type Tensor } from '../../tensor/tensor';

/**
 * The stand-in for a missing target: `torch.argmax` along the class dimension. Shape of the input without that
 * dimension, int64.
 */
export function assumedTarget(input: EvaluatedTensor): EvaluatedTensor {
  const { data, shape } = input.tensor;
  const dim = classDimOf(shape);
  const target = createTensor(
    extremeIndices('max', data, rowLayoutOf(shape, dim)),
    shape.filter((_, i) => i !== dim),
    'int64',
  );
  const reason = l10n.t('assumed: the largest value of each row');
  return { ...enteredTarget(target, input), roleReason: reason, isAssumed: true };
}

/** A target that stands nowhere in the text, in the place of the input. */
export function enteredTarget(tensor: Tensor, { from, to }: EvaluatedTensor): EvaluatedTensor {
  return {
    tensor,
    unedited: tensor,
    role: 'target',
    roleReason: l10n.t('entered by you'),
    name: null,
    literal: null,
    description: describe(tensor, { role: 'target' }),
    isAssumed: false,
    from,
    to,
  };
}
