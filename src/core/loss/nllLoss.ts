import { freshArray, type NewArray } from '../tensor/newArray';
import { rowLayoutOf } from '../tensor/rowLayout';
import type { Tensor } from '../tensor/tensor';
import { checkNllLoss } from './checkNllLoss';
import { checkReduction, currentReduction } from './checkReduction';
import { type NllRows, nllRows, totalWeightOf } from './kernels/indexRows';
import type { LossResult, NllLossOptions } from './lossTypes';
import { reduceLoss } from './reduceLoss';
import { type ResolvedArguments, refusedResult, resolveArguments } from './resolveArguments';

export const defaultIgnoreIndex = -100;
export const reductions = ['none', 'mean', 'sum'] as const;

/** `nll_loss`'s arguments as PyTorch would take them, after what is evident was corrected. */
export function resolveNllLoss(input: Tensor, target: Tensor, options: NllLossOptions): ResolvedArguments {
  const { weight = null, ignoreIndex = defaultIgnoreIndex, reduction = 'mean' } = options;
  return resolveArguments(
    { input, target, weight },
    (args) =>
      checkReduction(reduction, reductions) ?? checkNllLoss(args, ignoreIndex, currentReduction(reduction)),
  );
}

/**
 * `torch.nn.functional.nll_loss`: none, sum or mean of `-weight[target] * input[target]`, and its derivative.
 *
 * `input`: (C), (N, C) or (N, C, d1…dK), natural log; that it holds log-probabilities is not checked here.
 * `target`: () or (1), (N), (N, d1…dK): class indices in [0, C) or `ignoreIndex`.
 * 'mean' divides by the summed weights of the targets that are not ignored, so it is NaN (with derivative 0) when all
 * are. What PyTorch refuses is in `error`, with the value under its correction or none.
 * Source: pytorch aten/src/ATen/native/LossNLL.cpp, `nll_loss_out_frame`.
 */
export function nllLoss(
  input: Tensor,
  target: Tensor,
  options: NllLossOptions = {},
  newArray: NewArray = freshArray,
): LossResult {
  return lossOf(input, target, options, (numel) => newArray(numel).fill(0));
}

/** The same without the derivative, which is as large as the input. */
export function nllLossOutput(input: Tensor, target: Tensor, options: NllLossOptions): LossResult['output'] {
  return lossOf(input, target, options, () => null).output;
}

function lossOf(
  input: Tensor,
  target: Tensor,
  options: NllLossOptions,
  newGradient: (numel: number) => Float64Array | null,
): LossResult {
  const { args, error } = resolveNllLoss(input, target, options);
  if (args === null) return refusedResult(error);
  const reduction = currentReduction(options.reduction ?? 'mean');
  const ignoreIndex = options.ignoreIndex ?? defaultIgnoreIndex;
  const layout = rowLayoutOf(args.input.shape);
  const totalWeight = totalWeightOf(args.target.data, args.weight?.data ?? null, ignoreIndex);
  const rows: NllRows = {
    input: args.input.data,
    layout,
    target: args.target.data,
    weight: args.weight?.data ?? null,
    ignoreIndex,
    scale: reduction === 'mean' ? 1 / totalWeight : 1,
    perSample: new Float64Array(layout.rowCount),
    gradInput: newGradient(args.input.data.length),
  };
  const sum = nllRows(rows, 0, layout.rowCount);
  return reduceLoss({ args, rows, reduction, totalWeight, sum, mean: sum / totalWeight, error });
}
