import { type DType, promoteDTypes } from '../tensor/dtype';
import { classDimOf } from '../tensor/shape';
import type { LossResult, Reduction, TorchError } from './lossTypes';
import type { LossArguments } from './torchFailure';

/** What the kernels made of a call, before it becomes tensors. */
export interface LossParts {
  readonly args: LossArguments;
  readonly rows: { readonly perSample: Float64Array; readonly gradInput: Float64Array | null };
  readonly reduction: Reduction;
  readonly totalWeight: number;
  readonly sum: number;
  readonly mean: number;
  readonly error?: TorchError;
}

/** The result of a loss with one value per row: `output` is the sum, the mean, or the values themselves. */
export function reduceLoss(parts: LossParts): LossResult {
  const { args, rows, reduction, totalWeight, sum, mean, error } = parts;
  const dtype = lossDType(args);
  const shape = args.input.shape.filter((_, dim) => dim !== classDimOf(args.input.shape));
  const perSample = { data: rows.perSample, shape, dtype };
  const scalar = reduction === 'mean' ? mean : sum;
  return {
    output: reduction === 'none' ? perSample : { data: Float64Array.of(scalar), shape: [], dtype },
    gradInput: rows.gradInput && { data: rows.gradInput, shape: args.input.shape, dtype: args.input.dtype },
    perSample,
    totalWeight,
    ...(error && { error }),
  };
}

/** Class probabilities and their weights promote the dtype; class indices leave the input's. */
function lossDType({ input, target, weight }: LossArguments): DType {
  const tensors = [input, target, ...(weight === null ? [] : [weight])];
  return promoteDTypes(tensors.map((tensor) => tensor.dtype));
}
