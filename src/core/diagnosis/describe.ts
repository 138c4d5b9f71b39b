import * as l10n from '../l10n';
import { isFloatingPoint } from '../tensor/dtype';
import { classDimOf } from '../tensor/shape';
import type { Tensor } from '../tensor/tensor';
import { describeIndices, isIndexLike } from './describeIndices';
import type { Confidence, Description, Kind } from './description';
import { evidenceFor } from './evidenceFor';
import { kindOfGradFn } from './gradFn';
import { heldAs } from './heldAs';
import { everyRowIs, firstRowKind, type Measured, measureRows } from './measure';
import { rowKinds } from './rowJudge';
import type { Precision } from './tolerance';

export interface DescribeOptions {
  /** Decimal places written in the source; null when all numbers are whole or the values are exact. */
  readonly decimals?: number | null;
  /** Decimal places of the mantissa in scientific notation, where each value was rounded by its own size. */
  readonly scientificDecimals?: number | null;
  /** What a print says of its origin, as `SoftmaxBackward0`: it decides where it is one of the known ones. */
  readonly gradFn?: string | null;
  /** Names of the functions applied to the written values, innermost first. */
  readonly operations?: readonly string[];
  /** The part that the tensor plays, when it is known. */
  readonly role?: 'input' | 'target' | 'weight';
  /** Class dimension; 0 for 1-D, else 1, unless said. */
  readonly dim?: number;
}

/** A band this many tolerances wide outside the limit is "close": truncated or hand-made digits end there. */
const closeFactor = 4;

/**
 * What the values of a tensor look like, judged in every row along the class dimension: by the origin that a
 * print tells, else by Σ exp(x), Σ x, signs and ranges, within the tolerance of the written digits. The first
 * kind whose test all rows pass wins, in the order of `rowKinds`. No kind is a proof; `checks` says what was
 * looked at.
 */
export function describe(tensor: Tensor, options: DescribeOptions = {}): Description {
  const dim = options.dim ?? classDimOf(tensor.shape);
  if (options.role !== 'input' && tensor.data.length > 0 && isIndexLike(tensor, options.role)) {
    return describeIndices(tensor, dim);
  }
  const precision = precisionOf(tensor, options);
  const measure = (along: number) =>
    measureRows(tensor, along, precision, computedError(tensor.shape[along] ?? 1, options));
  const measured = measure(dim);
  const measureNormalised = (along: number) => {
    const extra = computedError(tensor.shape[along] ?? 1, options);
    return isNormalised(firstRowKind(tensor, along, precision, extra)) ? measure(along) : null;
  };
  const judged = judge(tensor, measured, measureNormalised, options);
  return {
    ...judged,
    dim: judged.measured.dim,
    numRows: measured.numRows,
    rowKind: measured.rowKind,
    rowKinds,
    rowSum: measured.rowSum,
    rowLogSumExp: measured.rowLogSumExp,
    tolerance: judged.measured.rowTolerance.reduce((most, each) => Math.max(most, each), 0),
    evidence: evidenceFor(judged.kind, judged.measured, options.gradFn ?? null),
    checks: checksOf(tensor, options),
  };
}

function isNormalised(kind: Kind): boolean {
  return kind === 'log-probabilities' || kind === 'one-hot' || kind === 'probabilities';
}

interface Judged {
  readonly kind: Kind;
  readonly confidence: Confidence;
  readonly passingDims: readonly number[];
  /** The measurement that the kind rests on, which may be along another axis. */
  readonly measured: Measured;
}

function judge(
  tensor: Tensor,
  measured: Measured,
  measureNormalised: (dim: number) => Measured | null,
  options: DescribeOptions,
): Judged {
  if (tensor.data.length === 0) return { kind: 'empty', confidence: 'certain', passingDims: [], measured };
  if (!everyRowIs(measured, ...rowKinds.filter((kind) => kind !== 'not-finite'))) {
    return { kind: 'not-finite', confidence: 'certain', passingDims: [], measured };
  }
  const axes = normalisedAxes(tensor, measured, measureNormalised);
  const passingDims = axes.map((axis) => axis.measured.dim);
  const own = axes.find((axis) => axis.measured.dim === measured.dim);
  const known = kindOfGradFn(options.gradFn ?? null);
  if (known !== null) {
    const along = own ?? axes[0];
    return { kind: known, confidence: 'certain', passingDims, measured: along?.measured ?? measured };
  }
  const kind = kindOfAllRows(measured, options);
  const sure: Confidence = measured.numRows >= 2 ? 'high' : 'low';
  if (own) return { kind, confidence: sure, passingDims, measured };
  const isGeneric = kind === 'logits' || kind.startsWith('unnormalised');
  if (isGeneric && axes.length > 0) {
    const confidence = axes[0].measured.numRows >= 2 ? 'high' : 'low';
    return { kind: axes[0].kind, confidence, passingDims, measured: axes[0].measured };
  }
  const confidence = isGeneric ? (isClose(measured) ? 'low' : 'high') : sure;
  return { kind, confidence, passingDims, measured };
}

/**
 * The axes along which every row is normalised: the class dimension, the first and the last. Of others than the class
 * dimension the rows are measured only where the first of them is, `measureNormalised` gives null else.
 */
function normalisedAxes(tensor: Tensor, own: Measured, measureNormalised: (dim: number) => Measured | null) {
  const { shape } = tensor;
  const dims = [...new Set([own.dim, 0, shape.length - 1])].filter(
    (dim) => dim >= 0 && (shape[dim] ?? 0) >= 2,
  );
  const found: { kind: Kind; measured: Measured }[] = [];
  for (const dim of dims) {
    const measured = dim === own.dim ? own : measureNormalised(dim);
    if (!measured) continue;
    const kind = (['log-probabilities', 'one-hot', 'probabilities'] as const).find((candidate) =>
      candidate === 'probabilities'
        ? everyRowIs(measured, 'probabilities', 'one-hot')
        : everyRowIs(measured, candidate),
    );
    // A one-hot matrix has one 1 a column only by chance, so another axis than its own says nothing there.
    if (kind && (dim === own.dim || kind !== 'one-hot')) found.push({ kind, measured });
  }
  return found;
}

function kindOfAllRows(measured: Measured, options: DescribeOptions): Kind {
  const same = rowKinds.find((kind) => everyRowIs(measured, kind));
  if (same === 'logits' && hasConstantSum(measured)) return 'unnormalised-probabilities';
  if (same) return same === 'logits' && options.role === 'weight' ? 'class-weights' : same;
  if (everyRowIs(measured, 'one-hot', 'probabilities')) return 'probabilities';
  const isNegative: readonly Kind[] = [
    'log-probabilities',
    'log10-probabilities',
    'log2-probabilities',
    'unnormalised-negatives',
  ];
  if (everyRowIs(measured, ...isNegative)) return 'unnormalised-negatives';
  return options.role === 'weight' ? 'class-weights' : 'logits';
}

/** Non-negative rows that all have the same sum, other than 1: counts, or percentages of something. */
function hasConstantSum({ numRows, rowMin, rowSum }: Measured): boolean {
  const first = rowSum[0];
  const relative = 1e-6;
  return (
    numRows >= 2 &&
    rowMin.every((min) => min >= 0) &&
    rowSum.every((sum) => Math.abs(sum - first) <= relative * Math.abs(first))
  );
}

function isClose({ rowLogSumExp, rowTolerance, rowSum, rowSumTolerance, rowMin }: Measured): boolean {
  return (
    rowLogSumExp.every((value, row) => Math.abs(value) <= closeFactor * rowTolerance[row]) ||
    rowSum.every((sum, row) => rowMin[row] >= 0 && Math.abs(sum - 1) <= closeFactor * rowSumTolerance[row])
  );
}

/** How exactly the values are known. */
function precisionOf({ data, dtype }: Tensor, options: DescribeOptions): Precision {
  const { decimals = null, scientificDecimals = null, operations = [] } = options;
  if (hasSoftmax(operations) || isLogOfWritten(options))
    return { decimals: null, scientificDecimals: null, dtype };
  const held = scientificDecimals === null ? heldAs(data, decimals) : null;
  return held ?? { decimals, scientificDecimals, dtype };
}

/**
 * What to allow on top for what the values were computed from. The log of written probabilities: its log Σ exp(x) is
 * off by as much as their sum.
 */
function computedError(numClasses: number, options: DescribeOptions): number {
  const { decimals = null, scientificDecimals = null, operations = [] } = options;
  if (hasSoftmax(operations) || !isLogOfWritten(options)) return 0;
  const each = 0.505 * 10 ** -(scientificDecimals ?? decimals ?? 0);
  return scientificDecimals === null ? each * numClasses : 10 * each;
}

function hasSoftmax(operations: readonly string[]): boolean {
  return operations.some((name) => name === 'softmax' || name === 'log_softmax');
}

function isLogOfWritten({ decimals = null, operations = [] }: DescribeOptions): boolean {
  return decimals !== null && operations.includes('log');
}

function checksOf(tensor: Tensor, options: DescribeOptions): readonly string[] {
  return [
    l10n.t('Σ exp(x) = 1 in each row (log-probabilities)'),
    l10n.t('Σ x = 1 and 0 ≤ x ≤ 1 in each row (probabilities)'),
    l10n.t('Σ exp(−x) = 1 (lost sign)'),
    l10n.t('Σ 10ˣ = 1 and Σ 2ˣ = 1 (other base)'),
    ...(tensor.shape.length > 1
      ? [l10n.t('the same along the first and the last axis (softmax over a wrong dim)')]
      : []),
    ...(options.gradFn ? [l10n.t('grad_fn of the print')] : []),
    ...(isFloatingPoint(tensor.dtype) ? [] : [l10n.t('integer values read as scores')]),
  ];
}
