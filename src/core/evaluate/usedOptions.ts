import type { OptionOrigin, UsedOptions } from '../diagnosis/evaluatedPair';
import type { Reduction } from '../loss/lossTypes';
import type { LossCall } from '../python/lossUsage';
import { lossNamed } from '../python/torch/losses';
import type { LossOptionName } from '../python/torch/tensor/lossInputs';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import type { EvaluateOptions } from './evaluation';

/** PyTorch's defaults. Source: torch/nn/modules/loss.py. */
const defaults = { reduction: 'mean', ignoreIndex: -100, labelSmoothing: 0 } as const;

/** What the user set, else what the text says, else PyTorch's default, each with its origin. */
export function usedOptions(
  user: EvaluateOptions,
  call: LossCall | null,
  writtenWeight: Tensor | null,
  dtype: DType,
  isDtypeWritten: boolean,
): UsedOptions {
  const origin = (mine: unknown, option: LossOptionName, isSet: boolean): OptionOrigin => {
    if (mine !== undefined) return 'user';
    if (call?.unknownOptions.includes(option)) return 'unknown';
    return isSet ? 'text' : 'default';
  };
  const written = call ? { ...call, reduction: reductionOf(call) } : defaults;
  const isSet = (key: keyof typeof defaults) => written[key] !== defaults[key];
  return {
    // What PyTorch does not know reaches the losses as written, which answer with PyTorch's message.
    reduction: user.reduction ?? (written.reduction as Reduction),
    ignoreIndex: user.ignoreIndex ?? written.ignoreIndex,
    labelSmoothing: user.labelSmoothing ?? written.labelSmoothing,
    weight: user.weight !== undefined ? user.weight : writtenWeight,
    dtype,
    origin: {
      reduction: origin(user.reduction, 'reduction', isSet('reduction')),
      ignoreIndex: origin(user.ignoreIndex, 'ignore_index', isSet('ignoreIndex')),
      labelSmoothing: origin(user.labelSmoothing, 'label_smoothing', isSet('labelSmoothing')),
      weight: origin(user.weight, 'weight', writtenWeight !== null),
      dtype: user.dtype !== undefined ? 'user' : isDtypeWritten ? 'text' : 'inferred',
    },
  };
}

/**
 * The reduction of a call. What only another loss knows, as `batchmean` of KLDivLoss, is no wish for these two; what
 * the called loss does not know reaches them as written, for PyTorch's message.
 */
function reductionOf({ loss, reduction }: LossCall): LossCall['reduction'] {
  const isOfOtherLoss =
    lossNamed(loss).reductions.includes(reduction) &&
    !lossNamed('CrossEntropyLoss').reductions.includes(reduction);
  return isOfOtherLoss ? defaults.reduction : reduction;
}
