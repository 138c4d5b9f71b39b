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

/** How much of a bar a gradient fills, on a logarithmic scale from 10^-6 to 10. */
export function gradientShare(norm: number): number {
  if (!(norm > 0)) return 0;
  return Math.min(1, Math.max(0.02, (Math.log10(norm) + 6) / 7));
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
