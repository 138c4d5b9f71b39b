import type { LossName } from '../../lossUsage';
import type { TorchTensor } from './torchTensor';

/** Everything that a loss is called with. */
export interface LossInputs {
  readonly input: TorchTensor;
  readonly target: TorchTensor;
  readonly weight: TorchTensor | null;
  readonly ignoreIndex: number;
  readonly reduction: string;
  readonly labelSmoothing: number;
  readonly logTarget: boolean;
  /** Options whose value was not evaluated, in PyTorch's words; they stand here with their default. */
  readonly unknownOptions: readonly LossOption[];
}

export type LossOption = 'weight' | 'ignore_index' | 'reduction' | 'label_smoothing';

/** Told of every loss that is called. */
export type LossListener = (name: LossName, inputs: LossInputs) => void;
