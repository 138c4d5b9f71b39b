import { freshArray, type NewArray } from '../tensor/newArray';
import { rowLayoutOf } from '../tensor/rowLayout';
import type { Tensor } from '../tensor/tensor';
import { type CrossEntropyChecks, checkCrossEntropyLoss, isProbabilityTarget } from './checkCrossEntropyLoss';
import { checkReduction, currentReduction } from './checkReduction';
import { crossEntropyRows, totalWeightOf } from './kernels/indexRows';
import { probabilityRows } from './kernels/probabilityRows';
import { smoothedRows } from './kernels/smoothedRows';
import { logSoftmaxRows } from './kernels/softmaxRows';
import type { CrossEntropyLossOptions, LossResult, TorchError } from './lossTypes';
import { defaultIgnoreIndex, reductions } from './nllLoss';
import { reduceLoss } from './reduceLoss';
import { type ResolvedArguments, refusedResult, resolveArguments } from './resolveArguments';
import type { LossArguments } from './torchFailure';

/** `cross_entropy`'s arguments as PyTorch would take them, after what is evident was corrected. */
export function resolveCrossEntropyLoss(
  input: Tensor,
  target: Tensor,
  options: CrossEntropyLossOptions,
): ResolvedArguments {
  const { weight = null, reduction = 'mean' } = options;
  const checks = checksOf(options);
  return resolveArguments(
    { input, target, weight },
    (args) => checkReduction(reduction, reductions) ?? checkCrossEntropyLoss(args, checks),
  );
}

/**
 * `torch.nn.functional.cross_entropy`: `nllLoss(logSoftmax(input), target)`, and its derivative.
 *
 * `input`: (C), (N, C) or (N, C, d1…dK): logits.
 * `target`: class indices () or (1), (N), (N, d1…dK) in [0, C) or `ignoreIndex`; or class probabilities of the input's
 * shape, which need not sum to 1.
 * 'mean' divides by the summed weights of the targets that are not ignored (indices), or by the number of rows
 * (probabilities); NaN when that is 0. What PyTorch refuses is in `error`, with the value under its correction or none.
 * A `labelSmoothing` below 0 is ignored, as in PyTorch. `logProbs` gets `logSoftmax(input)` of the input as it is given,
 * which costs little here. Source: pytorch LossNLL.cpp, `cross_entropy_loss_symint`.
 */
export function crossEntropyLoss(
  input: Tensor,
  target: Tensor,
  options: CrossEntropyLossOptions = {},
  newArray: NewArray = freshArray,
  logProbs: Float64Array | null = null,
): LossResult {
  const { args, error } = resolveCrossEntropyLoss(input, target, options);
  const isFilled = args?.input === input;
  if (logProbs && !isFilled) {
    const layout = rowLayoutOf(input.shape);
    logSoftmaxRows(input.data, layout, 0, layout.rowCount, logProbs);
  }
  if (args === null) return refusedResult(error);
  const checks = checksOf(options);
  const arrays = { ...arraysOf(args, newArray), logProbs: isFilled ? logProbs : null };
  if (isProbabilityTarget(args)) return lossOfProbabilities(args, arrays, checks, error);
  return checks.labelSmoothing > 0
    ? smoothedLossOfIndices(args, arrays, checks, error)
    : lossOfIndices(args, arrays, checks, error);
}

function checksOf(options: CrossEntropyLossOptions): CrossEntropyChecks {
  return {
    ignoreIndex: options.ignoreIndex ?? defaultIgnoreIndex,
    labelSmoothing: options.labelSmoothing ?? 0,
    reduction: currentReduction(options.reduction ?? 'mean'),
  };
}

type LossArrays = ReturnType<typeof arraysOf> & { readonly logProbs: Float64Array | null };

function arraysOf({ input, target, weight }: LossArguments, newArray: NewArray) {
  const layout = rowLayoutOf(input.shape);
  return {
    input: input.data,
    layout,
    target: target.data,
    weight: weight?.data ?? null,
    perSample: new Float64Array(layout.rowCount),
    gradInput: newArray(input.data.length),
  };
}

function lossOfIndices(
  args: LossArguments,
  arrays: LossArrays,
  { ignoreIndex, reduction }: CrossEntropyChecks,
  error: TorchError | undefined,
): LossResult {
  const totalWeight = totalWeightOf(arrays.target, arrays.weight, ignoreIndex);
  const scale = reduction === 'mean' ? 1 / totalWeight : 1;
  const rows = { ...arrays, ignoreIndex, scale };
  const sum = crossEntropyRows(rows, 0, arrays.layout.rowCount);
  return reduceLoss({ args, rows, reduction, totalWeight, sum, mean: sum / totalWeight, error });
}

function smoothedLossOfIndices(
  args: LossArguments,
  arrays: LossArrays,
  { ignoreIndex, labelSmoothing, reduction }: CrossEntropyChecks,
  error: TorchError | undefined,
): LossResult {
  // `target == ignore_index` compares in the target's dtype, where -100 is 156 for uint8; nll_loss compares in int64.
  const smoothIgnoreIndex = args.target.dtype === 'uint8' ? ignoreIndex & 0xff : ignoreIndex;
  const totalWeight = totalWeightOf(arrays.target, arrays.weight, ignoreIndex);
  const smoothTotal = totalWeightOf(arrays.target, arrays.weight, smoothIgnoreIndex);
  const isMean = reduction === 'mean';
  const rows = {
    ...arrays,
    ignoreIndex,
    smoothIgnoreIndex,
    labelSmoothing,
    scale: isMean ? 1 / totalWeight : 1,
    smoothScale: isMean ? 1 / smoothTotal : 1,
  };
  const sums = smoothedRows(rows, 0, arrays.layout.rowCount);
  const smoothShare = labelSmoothing / arrays.layout.numClasses;
  const sum = sums.target * (1 - labelSmoothing) + sums.smooth * smoothShare;
  const mean = (sums.target / totalWeight) * (1 - labelSmoothing) + (sums.smooth / smoothTotal) * smoothShare;
  return reduceLoss({ args, rows, reduction, totalWeight, sum, mean, error });
}

function lossOfProbabilities(
  args: LossArguments,
  arrays: LossArrays,
  { labelSmoothing, reduction }: CrossEntropyChecks,
  error: TorchError | undefined,
): LossResult {
  // PyTorch divides by numel / C, so that without classes the mean is NaN although there are rows.
  const totalWeight = arrays.input.length / arrays.layout.numClasses;
  const rows = { ...arrays, labelSmoothing, scale: reduction === 'mean' ? 1 / totalWeight : 1 };
  const sum = probabilityRows(rows, 0, arrays.layout.rowCount);
  return reduceLoss({ args, rows, reduction, totalWeight, sum, mean: sum / totalWeight, error });
}
