import * as l10n from '../l10n';
import { type Kind, kindLabels } from './description';
import type { Evidence } from './finding';
import { formatMeasure } from './formatMeasure';
import { type Measured, worstRow } from './measure';
import { rowKinds } from './rowJudge';

/** Significant digits of a limit: it is a bound, not a measurement. */
const limitDigits = 3;

/** The measurements that a kind rests on: the row that speaks most clearly for or against it. */
export function evidenceFor(kind: Kind, measured: Measured, gradFn: string | null): readonly Evidence[] {
  const fromPrint: Evidence[] = gradFn
    ? [{ row: null, quantity: 'grad_fn', value: gradFn, limit: l10n.t('origin of {0}', kindLabels[kind]) }]
    : [];
  return [...fromPrint, ...measurements(kind, measured)];
}

function measurements(kind: Kind, measured: Measured): Evidence[] {
  const { numRows, rowLogSumExp, rowSum, rowMax, rowMin, rowKind, rowTolerance, rowSumTolerance } = measured;
  const expSum = (row: number): Evidence => ({
    row,
    quantity: 'Σ exp(x)',
    value: formatMeasure(Math.exp(rowLogSumExp[row])),
    limit: `1 ± ${formatMeasure(Math.expm1(rowTolerance[row]), limitDigits)}`,
  });
  const plainSum = (row: number): Evidence => ({
    row,
    quantity: 'Σ x',
    value: formatMeasure(rowSum[row]),
    limit: `1 ± ${formatMeasure(rowSumTolerance[row], limitDigits)}`,
  });
  const largest = (row: number): Evidence => ({
    row,
    quantity: 'max x',
    value: formatMeasure(rowMax[row]),
    limit: l10n.t('≤ 0 for log-probabilities'),
  });
  const smallest = (row: number): Evidence => ({
    row,
    quantity: 'min x',
    value: formatMeasure(rowMin[row]),
    limit: l10n.t('≥ 0 for probabilities'),
  });
  const farthestExp = () => worstRow(numRows, (row) => Math.abs(rowLogSumExp[row]));
  const farthestSum = () => worstRow(numRows, (row) => Math.abs(rowSum[row] - 1));
  switch (kind) {
    case 'empty':
      return [];
    case 'log-probabilities':
    case 'unnormalised-negatives':
    case 'log2-probabilities':
    case 'log10-probabilities':
    case 'negated-log-probabilities':
      return [expSum(farthestExp())];
    case 'probabilities':
    case 'one-hot':
    case 'unnormalised-probabilities':
    case 'class-weights':
      return [plainSum(farthestSum()), smallest(worstRow(numRows, (row) => -rowMin[row]))];
    case 'not-finite': {
      const broken = rowKinds.indexOf('not-finite');
      const row = rowKind.indexOf(broken);
      const value = Number.isNaN(rowSum[row]) ? 'nan' : formatMeasure(rowMax[row]);
      return [
        { row, quantity: l10n.t('values'), value, limit: l10n.t('finite (−inf allowed beside finite ones)') },
      ];
    }
    default:
      return [expSum(farthestExp()), largest(worstRow(numRows, (row) => rowMax[row]))];
  }
}
