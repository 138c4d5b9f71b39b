import type { LossName } from '../losses';
import type { TorchTensor } from './torchTensor';

/** What a loss is computed from: its tensors, which `T` holds, and every option of any loss. */
export interface LossArguments<T> {
  readonly input: T;
  readonly target: T;
  readonly weight: T | null;
  readonly ignoreIndex: number;
  /** As PyTorch would take it, which refuses what it does not know. */
  readonly reduction: string;
  readonly labelSmoothing: number;
  readonly logTarget: boolean;
}

export const lossOptionNames = ['weight', 'ignore_index', 'reduction', 'label_smoothing'] as const;

/** Options of a loss, in PyTorch's words, without those of KLDivLoss alone. */
export type LossOptionName = (typeof lossOptionNames)[number];

/** Everything that a loss is called with. */
export interface LossInputs extends LossArguments<TorchTensor> {
  /** Options whose value was not evaluated, in PyTorch's words; they stand here with their default. */
  readonly unknownOptions: readonly LossOptionName[];
  /** PyTorch takes no such call, for one of the tensors is none. */
  readonly isRefused: boolean;
}

/** Told of every loss that is called. */
export type LossListener = (name: LossName, inputs: LossInputs) => void;
