import * as l10n from '../l10n';
import { isFloatingPoint } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import type { Description, Kind } from './description';
import { evidenceOf } from './evidenceFor';
import { measureRows } from './measure';
import { rowKinds } from './rowJudge';

/** PyTorch's default `ignore_index`, which stands for "no class" in a target. */
const defaultIgnoreIndex = -100;

/**
 * True when the values can only sensibly be class indices or one-hot rows of whole numbers: whole numbers from
 * 0 (or -100 or -1, the usual marks of a target to leave out) in a target or an integer tensor, or, when
 * nothing else is known, in one dimension.
 */
export function isIndexLike(tensor: Tensor, role?: 'target' | 'weight'): boolean {
  if (role === 'weight') return false;
  const isInteger = !isFloatingPoint(tensor.dtype);
  if (!isInteger && role !== 'target') return false;
  return tensor.data.every((x) => Number.isInteger(x) && (x >= -1 || x === defaultIgnoreIndex));
}

/** Description of whole numbers: class indices, or one-hot rows. */
export function describeIndices(tensor: Tensor, dim: number): Description {
  const measured = measureRows(tensor, dim, {
    decimals: null,
    scientificDecimals: null,
    dtype: tensor.dtype,
  });
  const oneHot = rowKinds.indexOf('one-hot');
  const isOneHot =
    tensor.shape.length > 1 && measured.numClasses > 1 && measured.rowKind.every((k) => k === oneHot);
  const kind: Kind = isOneHot ? 'one-hot' : 'class-indices';
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const x of tensor.data) {
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return {
    kind,
    confidence: tensor.shape.length <= 1 || isOneHot ? 'high' : 'low',
    dim,
    passingDims: isOneHot ? [dim] : [],
    numRows: measured.numRows,
    rowKind: measured.rowKind,
    rowKinds,
    rowSum: measured.rowSum,
    rowLogSumExp: measured.rowLogSumExp,
    tolerance: 0,
    evidence: [
      evidenceOf(
        kind,
        isOneHot
          ? {
              row: null,
              quantity: l10n.t('values'),
              value: l10n.t('one 1 per row, else 0'),
              limit: 'one-hot',
            }
          : {
              row: null,
              quantity: 'min … max',
              value: `${min} … ${max}`,
              limit: l10n.t('whole numbers ≥ 0'),
            },
      ),
    ],
    checks: [l10n.t('whole numbers'), l10n.t('one-hot rows')],
  };
}
