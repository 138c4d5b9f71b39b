import {
  classDimOf,
  gradientRatio,
  type LossKey,
  type ReadingCell,
  type ReadingTable,
  readingTable,
} from '../../../core';
import type { ReportParts } from '../reportParts';
import { sampleTensors } from '../sampleTensors';

/** An input with more elements than this is shown by its selected sample alone, so that moving numbers stays quick. */
const mostElements = 20_000;

/** The table of readings of a report, and whether it is about one sample only. */
export interface ShownReadings {
  readonly table: ReadingTable;
  readonly isOneSample: boolean;
  /** How many times weaker CrossEntropyLoss after softmax is at the sample's target; NaN where there is none. */
  readonly fade: number;
}

export function readingsOf(parts: ReportParts): ShownReadings | null {
  const { input, target, evaluation, sample, reading } = parts;
  const own = sampleTensors(parts);
  if (!target || !own) return null;
  const { options } = evaluation;
  const isOneSample = input.tensor.data.length > mostElements;
  const table = isOneSample
    ? readingTable(own.input, own.target, options, reading)
    : readingTable(input.tensor, target.tensor, options, reading);
  const faded = cellOf(table, 'crossEntropyLoss', 'probabilities');
  return { table, isOneSample, fade: gradientRatio(table, faded, isOneSample ? 0 : sample) };
}

export function cellOf(table: ReadingTable, loss: LossKey, form: ReadingCell['form']): ReadingCell {
  const cell = table.cells.find((one) => one.loss === loss && one.form === form);
  if (!cell) throw new RangeError(`the table has no cell for ${loss} and ${form}`);
  return cell;
}

/** The least that CrossEntropyLoss can be of one-hot probabilities of so many classes: log(e + C - 1) - 1. */
export function leastAfterSoftmax(numClasses: number): number {
  return Math.log(Math.E + numClasses - 1) - 1;
}

/** Gradients beside that of the right use of a loss, on a linear scale for all cells of a table. Unit: percent. */
export interface GradientScale {
  /** Where the right use ends on a bar. */
  readonly right: number;
  /** How much of a bar a gradient fills. */
  lengthOf(norm: number): number;
  /** Share of the right use, rounded for reading. */
  percentOf(norm: number): string;
}

/** The scale for the gradients of a loss; null where the right use has none to compare with. */
export function gradientScaleOf(table: ReadingTable, loss: LossKey): GradientScale | null {
  const rightOf = (key: LossKey) =>
    table.cells.find((one) => one.loss === key && one.verdict === 'right')?.gradNorm ?? Number.NaN;
  const right = rightOf(loss);
  if (!(right > 0 && Number.isFinite(right))) return null;
  const shares = table.cells.map((cell) => cell.gradNorm / rightOf(cell.loss)).filter(Number.isFinite);
  const longest = Math.max(1, ...shares);
  const lengthOf = (norm: number) => (Number.isFinite(norm) ? (norm / right / longest) * 100 : 0);
  return {
    right: 100 / longest,
    lengthOf,
    percentOf: (norm) => percent(norm / right),
  };
}

/** At least two digits, all of the whole ones: `0.0061`, `56`, `287`. */
function percent(share: number): string {
  const value = share * 100;
  return Math.abs(value) >= 10 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}

/** PyTorch code that is right for each loss when the variable holds what `reading` says. */
export function rightCode(
  reading: ReportParts['reading'],
  name: string,
  shape: readonly number[],
): readonly string[] {
  const dim = classDimOf(shape);
  const logits = reading === 'probabilities' ? `torch.log(${name})` : name;
  const logProbs = {
    logits: `F.log_softmax(${name}, dim=${dim})`,
    'log-probabilities': name,
    probabilities: `torch.log(${name})`,
  }[reading];
  return [`F.cross_entropy(${logits}, target)`, `F.nll_loss(${logProbs}, target)`];
}
