import type { FileRange } from '../findings/codeFinding';
import type { Trail } from './trailStep';

/** The call (or the constructor of the module) that made probabilities or log-probabilities. */
export interface Activation extends FileRange {
  readonly name: 'softmax' | 'log_softmax' | 'sigmoid';
  /** How it is written: `F.softmax`, `nn.Softmax`. */
  readonly written: string;
  /** A module, whose constructor the range is; else a function or method call. */
  readonly isModule: boolean;
  /** Axis as written; null when it is not written, undefined when it is not known. */
  readonly dim: number | null | undefined;
  /** Where the axis is written, to be replaced. */
  readonly dimRange: FileRange | null;
  /** Number of axes of what it was applied to; null when not known. */
  readonly rank: number | null;
  /** The tensor it is applied to, in the text; null for modules. */
  readonly operand: FileRange | null;
  /** The last word of the name, to be replaced. */
  readonly word: FileRange;
  /** The call that applies it. */
  readonly applied: FileRange;
}

/** `log` of a softmax, that is better written as `log_softmax`. */
export interface LogOfSoftmax extends FileRange {
  readonly activation: Activation;
  /** The softmax stands inside of the call of `log`. */
  readonly isNested: boolean;
}

/** The activation that values come from, and what has become of them since. */
export interface Source {
  readonly activation: Activation;
  /** The class axis is still where the activation had it. */
  readonly isAxisKept: boolean;
  /** Exactly what the activation returned, not clamped or shifted since. */
  readonly isExact: boolean;
}

export interface GradSource {
  readonly id: number;
  readonly call: FileRange;
  /** The word that the constructor is called by: `tensor`, `randn`, `FloatTensor`. */
  readonly word: FileRange;
  /** End of its last argument, where a further one goes. */
  readonly end: number;
  /** Where `requires_grad=False` has its value. */
  readonly requires: FileRange | null;
}

/** The memory that tensors share: `y = x`, `x.view(-1)`, `x[0]`. */
export interface Memory {
  readonly id: number;
  /** What was last written into it, as far as this tensor knows; another object after each write. */
  readonly state: object;
  /** The tensor is a part of it: `x[0]`. */
  readonly isPart: boolean;
}

/** An unknown quantity in its order. */
export interface Tokens {
  /** Names it wherever it is the same one. */
  readonly symbol: string;
  /** The model that scored what follows each of them; null for the tokens themselves. */
  readonly model: string | null;
}

/** What is known of a tensor whatever its values are. */
export interface TensorFacts {
  /** Number of axes; null when not known. */
  readonly rank: number | null;
  /** It has at least so many axes. */
  readonly minRank: number;
  readonly dtype: 'float' | 'int' | null;
  /** Literals that all of it comes from, none of which requires grad; null when not known or something does. */
  readonly gradFree: readonly GradSource[] | null;
  /** (…, 1) */
  readonly isLastAxisOne: boolean;
  /** The classes are on the last axis for certain: the output of a linear layer. */
  readonly isLastAxisClasses: boolean;
  /** They can be any numbers: what a layer returned, with nothing done to it but to its shape. */
  readonly isUnbounded: boolean;
  /** The unknown tokens whose order these elements have, or at whose places a language model gave these scores; null for others. */
  readonly tokens: Tokens | null;
  /** null for what nothing else can hold yet. */
  readonly memory: Memory | null;
  readonly trail: Trail | null;
}

/** What the output of an activation has of its own. */
export interface Activated {
  /** null when it is not known which activation it was. */
  readonly source: Source | null;
  /** Several put together along the classes: nothing is said of it until it is reshaped. */
  readonly isJoined: boolean;
  /** Only if what they were mixed by is what it is in nearly all programs: rows that sum to 1, or one-hot rows. */
  readonly isLikely: boolean;
}

/** What does not come from one activation that is written down. */
export const ofNoActivation: Activated = { source: null, isJoined: false, isLikely: false };

/** A function that makes positive numbers. `of`: what it was applied to, the same for the same quantity only. */
export interface Exponential {
  readonly by: 'exp' | 'softplus';
  readonly of: object | string;
}

/**
 * What the values of a tensor are along its class axis, with what only such values have. `scores` are raw values: the
 * output of a linear or convolution layer and what elementwise functions make of it. `blank`: zeros that wait to be
 * filled. `looksOneHot`: written integers that are one-hot rows or class indices, which only the shapes can tell.
 * `mixedLogProbs`: log-probabilities times a matrix, which are such no more. `complement`: 1 minus probabilities, and
 * powers of that. `weighedLogs`: its logarithm, and log-probabilities times it: parts of formulas for other losses.
 */
export type TensorContent =
  | { readonly kind: PlainKind }
  /** Probabilities times a number: `total` is what the classes sum to; null when the number is not known. */
  | { readonly kind: 'part'; readonly total: number | null }
  /** Numbers above 0, which exponentials and softplus make: parts of formulas for probabilities. */
  | ({ readonly kind: 'positive' } & Exponential)
  /** The sum of such over the classes, which stay an axis; `isLog`: its logarithm. */
  | ({ readonly kind: 'normaliser'; readonly isLog: boolean } & Exponential)
  | ({ readonly kind: 'loss' } & LossCalls)
  /** Predictions compared with something: 0 or 1 each, without a gradient. */
  | { readonly kind: 'decisions'; readonly by: Comparison }
  /** `sigmoid`: each in [0, 1] by itself. */
  | ({ readonly kind: 'probs' | 'sigmoid' } & Activated)
  | ({ readonly kind: 'logProbs' } & OfLogProbs & Activated);

/** What was done before to log-probabilities. */
export interface OfLogProbs {
  readonly logOfSoftmax: LogOfSoftmax | null;
  /** The probabilities that `log_softmax` was applied to, as if they were logits. */
  readonly ofProbs: Source | null;
}

/** Log-probabilities of which only that is known. */
export const plainLogProbs: OfLogProbs = { logOfSoftmax: null, ofProbs: null };

/** A comparison that made true or false of what a model predicts: `x > 0.5`. */
export interface Comparison extends FileRange {
  /** The prediction, as written; null where it is not. */
  readonly operand: FileRange | null;
  /** It is compared as raw scores. */
  readonly isOfScores: boolean;
}

/** The calls of losses that a value was computed from, as far as something depends on them. */
export interface LossCalls {
  /** Those that pick the score of a class when the value is negated. */
  readonly picks: readonly FileRange[];
  /** Those that average over the targets that are not `ignore_index`. */
  readonly means: readonly FileRange[];
}

export type TensorKind = TensorContent['kind'];

/** Kinds of which nothing else needs to be said. */
export type PlainKind =
  | 'unknown'
  | 'scores'
  | 'indices'
  | 'oneHot'
  | 'looksOneHot'
  | 'blank'
  | 'mixedLogProbs'
  | 'complement'
  | 'weighedLogs';

export type TensorValue = { readonly type: 'tensor' } & TensorFacts & TensorContent;

/** What comes from an activation. */
export type ActivatedValue = Extract<TensorValue, Activated>;

const nothingKnown: TensorFacts = {
  rank: null,
  minRank: 0,
  dtype: null,
  gradFree: null,
  isLastAxisOne: false,
  isLastAxisClasses: false,
  isUnbounded: false,
  tokens: null,
  memory: null,
  trail: null,
};

/** A tensor of which nothing else is known but what is given. */
export function tensor(
  known: Partial<TensorFacts>,
  content: TensorContent | PlainKind = 'unknown',
): TensorValue {
  const facts: TensorFacts = { ...nothingKnown, minRank: known.rank ?? 0, ...known };
  return { type: 'tensor', ...facts, ...(typeof content === 'string' ? { kind: content } : content) };
}

export const unknownTensor: TensorValue = tensor({});

export function isActivated(x: TensorValue): x is ActivatedValue {
  return x.kind === 'probs' || x.kind === 'sigmoid' || x.kind === 'logProbs';
}

/** The activation that a tensor comes from; null when it comes from none, or it is not known. */
export function sourceOf(x: TensorValue): Source | null {
  return isActivated(x) ? x.source : null;
}

/** The same values, with `change` of what is known of their activation. */
export function withSource(x: TensorValue, change: Partial<Source>): TensorValue {
  return isActivated(x) && x.source ? { ...x, source: { ...x.source, ...change } } : x;
}

function activatedOf({ source, isJoined, isLikely }: Activated): Activated {
  return { source, isJoined, isLikely };
}

/** The content of a tensor without its other facts. */
export function contentOf(x: TensorValue): TensorContent {
  switch (x.kind) {
    case 'part':
      return { kind: x.kind, total: x.total };
    case 'positive':
      return { kind: x.kind, by: x.by, of: x.of };
    case 'normaliser':
      return { kind: x.kind, by: x.by, of: x.of, isLog: x.isLog };
    case 'loss':
      return { kind: x.kind, picks: x.picks, means: x.means };
    case 'decisions':
      return { kind: x.kind, by: x.by };
    case 'probs':
    case 'sigmoid':
      return { kind: x.kind, ...activatedOf(x) };
    case 'logProbs':
      return { kind: x.kind, ...activatedOf(x), logOfSoftmax: x.logOfSoftmax, ofProbs: x.ofProbs };
    default:
      return { kind: x.kind };
  }
}

/** The facts of a tensor without its content. */
export function factsOf(x: TensorFacts): TensorFacts {
  const { rank, minRank, dtype, gradFree, isLastAxisOne, isLastAxisClasses, isUnbounded, memory, trail } = x;
  const { tokens } = x;
  return {
    rank,
    minRank,
    dtype,
    gradFree,
    isLastAxisOne,
    isLastAxisClasses,
    isUnbounded,
    tokens,
    memory,
    trail,
  };
}

/** Other values in a tensor of the same shape, of which nothing is known any more but the shape and the gradient. */
export function forgotten({ rank, minRank, gradFree }: TensorFacts): TensorValue {
  return tensor({ rank, minRank, gradFree });
}

/** The calls of losses that are behind any of these values. */
export function lossCallsOf(tensors: readonly TensorValue[]): LossCalls {
  const losses = tensors.filter((one) => one.kind === 'loss');
  return {
    picks: [...new Set(losses.flatMap(({ picks }) => picks))],
    means: [...new Set(losses.flatMap(({ means }) => means))],
  };
}
