import { type LossName, type LossRow, losses } from './losses';

/** A loss whose calls the checker follows: its names, and what it takes. */
export interface CheckedLoss extends Pick<LossRow, 'classes' | 'functional' | 'targets' | 'picks'> {
  readonly name: CheckedLossName;
  /** What its input must hold. */
  readonly input: LossRow['input'] | 'probabilities';
  /** The loss to which the other kind of input belongs; null when there is none. */
  readonly other: CheckedLossName | null;
  /** What it calls its two tensors. */
  readonly parameters: { readonly input: string; readonly target: string };
  /** The axis of its input that the classes are on; null when every element is by itself. */
  readonly classDim: 1 | -1 | null;
}

/** Losses of which nothing is known but what they take. */
export type SisterLossName = 'BCEWithLogitsLoss' | 'BCELoss' | 'sigmoid_focal_loss' | 'CTCLoss';

export type CheckedLossName = LossName | SisterLossName;

const usualParameters = { input: 'input', target: 'target' };

function sister(
  name: SisterLossName,
  functional: string,
  input: CheckedLoss['input'],
  made: Partial<Pick<CheckedLoss, 'classes' | 'other' | 'parameters' | 'classDim'>>,
): CheckedLoss {
  const usual = { classes: [], targets: [], other: null, picks: false, parameters: usualParameters };
  return { name, functional, input, ...usual, classDim: null, ...made };
}

const rows: readonly CheckedLoss[] = [
  ...losses.map((loss) => ({ ...loss, parameters: usualParameters, classDim: 1 as const })),
  sister('BCEWithLogitsLoss', 'binary_cross_entropy_with_logits', 'logits', {
    classes: ['BCEWithLogitsLoss'],
    other: 'BCELoss',
  }),
  sister('BCELoss', 'binary_cross_entropy', 'probabilities', {
    classes: ['BCELoss'],
    other: 'BCEWithLogitsLoss',
  }),
  sister('sigmoid_focal_loss', 'sigmoid_focal_loss', 'logits', {
    parameters: { input: 'inputs', target: 'targets' },
  }),
  sister('CTCLoss', 'ctc_loss', 'log-probabilities', {
    classes: ['CTCLoss'],
    parameters: { input: 'log_probs', target: 'targets' },
    classDim: -1,
  }),
];

const byName = new Map(rows.map((loss) => [loss.name, loss] as const));
const byClass = new Map(rows.flatMap((loss) => loss.classes.map((name) => [name, loss] as const)));
const byFunction = new Map(rows.map((loss) => [loss.functional, loss] as const));

export function checkedLossNamed(name: CheckedLossName): CheckedLoss {
  return byName.get(name) as CheckedLoss;
}

/** The loss of a class of `torch.nn`, by the last part of the written name. */
export function checkedLossOfClass(name: string): CheckedLoss | null {
  return byClass.get(name) ?? null;
}

/** The loss of a function by its full name. */
export function checkedLossOfFunction(path: string): CheckedLoss | null {
  const isKnown = /^torch\.|^(torchvision\.ops|fvcore\.nn)\.([\w.]+\.)?sigmoid_focal_loss$/.test(path);
  return isKnown ? (byFunction.get(path.slice(path.lastIndexOf('.') + 1)) ?? null) : null;
}

const marks = [...byClass.keys(), ...byFunction.keys()];

/** True when a text names one of the losses at all; only then is it worth following. */
export function mentionsCheckedLoss(text: string): boolean {
  return marks.some((mark) => text.includes(mark));
}
