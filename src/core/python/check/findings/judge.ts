import type { FindingCode, Severity } from '../../../diagnosis/finding';
import * as l10n from '../../../l10n';
import type { LossName } from '../../lossUsage';
import type { CallSite } from '../values/callSite';
import { isActivated, type Source, type TensorKind, type TensorValue } from '../values/tensorValue';
import type { GivenArgument, LossValue, Single } from '../values/value';

/** One use of a loss: the call, and the constructor with its options when there is one. */
export interface LossUse {
  readonly loss: LossName;
  readonly definition: LossValue | null;
  readonly site: CallSite;
  readonly reduction: GivenArgument | null;
  readonly hasSmoothing: boolean;
  /** null when it is not known. */
  readonly logTarget: boolean | null;
}

export interface Verdict {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
}

/** What an input of a loss is wrong for; null when nothing is, or it is not known. */
export function judgeInput(use: LossUse, input: Single, targets: readonly Single[]): Verdict | null {
  if (input.type !== 'tensor' || (isActivated(input) && input.isJoined)) return null;
  if (use.loss === 'KLDivLoss') return judgeKl(use, input, targets);
  const verdict = inputVerdicts[use.loss][input.kind];
  return verdict ? { ...verdict, message: verdict.message() } : null;
}

/** A verdict whose words wait until the language is known. */
type LateVerdict = Omit<Verdict, 'message'> & { readonly message: () => string };

const inputVerdicts: Readonly<
  Record<'NLLLoss' | 'CrossEntropyLoss', Partial<Record<TensorKind, LateVerdict>>>
> = {
  NLLLoss: {
    probs: {
      code: 'nll-not-log-probs',
      severity: 'warning',
      message: () =>
        l10n.t(
          'NLLLoss expects log-probabilities but gets probabilities: the loss is negative, between -1 and 0, and the model learns hardly at all.',
        ),
    },
    sigmoid: {
      code: 'nll-not-log-probs',
      severity: 'warning',
      message: () =>
        l10n.t(
          'NLLLoss expects log-probabilities but gets the output of a sigmoid: the loss is negative, and the other classes have no part in it.',
        ),
    },
    scores: {
      code: 'nll-not-log-probs',
      severity: 'warning',
      message: () =>
        l10n.t(
          'NLLLoss expects log-probabilities but gets raw scores (logits): the loss has no lower bound, and the other classes have no part in it.',
        ),
    },
  },
  CrossEntropyLoss: {
    probs: {
      code: 'ce-double-softmax',
      severity: 'warning',
      message: () =>
        l10n.t(
          'CrossEntropyLoss expects logits but gets probabilities: softmax is applied twice, so the loss cannot come near 0 and gradients are weak.',
        ),
    },
    sigmoid: {
      code: 'ce-double-softmax',
      severity: 'warning',
      message: () =>
        l10n.t(
          'CrossEntropyLoss expects logits but gets the output of a sigmoid: scores are squeezed into [0, 1] before softmax, so the loss cannot come near 0 and gradients are weak.',
        ),
    },
    logProbs: {
      code: 'ce-log-softmax',
      severity: 'hint',
      message: () =>
        l10n.t(
          'CrossEntropyLoss gets log-probabilities: its own log_softmax leaves them as they are. The value is right, log_softmax is redundant.',
        ),
    },
  },
};

function judgeKl(use: LossUse, input: TensorValue, targets: readonly Single[]): Verdict | null {
  const code = 'kl-not-log-probs';
  if (areSwapped(use, input, targets)) {
    return {
      code,
      severity: 'warning',
      message: l10n.t(
        'The arguments of KLDivLoss are swapped: it expects (log-probabilities, probabilities), here it gets (probabilities, log-probabilities).',
      ),
    };
  }
  const got = klMessages[input.kind];
  if (got) return { code, severity: 'warning', message: got() };
  if (input.kind === 'logProbs' && areLogProbs(targets) && use.logTarget === false) {
    return {
      code,
      severity: 'warning',
      message: l10n.t(
        'KLDivLoss expects probabilities as target but gets log-probabilities: say log_target=True, or give it their exponentials.',
      ),
    };
  }
  const reduction = use.reduction?.value;
  if (reduction?.type === 'constant' && reduction.value === 'mean') {
    return {
      code,
      severity: 'hint',
      message: l10n.t(
        "reduction='mean' divides by the number of elements, not of samples: the mathematical divergence needs reduction='batchmean'.",
      ),
    };
  }
  return null;
}

const klMessages: Partial<Record<TensorKind, () => string>> = {
  probs: () =>
    l10n.t(
      'KLDivLoss expects log-probabilities as input but gets probabilities: the result is no divergence and can be negative.',
    ),
  sigmoid: () =>
    l10n.t(
      'KLDivLoss expects log-probabilities as input but gets the output of a sigmoid: the result is no divergence and can be negative.',
    ),
  scores: () =>
    l10n.t(
      'KLDivLoss expects log-probabilities as input but gets raw scores (logits): the result is no divergence and can be negative.',
    ),
};

/** KLDivLoss gets (probabilities, log-probabilities) in place of (log-probabilities, probabilities). */
export function areSwapped(
  { logTarget }: Pick<LossUse, 'logTarget'>,
  { kind }: TensorValue,
  targets: readonly Single[],
): boolean {
  return kind === 'probs' && areLogProbs(targets) && logTarget !== true;
}

function areLogProbs(targets: readonly Single[]): boolean {
  return targets.length > 0 && targets.every((one) => one.type === 'tensor' && one.kind === 'logProbs');
}

/** What a target of a loss is wrong for; null when nothing is, or it is not known. */
export function judgeTarget(use: LossUse, input: Single, target: Single): Verdict | null {
  if (target.type !== 'tensor' || use.loss === 'KLDivLoss') return null;
  const x = input.type === 'tensor' ? input : null;
  const isNll = use.loss === 'NLLLoss';
  if (isOneHot(x, target) && (isNll || target.dtype === 'int')) {
    const what = isNll
      ? l10n.t('NLLLoss takes class indices as target, not one-hot rows: PyTorch raises an error here.')
      : l10n.t(
          'CrossEntropyLoss takes one-hot rows only as floating point numbers: PyTorch raises an error here for integers.',
        );
    return { code: 'one-hot-target', severity: 'error', message: what };
  }
  if (target.isLastAxisOne && target.rank !== 1 && takesIndices(x, target)) {
    return {
      code: 'one-hot-target',
      severity: 'error',
      message: l10n.t(
        '{0} expects a target of shape (N) but gets (N, 1): PyTorch raises an error here.',
        use.loss,
      ),
    };
  }
  if (target.dtype === 'float' && (isNll || isFloatIndices(x, target))) {
    return {
      code: 'float-class-indices',
      severity: 'error',
      message: l10n.t(
        '{0} expects class indices of type int64 but gets floating point numbers: PyTorch raises an error here.',
        use.loss,
      ),
    };
  }
  return null;
}

/** Rows that were made one-hot, or that look so and stand where one index for each row is expected. */
function isOneHot(input: TensorValue | null, target: TensorValue): boolean {
  if (target.kind === 'oneHot') return target.rank === null || target.rank >= 2;
  return target.kind === 'looksOneHot' && takesIndices(input, target);
}

/** The input is (N, C) for certain, so that its target has one axis. */
function takesIndices(input: TensorValue | null, target: TensorValue): boolean {
  if (!input || input.isLastAxisOne) return false;
  const isTwo = target.rank === 2 || (target.rank === null && target.minRank >= 2);
  return isTwo && (input.rank === 2 || (input.rank === null && input.isLastAxisClasses && target.rank === 2));
}

/** Class indices as floats: not the probabilities of one sample, which have the shape of the input. */
function isFloatIndices(input: TensorValue | null, target: TensorValue): boolean {
  if (target.kind === 'indices') return input?.rank !== 1 && !(target.rank !== null && target.rank > 1);
  return target.rank === 1 && input !== null && input.minRank >= 2;
}

/** What is wrong with the axis of a softmax on the way to a loss. */
export function judgeAxis({ activation, isAxisKept }: Source, value: TensorValue): Verdict | null {
  const { name } = activation;
  if (name === 'sigmoid') return null;
  const { minRank, rank } = value;
  const isFromEnd = typeof activation.dim === 'number' && activation.dim < 0 && rank !== null;
  const dim = isFromEnd ? Number(activation.dim) + Number(rank) : activation.dim;
  const word = name === 'softmax' ? 'softmax' : 'log_softmax';
  if (dim === null) {
    const { rank: axes } = activation;
    return {
      code: 'softmax-dim',
      severity: 'warning',
      message:
        axes === null
          ? l10n.t(
              '{0} without dim: PyTorch guesses one from the number of axes, with a warning. Say over which axis the classes are.',
              word,
            )
          : l10n.t(
              '{0} without dim: PyTorch takes dim={1} for {2} axes, with a warning. Say over which axis the classes are.',
              word,
              guessedDim(axes),
              axes,
            ),
    };
  }
  if (dim === 0 && isAxisKept && minRank >= 2) {
    return {
      code: 'softmax-dim',
      severity: 'warning',
      message: l10n.t(
        '{0} over dim=0 normalises over the samples of the batch, not over the classes: the loss expects the classes on dim=1.',
        word,
      ),
    };
  }
  return null;
}

/** What PyTorch takes for a `dim` that is not given. */
function guessedDim(rank: number): number {
  return rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
}
