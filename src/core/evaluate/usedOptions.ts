import type { Reduction } from '../loss/lossTypes';
import type { WrittenOptions } from '../python/lossUsage';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import type { EvaluateOptions, OptionOrigin, UsedOptions } from './evaluation';

/** PyTorch's defaults. Source: torch/nn/modules/loss.py. */
const defaults = { reduction: 'mean', ignoreIndex: -100, labelSmoothing: 0 } as const;

/** What the user set, else what the text says, else PyTorch's default, each with its origin. */
export function usedOptions(
  user: EvaluateOptions,
  written: WrittenOptions,
  writtenWeight: Tensor | null,
  dtype: DType,
  isDtypeWritten: boolean,
): UsedOptions {
  const origin = (mine: unknown, texts: unknown): OptionOrigin =>
    mine !== undefined ? 'user' : texts !== undefined && texts !== null ? 'text' : 'default';
  return {
    // What PyTorch does not know reaches the losses as written, which answer with PyTorch's message.
    reduction: user.reduction ?? (written.reduction as Reduction | undefined) ?? defaults.reduction,
    ignoreIndex: user.ignoreIndex ?? written.ignoreIndex ?? defaults.ignoreIndex,
    labelSmoothing: user.labelSmoothing ?? written.labelSmoothing ?? defaults.labelSmoothing,
    weight: user.weight !== undefined ? user.weight : writtenWeight,
    dtype,
    origin: {
      reduction: origin(user.reduction, written.reduction),
      ignoreIndex: origin(user.ignoreIndex, written.ignoreIndex),
      labelSmoothing: origin(user.labelSmoothing, written.labelSmoothing),
      weight: origin(user.weight, writtenWeight),
      dtype: user.dtype !== undefined ? 'user' : isDtypeWritten ? 'text' : 'inferred',
    },
  };
}
