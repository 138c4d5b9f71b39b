import { crossEntropyLoss } from '../../loss/crossEntropyLoss';
import { klDivLoss } from '../../loss/klDivLoss';
import type { KlReduction, LossResult, Reduction } from '../../loss/lossTypes';
import { nllLoss } from '../../loss/nllLoss';
import type { Tensor } from '../../tensor/tensor';
import { crossEntropyGradFn, klDivGradFn, nllGradFn, perElement, perRow } from './kernels/lossNodes';
import type { LossArguments } from './tensor/lossInputs';

/** One of the losses that this extension is about: all in which it differs from the others. */
export interface LossRow<Name extends string = LossName> {
  readonly name: Name;
  /** Classes of `torch.nn`. */
  readonly classes: readonly string[];
  /** The function of `torch.nn.functional`. */
  readonly functional: string;
  /** PyTorch's name of the function behind, which its messages use. */
  readonly nativeName: string;
  /** Parameters besides the tensors, in the order of both the constructor and the function. */
  readonly options: string;
  /** What `reduction` may be. */
  readonly reductions: readonly string[];
  /** What its input must hold. */
  readonly input: 'logits' | 'log-probabilities';
  /** What its target may hold. */
  readonly targets: readonly ('class-indices' | 'probabilities')[];
  /** The loss to which the other kind of input belongs; null when there is none. */
  readonly other: Name | null;
  /** Unreduced, it is the input at the target with its sign turned, which has uses besides that as a loss. */
  readonly picks: boolean;
  /** What PyTorch checks, value and gradient. */
  readonly compute: (args: LossArguments<Tensor>) => LossResult;
  /** The gradient of the input from those of the unreduced losses and from the derivative of their sum. */
  readonly backwardOfNone: (grad: Tensor, gradInput: Tensor) => Tensor;
  /** Name of its node in the graph. */
  readonly gradFn: (args: LossArguments<Tensor>) => string;
}

const usualReductions = ['none', 'mean', 'sum'];

const rows = [
  {
    name: 'CrossEntropyLoss',
    classes: ['CrossEntropyLoss'],
    functional: 'cross_entropy',
    nativeName: 'cross_entropy_loss',
    options: 'weight=, size_average=, ignore_index=, reduce=, reduction=, label_smoothing=',
    reductions: usualReductions,
    input: 'logits',
    targets: ['class-indices', 'probabilities'],
    other: 'NLLLoss',
    picks: false,
    compute: ({ input, target, weight, ignoreIndex, reduction, labelSmoothing }) =>
      crossEntropyLoss(input, target, {
        weight,
        ignoreIndex,
        reduction: reduction as Reduction,
        labelSmoothing,
      }),
    backwardOfNone: perRow,
    gradFn: crossEntropyGradFn,
  },
  {
    name: 'NLLLoss',
    classes: ['NLLLoss', 'NLLLoss2d'],
    functional: 'nll_loss',
    nativeName: 'nll_loss_nd',
    options: 'weight=, size_average=, ignore_index=, reduce=, reduction=',
    reductions: usualReductions,
    input: 'log-probabilities',
    targets: ['class-indices'],
    other: 'CrossEntropyLoss',
    picks: true,
    compute: ({ input, target, weight, ignoreIndex, reduction }) =>
      nllLoss(input, target, { weight, ignoreIndex, reduction: reduction as Reduction }),
    backwardOfNone: perRow,
    gradFn: nllGradFn,
  },
  {
    name: 'KLDivLoss',
    classes: ['KLDivLoss'],
    functional: 'kl_div',
    nativeName: 'kl_div',
    options: 'size_average=, reduce=, reduction=, log_target=',
    reductions: [...usualReductions, 'batchmean'],
    input: 'log-probabilities',
    targets: ['probabilities'],
    other: null,
    picks: false,
    compute: ({ input, target, reduction, logTarget }) =>
      klDivLoss(input, target, { reduction: reduction as KlReduction, logTarget }),
    backwardOfNone: perElement,
    gradFn: klDivGradFn,
  },
] as const satisfies readonly LossRow<string>[];

export type LossName = (typeof rows)[number]['name'];

export const losses: readonly LossRow[] = rows;

export const lossNames: readonly LossName[] = losses.map(({ name }) => name);

const byName = new Map(losses.map((loss) => [loss.name, loss] as const));
const byClass = new Map(losses.flatMap((loss) => loss.classes.map((name) => [name, loss] as const)));
const byFunction = new Map(losses.map((loss) => [loss.functional, loss] as const));

export function lossNamed(name: LossName): LossRow {
  return byName.get(name) as LossRow;
}

/** The loss of a class of `torch.nn`, by the last part of the written name. */
export function lossOfClass(name: string): LossRow | null {
  return byClass.get(name) ?? null;
}

/** The loss of a function of `torch.nn.functional`, by the last part of the written name. */
export function lossOfFunction(name: string): LossRow | null {
  return byFunction.get(name) ?? null;
}

const marks = [...byClass.keys(), ...byFunction.keys()];

/** True when a text names one of the losses at all; only then is it worth parsing. */
export function mentionsLoss(text: string): boolean {
  return marks.some((mark) => text.includes(mark));
}
