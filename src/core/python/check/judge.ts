import type { FindingCode, Severity } from '../../diagnosis/finding';
import type { LossName } from '../lossUsage';
import type { CallSite } from './calls';
import type { GivenArgument, LossValue, Single, TensorKind, TensorValue } from './value';

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
  if (input.type !== 'tensor' || input.isJoined) return null;
  if (use.loss === 'KLDivLoss') return judgeKl(use, input, targets);
  return inputMessages[use.loss][input.kind] ?? null;
}

const inputMessages: Readonly<Record<'NLLLoss' | 'CrossEntropyLoss', Partial<Record<TensorKind, Verdict>>>> =
  {
    NLLLoss: {
      probs: {
        code: 'nll-not-log-probs',
        severity: 'warning',
        message:
          'NLLLoss expects log-probabilities but gets probabilities: the loss is negative, between -1 and 0, and the model learns hardly at all.',
      },
      sigmoid: {
        code: 'nll-not-log-probs',
        severity: 'warning',
        message:
          'NLLLoss expects log-probabilities but gets the output of a sigmoid: the loss is negative, and the other classes have no part in it.',
      },
      scores: {
        code: 'nll-not-log-probs',
        severity: 'warning',
        message:
          'NLLLoss expects log-probabilities but gets raw scores (logits): the loss has no lower bound, and the other classes have no part in it.',
      },
    },
    CrossEntropyLoss: {
      probs: {
        code: 'ce-double-softmax',
        severity: 'warning',
        message:
          'CrossEntropyLoss expects logits but gets probabilities: softmax is applied twice, so the loss cannot come near 0 and gradients are weak.',
      },
      sigmoid: {
        code: 'ce-double-softmax',
        severity: 'warning',
        message:
          'CrossEntropyLoss expects logits but gets the output of a sigmoid: scores are squeezed into [0, 1] before softmax, so the loss cannot come near 0 and gradients are weak.',
      },
      logProbs: {
        code: 'ce-log-softmax',
        severity: 'hint',
        message:
          'CrossEntropyLoss gets log-probabilities: its own log_softmax leaves them as they are. The value is right, log_softmax is redundant.',
      },
    },
  };

function judgeKl(use: LossUse, input: TensorValue, targets: readonly Single[]): Verdict | null {
  const kinds = targets.map((target) => (target.type === 'tensor' ? target.kind : 'unknown'));
  const code = 'kl-not-log-probs';
  const isTarget = (kind: TensorKind) => kinds.length > 0 && kinds.every((one) => one === kind);
  if (input.kind === 'probs' && isTarget('logProbs') && use.logTarget !== true) {
    return {
      code,
      severity: 'warning',
      message:
        'The arguments of KLDivLoss are swapped: it expects (log-probabilities, probabilities), here it gets (probabilities, log-probabilities).',
    };
  }
  const got = { probs: 'probabilities', sigmoid: 'the output of a sigmoid', scores: 'raw scores (logits)' };
  if (input.kind === 'probs' || input.kind === 'sigmoid' || input.kind === 'scores') {
    return {
      code,
      severity: 'warning',
      message: `KLDivLoss expects log-probabilities as input but gets ${got[input.kind]}: the result is no divergence and can be negative.`,
    };
  }
  if (input.kind === 'logProbs' && isTarget('logProbs') && use.logTarget === false) {
    return {
      code,
      severity: 'warning',
      message:
        'KLDivLoss expects probabilities as target but gets log-probabilities: say log_target=True, or give it their exponentials.',
    };
  }
  const reduction = use.reduction?.value;
  if (reduction?.type === 'constant' && reduction.value === 'mean') {
    return {
      code,
      severity: 'hint',
      message:
        "reduction='mean' divides by the number of elements, not of samples: the mathematical divergence needs reduction='batchmean'.",
    };
  }
  return null;
}

/** What a target of a loss is wrong for; null when nothing is, or it is not known. */
export function judgeTarget(use: LossUse, input: Single, target: Single): Verdict | null {
  if (target.type !== 'tensor' || use.loss === 'KLDivLoss') return null;
  const x = input.type === 'tensor' ? input : null;
  const isNll = use.loss === 'NLLLoss';
  if (target.kind === 'oneHot' && (isNll || target.dtype === 'int')) {
    const what = isNll
      ? 'NLLLoss takes class indices as target, not one-hot rows: PyTorch raises an error here.'
      : 'CrossEntropyLoss takes one-hot rows only as floating point numbers: PyTorch raises an error here for integers.';
    return { code: 'one-hot-target', severity: 'error', message: what };
  }
  if (target.isLastAxisOne && target.rank !== 1 && takesIndices(x, target)) {
    return {
      code: 'one-hot-target',
      severity: 'error',
      message: `${use.loss} expects a target of shape (N) but gets (N, 1): PyTorch raises an error here.`,
    };
  }
  if (target.dtype === 'float' && (isNll || isFloatIndices(x, target))) {
    return {
      code: 'float-class-indices',
      severity: 'error',
      message: `${use.loss} expects class indices of type int64 but gets floating point numbers: PyTorch raises an error here.`,
    };
  }
  return null;
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
export function judgeAxis({ activation, isAxisKept, minRank, rank }: TensorValue): Verdict | null {
  if (!activation || activation.name === 'sigmoid') return null;
  const { name } = activation;
  const isFromEnd = typeof activation.dim === 'number' && activation.dim < 0 && rank !== null;
  const dim = isFromEnd ? Number(activation.dim) + Number(rank) : activation.dim;
  const word = name === 'softmax' ? 'softmax' : 'log_softmax';
  if (dim === null) {
    const picked =
      activation.rank === null ? 'PyTorch guesses one from the number of axes' : guessed(activation.rank);
    return {
      code: 'softmax-dim',
      severity: 'warning',
      message: `${word} without dim: ${picked}, with a warning. Say over which axis the classes are.`,
    };
  }
  if (dim === 0 && isAxisKept && minRank >= 2) {
    return {
      code: 'softmax-dim',
      severity: 'warning',
      message: `${word} over dim=0 normalises over the samples of the batch, not over the classes: the loss expects the classes on dim=1.`,
    };
  }
  return null;
}

function guessed(rank: number): string {
  const isFirst = rank === 0 || rank === 1 || rank === 3;
  return `PyTorch takes dim=${isFirst ? 0 : 1} for ${rank} axes`;
}
