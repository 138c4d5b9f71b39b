import type { LossName } from '../lossUsage';

/** One of the losses that this extension is about: its names in PyTorch and what it takes. */
export interface LossRow {
  readonly name: LossName;
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
}

const usualReductions = ['none', 'mean', 'sum'];

export const losses: readonly LossRow[] = [
  {
    name: 'CrossEntropyLoss',
    classes: ['CrossEntropyLoss'],
    functional: 'cross_entropy',
    nativeName: 'cross_entropy_loss',
    options: 'weight=, size_average=, ignore_index=, reduce=, reduction=, label_smoothing=',
    reductions: usualReductions,
  },
  {
    name: 'NLLLoss',
    classes: ['NLLLoss', 'NLLLoss2d'],
    functional: 'nll_loss',
    nativeName: 'nll_loss_nd',
    options: 'weight=, size_average=, ignore_index=, reduce=, reduction=',
    reductions: usualReductions,
  },
  {
    name: 'KLDivLoss',
    classes: ['KLDivLoss'],
    functional: 'kl_div',
    nativeName: 'kl_div',
    options: 'size_average=, reduce=, reduction=, log_target=',
    reductions: [...usualReductions, 'batchmean'],
  },
];

const byClass = new Map(losses.flatMap((loss) => loss.classes.map((name) => [name, loss] as const)));
const byFunction = new Map(losses.map((loss) => [loss.functional, loss] as const));

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
