import * as l10n from '../../l10n';
import { nllLoss } from '../../loss/nllLoss';
import { formatNumber } from '../../tensor/format';
import { classDimOf } from '../../tensor/shape';
import { createTensor } from '../../tensor/tensor';
import { type Kind, kindLabels } from '../description';
import { type Mending, mended } from '../mending';
import type { Rule, RuleContext } from '../rule';
import { softmaxAgain } from './doubleSoftmax';
import { isGivenTo, nameOfInput } from './isGivenTo';

interface Mend {
  readonly fix: () => string;
  readonly code: (name: string, dim: number) => string;
  /** What makes the values into log-probabilities; null where they do not hold what is meant. */
  readonly mending: Mending | null;
  /** What it does to a training, where that is known of every value of the kind. */
  readonly effect?: () => string;
}

const fromLogits: Mend = {
  fix: () => l10n.t('Apply log_softmax first, or give the logits to CrossEntropyLoss, which does so itself.'),
  code: (name, dim) => `F.log_softmax(${name}, dim=${dim})`,
  mending: 'log_softmax',
};

const mends: Partial<Record<Kind, Mend>> = {
  logits: {
    ...fromLogits,
    effect: () =>
      l10n.t(
        "Of logits it has no lower bound, and its gradient reaches the target's logit alone: nothing pushes the other classes down.",
      ),
  },
  probabilities: {
    fix: () =>
      l10n.t(
        'Take the logarithm. Better: replace the softmax by log_softmax, or give the logits to CrossEntropyLoss.',
      ),
    code: (name) => `torch.log(${name})`,
    mending: 'log',
    effect: () =>
      l10n.t(
        'Its gradient is that of -log(p) times p, the probability of the target: it fades where the model is most wrong.',
      ),
  },
  'one-hot': {
    fix: () =>
      l10n.t(
        'Give the scores from before the rounding to one-hot: their log_softmax to NLLLoss, or the logits to CrossEntropyLoss.',
      ),
    code: (name, dim) => `F.log_softmax(${name}, dim=${dim})`,
    mending: null,
  },
  'negated-log-probabilities': {
    fix: () => l10n.t('Drop the minus sign: NLLLoss negates by itself.'),
    code: (name) => `-${name}`,
    mending: 'negate',
    effect: () => l10n.t('Its gradient points the other way: training makes the targets less probable.'),
  },
  'log2-probabilities': {
    fix: () => l10n.t('Use the natural logarithm.'),
    code: (name) => `${name} * math.log(2)`,
    mending: 'from-log2',
    effect: () => factorOf(Math.LN2),
  },
  'log10-probabilities': {
    fix: () => l10n.t('Use the natural logarithm.'),
    code: (name) => `${name} * math.log(10)`,
    mending: 'from-log10',
    effect: () => factorOf(Math.LN10),
  },
};

/**
 * NLLLoss gets something else than log-probabilities, which it does not check. Probabilities, where no loss is called,
 * are nothing for CrossEntropyLoss either.
 */
export const notLogProbs: Rule = (context) => {
  const { input } = context;
  const { kind, confidence } = input.description;
  if (!isGivenTo('NLLLoss', context) || isFine.has(kind)) return [];
  const mend = mends[kind] ?? fromLogits;
  const [name, label] = [nameOfInput(context), kindLabels[kind]];
  const isOfNeither = context.call === null && (kind === 'probabilities' || kind === 'one-hot');
  return [
    {
      code: 'nll-not-log-probs',
      severity: 'warning',
      message: messageOf(name, label, confidence === 'low', isOfNeither),
      evidence: input.description.evidence,
      consequence: [...consequencesOf(context, mend), ...(isOfNeither ? [softmaxAgain(context)] : [])].join(
        ' ',
      ),
      fix: mend.fix(),
      fixCode: mend.code(input.name ?? 'input', classDimOf(input.tensor.shape)),
      ...(mend.mending && { mending: mend.mending }),
      from: input.from,
      to: input.to,
    },
  ];
};

/** Where no loss is called, what fits neither is said of both at once. */
function messageOf(name: string, label: string, isGuess: boolean, isOfNeither: boolean): string {
  if (isOfNeither && isGuess)
    return l10n.t(
      'NLLLoss expects log-probabilities and CrossEntropyLoss logits, but {0} looks like {1} (a guess: few rows or coarse digits).',
      name,
      label,
    );
  if (isOfNeither)
    return l10n.t(
      'NLLLoss expects log-probabilities and CrossEntropyLoss logits, but {0} looks like {1}.',
      name,
      label,
    );
  return isGuess
    ? l10n.t(
        'NLLLoss expects log-probabilities, but {0} looks like {1} (a guess: few rows or coarse digits).',
        name,
        label,
      )
    : l10n.t('NLLLoss expects log-probabilities, but {0} looks like {1}.', name, label);
}

/** Kinds on which this rule is silent: right ones, and those of which another rule speaks. */
const isFine: ReadonlySet<Kind> = new Set(['log-probabilities', 'empty', 'not-finite']);

/** What NLLLoss gives and what was meant, where both are single numbers, and what comes of it. */
function consequencesOf(context: RuleContext, { mending, effect }: Mend): readonly string[] {
  return [valuesOf(context, mending), effect?.() ?? ''].filter((sentence) => sentence !== '');
}

function valuesOf(context: RuleContext, mending: Mend['mending']): string {
  const { input, target, options, call } = context;
  const given = context.nllLoss.output;
  const { shape, dtype } = input.tensor;
  const meant =
    mending && mending !== 'log_softmax'
      ? nllLoss(createTensor(mended(mending, input.tensor), shape, dtype), target.tensor, options).output
      : context.nllLossOfLogSoftmax.output;
  if (!given || !meant || given.shape.length > 0 || meant.shape.length > 0) return '';
  const got = formatNumber(given.data[0], given.dtype);
  const expected = formatNumber(meant.data[0], meant.dtype);
  return call
    ? l10n.t('NLLLoss gives {0} instead of {1}.', got, expected)
    : l10n.t('NLLLoss would give {0} instead of {1}.', got, expected);
}

/** Logarithms of another base are those of base e, divided by the logarithm of that base. */
function factorOf(logOfBase: number): string {
  return l10n.t(
    'Loss and gradient are {0} times those of the natural logarithm.',
    (1 / logOfBase).toFixed(4),
  );
}
