import { rowLayoutOf, rowOffset } from '../tensor/rowLayout';
import type { Tensor } from '../tensor/tensor';
import type { Kind } from './description';
import { judgeRow, measureRow, rowKinds } from './rowJudge';
import { type Precision, tolerancesOf } from './tolerance';

/** Every row of a tensor along one dimension, measured and judged. Typed arrays have one element per row. */
export interface Measured {
  readonly dim: number;
  readonly numRows: number;
  readonly numClasses: number;
  /** Indices into `rowKinds`. */
  readonly rowKind: Uint8Array;
  readonly rowSum: Float64Array;
  readonly rowLogSumExp: Float64Array;
  readonly rowMin: Float64Array;
  readonly rowMax: Float64Array;
  /** Allowed deviation of log Σ exp(x) from 0, in nats. */
  readonly rowTolerance: Float64Array;
  /** Allowed deviation of Σ x of probabilities from 1. */
  readonly rowSumTolerance: Float64Array;
}

/** Judges each row along `dim`, within what `precision` and `extraTolerance` (nats) allow. */
export function measureRows(tensor: Tensor, dim: number, precision: Precision, extraTolerance = 0): Measured {
  const layout = rowLayoutOf(tensor.shape, dim);
  const numRows = layout.rowCount;
  const tolerances = tolerancesOf(precision);
  const measured = {
    dim,
    numRows,
    numClasses: layout.numClasses,
    rowKind: new Uint8Array(numRows),
    rowSum: new Float64Array(numRows),
    rowLogSumExp: new Float64Array(numRows),
    rowMin: new Float64Array(numRows),
    rowMax: new Float64Array(numRows),
    rowTolerance: new Float64Array(numRows),
    rowSumTolerance: new Float64Array(numRows),
  };
  for (let row = 0; row < numRows; row++) {
    const offset = rowOffset(layout, row);
    const measure = measureRow(tensor.data, layout, offset, tolerances);
    const { kind, tolerance } = judgeRow(measure, tensor.data, layout, offset, tolerances, extraTolerance);
    measured.rowKind[row] = rowKinds.indexOf(kind);
    measured.rowTolerance[row] = tolerance;
    measured.rowSumTolerance[row] = measure.sumTolerance;
    measured.rowSum[row] = measure.sum;
    measured.rowLogSumExp[row] = measure.logSumExp;
    measured.rowMin[row] = measure.min;
    measured.rowMax[row] = measure.max;
  }
  return measured;
}

/** The kind of the first row along `dim`, as `measureRows` judges it: what all rows are, it is. */
export function firstRowKind(tensor: Tensor, dim: number, precision: Precision, extraTolerance = 0): Kind {
  const layout = rowLayoutOf(tensor.shape, dim);
  const tolerances = tolerancesOf(precision);
  const measure = measureRow(tensor.data, layout, 0, tolerances);
  return judgeRow(measure, tensor.data, layout, 0, tolerances, extraTolerance).kind;
}

/** True when there are rows and each of them has one of these kinds. */
export function everyRowIs(measured: Measured, ...kinds: readonly Kind[]): boolean {
  return measured.numRows > 0 && measured.rowKind.every((kind) => kinds.includes(rowKinds[kind]));
}

/** The row in which `score` is largest, -1 without rows. NaN counts as largest. */
export function worstRow(numRows: number, score: (row: number) => number): number {
  let worst = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < numRows; row++) {
    const value = score(row);
    if (Number.isNaN(value)) return row;
    if (value > most || worst < 0) {
      worst = row;
      most = value;
    }
  }
  return worst;
}
