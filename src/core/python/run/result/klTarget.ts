import * as l10n from '../../../l10n';
import { formatNumber } from '../../../tensor/format';
import { type RowLayout, rowLayoutOf, rowOffset } from '../../../tensor/rowLayout';
import type { LossInputs } from '../../torch/tensor/lossInputs';

/** How far from 1 the sum of written probabilities may be, each being rounded. */
const tolerance = 1e-2;

/** Says that the target of KLDivLoss is no distribution: along no dimension do all its rows sum to 1. Null where it is. */
export function klTargetMessage({ target, logTarget }: LossInputs): string | null {
  const { data, shape } = target.dense();
  if (data.length === 0 || shape.length === 0 || data.some(Number.isNaN)) return null;
  const sums = (dim: number) => rowSums(data, rowLayoutOf(shape, dim), logTarget);
  const isOff = (sum: number) => Math.abs(sum - 1) > tolerance;
  if (shape.some((_, dim) => !sums(dim).some(isOff))) return null;
  const last = sums(shape.length - 1);
  const row = last.findIndex(isOff);
  const sum = formatNumber(last[row], 'float64');
  return logTarget
    ? l10n.t('the target of KLDivLoss is no distribution: exp of row {0} sums to {1}', row, sum)
    : l10n.t('the target of KLDivLoss is no distribution: row {0} sums to {1}', row, sum);
}

function rowSums(data: Float64Array, layout: RowLayout, isLog: boolean): readonly number[] {
  return Array.from({ length: layout.rowCount }, (_, row) => {
    const offset = rowOffset(layout, row);
    let sum = 0;
    for (let c = 0; c < layout.numClasses; c++) {
      const value = data[offset + c * layout.stride];
      sum += isLog ? Math.exp(value) : value;
    }
    return sum;
  });
}
