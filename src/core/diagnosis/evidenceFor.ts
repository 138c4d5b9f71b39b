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
  const fromPrint = gradFn
    ? [{ row: null, quantity: 'grad_fn', value: gradFn, limit: l10n.t('origin of {0}', kindLabels[kind]) }]
    : [];
  return [...fromPrint.map((one) => evidenceOf(kind, one)), ...measurements(kind, measured)];
}

type Measurement = Omit<Evidence, 'isMet' | 'says'>;

/** A measurement that this kind passes. */
export function evidenceOf(kind: Kind, measurement: Measurement): Evidence {
  return { ...measurement, isMet: true, says: l10n.t('Looks like {0} because', kindLabels[kind]) };
}

/** A measurement that another kind would pass. */
function evidenceAgainst(kind: Kind, measurement: Measurement): Evidence {
  return { ...measurement, isMet: false, says: l10n.t('Not {0} because', kindLabels[kind]) };
}

function measurements(kind: Kind, measured: Measured): readonly Evidence[] {
  const { numRows, rowLogSumExp, rowSum, rowMin, rowMax, rowTolerance, rowSumTolerance } = measured;
  const expRow = worstRow(numRows, (row) => Math.abs(rowLogSumExp[row]));
  const sumRow = worstRow(numRows, (row) => Math.abs(rowSum[row] - 1));
  const [maxRow, minRow] = [
    worstRow(numRows, (row) => rowMax[row]),
    worstRow(numRows, (row) => -rowMin[row]),
  ];
  switch (kind) {
    case 'empty':
      return [];
    case 'log-probabilities':
      return [evidenceOf(kind, expSum(measured, expRow))];
    case 'unnormalised-negatives':
    case 'log2-probabilities':
    case 'log10-probabilities':
    case 'negated-log-probabilities':
      return [evidenceAgainst('log-probabilities', expSum(measured, expRow))];
    case 'probabilities':
    case 'one-hot':
      return [plainSum(measured, sumRow), smallest(measured, minRow)].map((one) => evidenceOf(kind, one));
    case 'unnormalised-probabilities':
    case 'class-weights':
      return [
        ...(Math.abs(rowSum[sumRow] - 1) > rowSumTolerance[sumRow] ? [plainSum(measured, sumRow)] : []),
        ...(rowMin[minRow] < 0 ? [smallest(measured, minRow)] : []),
      ].map((one) => evidenceAgainst('probabilities', one));
    case 'not-finite':
      return [notFinite(measured)];
    default:
      return [
        ...(Math.abs(rowLogSumExp[expRow]) > rowTolerance[expRow] ? [expSum(measured, expRow)] : []),
        ...(rowMax[maxRow] > rowTolerance[maxRow] ? [largest(measured, maxRow)] : []),
      ].map((one) => evidenceAgainst('log-probabilities', one));
  }
}

function expSum({ rowLogSumExp, rowTolerance }: Measured, row: number): Measurement {
  return {
    row,
    quantity: 'Σ exp(x)',
    value: formatMeasure(Math.exp(rowLogSumExp[row])),
    limit: `1 ± ${formatMeasure(Math.expm1(rowTolerance[row]), limitDigits)}`,
  };
}

function plainSum({ rowSum, rowSumTolerance }: Measured, row: number): Measurement {
  return {
    row,
    quantity: 'Σ x',
    value: formatMeasure(rowSum[row]),
    limit: `1 ± ${formatMeasure(rowSumTolerance[row], limitDigits)}`,
  };
}

function largest({ rowMax }: Measured, row: number): Measurement {
  return {
    row,
    quantity: 'max x',
    value: formatMeasure(rowMax[row]),
    limit: l10n.t('≤ 0 for log-probabilities'),
  };
}

function smallest({ rowMin }: Measured, row: number): Measurement {
  return {
    row,
    quantity: 'min x',
    value: formatMeasure(rowMin[row]),
    limit: l10n.t('≥ 0 for probabilities'),
  };
}

function notFinite({ rowKind, rowSum, rowMax }: Measured): Evidence {
  const row = rowKind.indexOf(rowKinds.indexOf('not-finite'));
  const value = Number.isNaN(rowSum[row]) ? 'nan' : formatMeasure(rowMax[row]);
  const limit = l10n.t('finite (−inf allowed beside finite ones)');
  return { row, quantity: l10n.t('values'), value, limit, isMet: false, says: '' };
}
