import * as l10n from '../l10n';
import { type DType, dtypes, isFloatingPoint } from '../tensor/dtype';
import { formatShape } from '../tensor/format';
import { isSameShape } from '../tensor/shape';
import type { TensorLiteral } from '../text/literal';
import type { Role } from './evaluation';
import { roleOfName } from './roleNames';

export interface InferredRole {
  readonly role: Role;
  /** For people: `named "logits"`. */
  readonly reason: string;
}

/** Tensors whose names keep them from being the first of two alike. */
const isAside: ReadonlySet<Role | null> = new Set(['weight', 'target']);

/** The part of each literal by its name, else by its dtype and shape beside the others. */
export function inferRoles(literals: readonly TensorLiteral[]): readonly InferredRole[] {
  const named = literals.map(({ name }) => roleOfName(name));
  return literals.map((literal, index) => {
    const byName = named[index];
    if (byName) return { role: byName, reason: l10n.t('named “{0}”', literal.name ?? '') };
    const { shape } = literal.tensor;
    const others = literals.filter((_, other) => other !== index && named[other] !== 'weight');
    const before = literals.slice(0, index);
    const dtype = dtypeOf(literal);
    if (isIndexTensor(literal, others))
      return { role: 'target', reason: l10n.t('{0} of shape {1}', dtype, formatShape(shape)) };
    const twins = before.filter(
      (other, at) => !isAside.has(named[at]) && isSameShape(other.tensor.shape, shape),
    ).length;
    if (twins % 2 === 1 && !named.includes('target')) {
      return { role: 'target', reason: l10n.t('second tensor of shape {0}', formatShape(shape)) };
    }
    if (shape.length === 0) return { role: 'target', reason: l10n.t('a single number') };
    return { role: 'input', reason: l10n.t('{0} of shape {1}', dtype, formatShape(shape)) };
  });
}

/** Integers of at most one dimension, or whole numbers that have one dimension less than another tensor. */
function isIndexTensor({ tensor, operations }: TensorLiteral, others: readonly TensorLiteral[]): boolean {
  const { shape, data } = tensor;
  if (operations.some(({ name }) => name === 'log_softmax' || name === 'softmax' || name === 'log'))
    return false;
  const isWhole = data.every((x) => Number.isInteger(x));
  const fitsOther = others.some(
    (other) => other.tensor.shape.length === shape.length + 1 && isTargetShape(other.tensor.shape, shape),
  );
  if (!isFloatingPoint(tensor.dtype)) return shape.length <= 1 || fitsOther;
  return isWhole && fitsOther;
}

/** True when `target` is the shape of class indices for an input of shape `input`. */
export function isTargetShape(input: readonly number[], target: readonly number[]): boolean {
  if (input.length === 1) return target.length === 0 || (target.length === 1 && target[0] === 1);
  return isSameShape([input[0], ...input.slice(2)], target);
}

function dtypeOf({ tensor, operations }: TensorLiteral): string {
  const cast = operations.filter(({ name }) => dtypes.includes(name as DType)).at(-1);
  return cast?.name ?? tensor.dtype;
}
