import type { EvaluatedTensor, Role, UsedOptions } from '../diagnosis/evaluatedPair';
import type { Finding } from '../diagnosis/finding';
import type { BatchFacts } from '../loss/batch/batchFacts';
import type { LossResult, Reduction } from '../loss/lossTypes';
import type { Problem } from '../problem';
import type { LossUsage, NotEvaluatedPlace } from '../python/lossUsage';
import type { LossName } from '../python/torch/losses';
import type { LossOptionName } from '../python/torch/tensor/lossInputs';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import type { TensorEdit } from '../tensor/tensorEdit';
import type { ClassList } from '../text/classLists';
import type { TensorLiteral } from '../text/literal';
import type { TokenLogProbs } from '../text/logProbs/tokenLogProbs';
import type { TextRange } from '../textRange';
import type { ClassSource } from './classNames';
import type { EmptyPart } from './pairs/emptyParts';

/** A text after reading: what stands in it, before anything is computed. Plain data, fit for `postMessage`. */
export interface ParsedText {
  readonly literals: readonly TensorLiteral[];
  readonly problems: readonly Problem[];
  readonly usage: LossUsage;
  /** Empty lists that stand for an input or a target. */
  readonly empty: readonly EmptyPart[];
  /** What the text calls classes, wherever it does. */
  readonly classLists: readonly ClassList[];
  /** What language models said of the tokens of texts, which is no tensor of all classes. */
  readonly tokenLogProbs: readonly TokenLogProbs[];
}

/** What a user may set; anything absent is inferred, and the evaluation says from what. */
export interface EvaluateOptions {
  /** Which of several input/target pairs in the text to evaluate, from 0. */
  readonly pair?: number;
  /** Role by index of the literal; overrides what is inferred. */
  readonly roles?: Readonly<Record<number, Role>>;
  readonly reduction?: Reduction;
  readonly ignoreIndex?: number;
  readonly labelSmoothing?: number;
  /** Class weights; null for none although the text has some. */
  readonly weight?: Tensor | null;
  /** Target to use instead of the one in the text (or where it has none). */
  readonly target?: Tensor;
  /** dtype of the input, instead of its own. */
  readonly dtype?: DType;
  /** What the user changed in a tensor, by index of its literal; relative to `EvaluatedTensor.unedited`. */
  readonly edits?: Readonly<Record<number, TensorEdit>>;
  /** Divides the input before both losses; > 0, 1 unless set. */
  readonly temperature?: number;
  /** Which of `Evaluation.classSources` names the classes; null for none. */
  readonly classSource?: number | null;
}

/** A pair that could be evaluated: its tensors as indices of the literals. */
export interface Pair extends TextRange {
  readonly input: number;
  readonly target: number | null;
  readonly weight: number | null;
  /** Index into `usage.calls` of the call that joins them; null when names or shapes do. */
  readonly call: number | null;
}

/** What keeps a pair's values from being those of the call in the text. */
export interface NotTheCalls {
  /** The code before which the tensors were so; null when the tensors are those of the call. */
  readonly before: NotEvaluatedPlace | null;
  readonly unknownOptions: readonly LossOptionName[];
}

/** Everything that is known about one pair of tensors: one plain object. */
export interface Evaluation {
  /** input, target, weight (as far as there are), then the tensors that play no part. */
  readonly tensors: readonly EvaluatedTensor[];
  /** Null when the text has no input. */
  readonly losses: {
    readonly crossEntropyLoss: LossResult;
    readonly nllLoss: LossResult;
    /** `nllLoss(logSoftmax(input), target)`: equal to CrossEntropyLoss, which is the bridge between the two. */
    readonly nllLossOfLogSoftmax: Pick<LossResult, 'output'>;
  } | null;
  /** `logSoftmax(input)`, shape of the input; null without input. */
  readonly logProbs: Tensor | null;
  /** Names of the classes by their index, '' for one that has none; null where none are known, or used. */
  readonly classNames: readonly string[] | null;
  /** What could name them. */
  readonly classSources: readonly ClassSource[];
  /** The one that does, as an index; null for none. */
  readonly classSource: number | null;
  /** What the input predicts beside the losses; null without input. */
  readonly batch: BatchFacts | null;
  readonly options: UsedOptions;
  /** The loss that the text itself calls on this pair, or null. */
  readonly calledLoss: LossName | null;
  /**
   * Why the values are not those of the call: code that is not evaluated may have changed the tensors before it, or an
   * option is not known. Null when they are.
   */
  readonly notTheCalls: NotTheCalls | null;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Names of the checks that ran, for "no finding is not a proof". */
  readonly checks: readonly string[];
  readonly pairs: readonly Pair[];
  readonly pair: number;
}
