import type { KlReduction } from '../loss/lossTypes';
import type { Tensor } from '../tensor/tensor';
import type { LiteralOperation } from '../text/literal';
import type { TextRange } from '../textRange';
import type { LossName } from './torch/losses';
import type { LossOptionName } from './torch/tensor/lossInputs';

/** An argument of a call as it was when the loss was called. */
export interface Argument extends TextRange {
  /** Index of the literal that it goes back to; its numbers may have been changed since. */
  readonly literal: number;
  readonly tensor: Tensor;
  /** The last operations on the way to the call as far as they matter to the losses, innermost first. */
  readonly operations: readonly LiteralOperation[];
  readonly requiresGrad: boolean;
}

/** One call of a loss: `criterion(logits, target)` or `F.nll_loss(log_probs, target)`. */
export interface LossCall extends TextRange {
  readonly loss: LossName;
  readonly input: Argument;
  readonly target: Argument;
  readonly weight: Argument | null;
  /** As PyTorch would take it, which refuses what it does not know. */
  readonly reduction: KlReduction | (string & {});
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;
  /** Options whose value is not evaluated; they stand here with their default. */
  readonly unknownOptions: readonly LossOptionName[];
  /**
   * Set when input and target are as they were before something that is not evaluated, and that may have changed them:
   * the numbers are not those of the call.
   */
  readonly before: NotEvaluatedPlace | null;
  /** The call of `backward()` on the result, when there is one. */
  readonly backward: TextRange | null;
}

/** Code that is not evaluated. */
export interface NotEvaluatedPlace extends TextRange {
  readonly message: string;
}

/** How a program uses the losses. */
export interface LossUsage {
  readonly calls: readonly LossCall[];
  /** `nn.CrossEntropyLoss(x, y)`: tensors given to the constructor. */
  readonly constructorCalls: readonly (TextRange & { readonly loss: LossName })[];
  /** Indices of the literals that have a part in what a loss is called with. */
  readonly ingredients: readonly number[];
  /** The text names a loss, so that a tensor without a followed call may still go to one. */
  readonly namesLoss: boolean;
}

export const noLossUsage: LossUsage = {
  calls: [],
  constructorCalls: [],
  ingredients: [],
  namesLoss: false,
};
