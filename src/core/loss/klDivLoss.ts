import { broadcastOffsets, broadcastShapes } from '../tensor/broadcast';
import { isFloatingPoint, promoteDTypes } from '../tensor/dtype';
import { numelOf } from '../tensor/shape';
import type { Tensor } from '../tensor/tensor';
import { checkReduction, currentReduction } from './checkReduction';
import type { KlDivLossOptions, KlReduction, LossResult } from './lossTypes';
import { refusedResult, resolveArguments } from './resolveArguments';
import { failure, type LossArguments, type TorchFailure } from './torchFailure';

const klReductions: readonly KlReduction[] = ['none', 'mean', 'sum', 'batchmean'];

/**
 * `torch.nn.functional.kl_div`: `target * (log(target) - input)`, 0 where the target is 0, or with `logTarget`
 * `exp(target) * (target - input)`; and its derivative by the input.
 *
 * `input`: log-probabilities (natural log, not checked), `target`: probabilities or log-probabilities of any shape
 * that broadcasts with it. 'mean' divides by the number of elements, 'batchmean' by the input's first size (also
 * for 1-D input, where that is C). NaN where a target is negative, or where 0 meets an input of -inf.
 * `totalWeight` is the divisor of 'mean', or of 'batchmean' when that is asked for.
 * Source: pytorch aten/src/ATen/native/Loss.cpp, `kl_div`; torch/nn/functional.py.
 */
export function klDivLoss(input: Tensor, target: Tensor, options: KlDivLossOptions = {}): LossResult {
  const { reduction = 'mean', logTarget = false } = options;
  const { args, error } = resolveArguments(
    { input, target, weight: null },
    (given) => checkReduction(reduction, klReductions) ?? checkKlDiv(given),
  );
  if (args === null) return refusedResult(error);
  const divisor = divisorOf(args, reduction);
  const isDivided = currentReduction(reduction) === 'mean' || reduction === 'batchmean';
  const { perSample, gradInput, sum } = divergence(args, logTarget, isDivided ? 1 / divisor : 1);
  const scalar = isDivided ? sum / divisor : sum;
  return {
    output:
      reduction === 'none' ? perSample : { data: Float64Array.of(scalar), shape: [], dtype: perSample.dtype },
    gradInput,
    perSample,
    totalWeight: divisor,
    ...(error && { error }),
  };
}

function checkKlDiv({ input, target }: LossArguments): TorchFailure | null {
  const message = 'kl_div: Integral inputs not supported.';
  if (!isFloatingPoint(input.dtype)) return failure('RuntimeError', message, 'input-dtype');
  if (!isFloatingPoint(target.dtype)) return failure('RuntimeError', message, 'kl-target-dtype');
  const { mismatch } = broadcastShapes(target.shape, input.shape);
  if (mismatch === null) return null;
  const { a, b, dim } = mismatch;
  return failure(
    'RuntimeError',
    `The size of tensor a (${a}) must match the size of tensor b (${b}) at non-singleton dimension ${dim}`,
  );
}

function divisorOf({ input, target }: LossArguments, reduction: KlReduction): number {
  if (reduction === 'batchmean') return input.shape[0] ?? 1;
  return numelOf(broadcastShapes(target.shape, input.shape).shape);
}

interface Divergence {
  readonly perSample: Tensor;
  readonly gradInput: Tensor;
  readonly sum: number;
}

/** Every element; where the input was broadcast, its derivative is the sum over its copies. */
function divergence({ input, target }: LossArguments, logTarget: boolean, scale: number): Divergence {
  const { shape } = broadcastShapes(target.shape, input.shape);
  const inputOffsets = broadcastOffsets(input.shape, shape);
  const targetOffsets = broadcastOffsets(target.shape, shape);
  const data = new Float64Array(inputOffsets.length);
  const grad = new Float64Array(input.data.length);
  let sum = 0;
  for (let i = 0; i < data.length; i++) {
    const x = input.data[inputOffsets[i]];
    const t = target.data[targetOffsets[i]];
    const factor = logTarget ? Math.exp(t) : t;
    data[i] = logTarget ? factor * (t - x) : (t === 0 ? 0 : t * Math.log(t)) - t * x;
    grad[inputOffsets[i]] -= factor * scale;
    sum += data[i];
  }
  return {
    perSample: { data, shape, dtype: klDType(input, target) },
    gradInput: { data: grad, shape: input.shape, dtype: input.dtype },
    sum,
  };
}

/** A 0-d tensor does not widen the dtype of one with dimensions. */
function klDType(input: Tensor, target: Tensor): Tensor['dtype'] {
  if (input.shape.length > 0 && target.shape.length === 0) return input.dtype;
  if (target.shape.length > 0 && input.shape.length === 0) return target.dtype;
  return promoteDTypes([input.dtype, target.dtype]);
}
