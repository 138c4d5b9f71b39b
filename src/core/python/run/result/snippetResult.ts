import type { Tensor } from '../../../tensor/tensor';
import type { TextRange } from '../../../textRange';
import type { LossName } from '../../torch/losses';
import type { LossOptionName } from '../../torch/tensor/lossInputs';

/** A value of a snippet as people see it. */
export interface ShownValue {
  /** What Python's `repr` gives. */
  readonly text: string;
  /** The numbers, when it is a tensor or an array. */
  readonly tensor: Tensor | null;
  readonly requiresGrad: boolean;
  /** As in a print: `LogBackward0`; null for a leaf. */
  readonly gradFn: string | null;
}

/** A name with the value that it has after a statement. */
export interface BoundName {
  readonly name: string;
  readonly value: ShownValue;
  /** The expression that made a tensor, where it was given a name; null when it is not known. */
  readonly origin: TextRange | null;
}

/** One statement that ran; its range is that of the statement. */
export interface SnippetStep extends TextRange {
  /** Line of the statement in the text, from 1. */
  readonly line: number;
  /** Names that it bound, in order; after `backward()` also the gradients, as `logits.grad`. */
  readonly bound: readonly BoundName[];
  /** Value of a statement that is an expression, as a prompt would show it; null for others and for None. */
  readonly value: ShownValue | null;
  /** Lines that it printed. */
  readonly printed: readonly string[];
}

/** What could not be evaluated: `cannot evaluate foo(…)`. The rest was evaluated all the same. */
export interface Unevaluated extends TextRange {
  readonly line: number;
  readonly message: string;
}

/** What is worth knowing of a value: where nan comes from, a target that is no distribution. */
export interface LineNote extends TextRange {
  readonly line: number;
  readonly message: string;
}

/** A change of the text; `text` replaces the range. */
export interface SnippetEdit extends TextRange {
  readonly text: string;
}

/** A correction of the code where it stops, for one click. */
export interface SnippetFix {
  /** As `Use torch.tensor`, for a button. */
  readonly title: string;
  readonly edits: readonly SnippetEdit[];
}

/** Where Python would stop; the range is that of the expression at fault. */
export interface SnippetError extends TextRange {
  /** Name of Python's exception: `RuntimeError`, `TypeError`, `NameError`, … */
  readonly type: string;
  /** Its message, word for word. */
  readonly message: string;
  readonly line: number;
  readonly fix: SnippetFix | null;
}

/** One expression that a value went through; `name` is the last word of a call or attribute, '' for others. */
export interface TraceStep extends TextRange {
  readonly name: string;
  /** The dimension that it is given; null when it is given none. */
  readonly dim: number | null;
}

/** A tensor that a loss was called with. The range is that of the argument. */
export interface SnippetTensor extends TextRange {
  /** The expression that made it, where it was given its name; the argument itself when it was not. */
  readonly origin: TextRange;
  /** The expressions that it went through, outermost first, down to where its numbers are written. */
  readonly steps: readonly TraceStep[];
  /** Every expression whose value had a part in it. */
  readonly ingredients: readonly TextRange[];
  readonly tensor: Tensor;
  readonly requiresGrad: boolean;
  readonly gradFn: string | null;
}

/** One call of a loss; its range is that of the call. */
export interface SnippetLoss extends TextRange {
  readonly loss: LossName;
  readonly line: number;
  readonly input: SnippetTensor;
  readonly target: SnippetTensor;
  readonly reduction: string;
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;
  /** (C), or null. */
  readonly weight: SnippetTensor | null;
  /** Options whose value is not evaluated: they stand here with their default. */
  readonly unknownOptions: readonly LossOptionName[];
  /** Set when input or target are as they were before a statement that is not evaluated. */
  readonly before: Unevaluated | null;
  /** The call of `backward()` on the result, if there is one. */
  readonly backward: TextRange | null;
}

/** Something in the text that concerns a loss. */
export interface LossPlace extends TextRange {
  readonly loss: LossName;
}

/** A call of a loss whose input or target is not known. */
export interface LossFailure extends LossPlace {
  readonly line: number;
  /** What is not evaluated, or what Python says. */
  readonly message: string;
}

/** What running a snippet gave: plain data, fit for `postMessage`. */
export interface SnippetResult {
  /** Every line that `print` wrote, in order. */
  readonly printed: readonly string[];
  /** Where and why Python would stop; absent when the snippet runs to its end. The rest of an excerpt is run all the same. */
  readonly error?: SnippetError;
  readonly steps: readonly SnippetStep[];
  readonly unevaluated: readonly Unevaluated[];
  readonly notes: readonly LineNote[];
  readonly losses: readonly SnippetLoss[];
  /** How many of the losses of an excerpt come after where Python would stop. */
  readonly numLossesAfterStop: number;
  /** Tensors given to the class of a loss instead of to the loss. */
  readonly constructorCalls: readonly LossPlace[];
  readonly lossFailures: readonly LossFailure[];
  /** Which limit ended the run before its end, or null. */
  readonly endedBy: 'steps' | 'elements' | 'cancelled' | null;
}
