import type { Role } from '../../diagnosis/evaluatedPair';
import * as l10n from '../../l10n';
import { type DType, dtypes, isFloatingPoint } from '../../tensor/dtype';
import { formatShape } from '../../tensor/format';
import type { TensorLiteral } from '../../text/literal';
import { isDecisionName, isMetricName, roleOfName } from '../../text/roleNames';
import { isSoftmaxOf } from './isSoftmaxOf';
import { shapeKey, targetShapeKeys } from './targetShapes';

export interface InferredRole {
  readonly role: Role;
  /** For people: `named "logits"`. */
  readonly reason: string;
  /** Its name tells the role. */
  readonly isNamed: boolean;
}

/** Tensors whose names keep them from being the first of two alike. */
const isAside: ReadonlySet<Role | null> = new Set(['weight', 'target']);

/** The part of each literal by its name, else by its dtype and shape beside the others. */
export function inferRoles(literals: readonly TensorLiteral[]): readonly InferredRole[] {
  const named = literals.map(({ name }) => roleOfName(name));
  const isTargetNamed = named.includes('target');
  const shapes = literals.map(({ tensor }) => shapeKey(tensor.shape));
  const fitting = shapesOfIndices(literals.filter((_, index) => named[index] !== 'weight'));
  const before = new Map<string, { readonly count: number; readonly last: TensorLiteral }>();
  return literals.map((literal, index) => {
    const twins = before.get(shapes[index]);
    const isFirstOfTwo = (twins?.count ?? 0) % 2 === 0;
    if (!isAside.has(named[index]))
      before.set(shapes[index], { count: (twins?.count ?? 0) + 1, last: literal });
    const fits = fitting.has(shapes[index]);
    const byName = isOfClasses(literal, named[index], fits) ? null : named[index];
    if (byName) return { role: byName, reason: l10n.t('named “{0}”', literal.name ?? ''), isNamed: true };
    const { shape } = literal.tensor;
    const dtype = dtypeOf(literal);
    const isResult = isMeasure(literal) || (named[index] === 'input' && isDecisionName(literal.name));
    if (isResult) return { role: 'other', reason: l10n.t('no input and no target'), isNamed: false };
    if (isIndexTensor(literal, fits))
      return {
        role: 'target',
        reason: l10n.t('{0} of shape {1}', dtype, formatShape(shape)),
        isNamed: false,
      };
    if (twins && isSoftmaxOf(literal, twins.last)) {
      const reason = l10n.t('softmax of “{0}”', twins.last.name ?? formatShape(shape));
      return { role: 'other', reason, isNamed: false };
    }
    if (!isFirstOfTwo && !isTargetNamed && !hasNegatives(literal)) {
      const reason = l10n.t('second tensor of shape {0}', formatShape(shape));
      return { role: 'target', reason, isNamed: false };
    }
    if (shape.length === 0) return { role: 'target', reason: l10n.t('a single number'), isNamed: false };
    return { role: 'input', reason: l10n.t('{0} of shape {1}', dtype, formatShape(shape)), isNamed: false };
  });
}

/** The shapes, one dimension less than theirs, that class indices for these tensors have. */
function shapesOfIndices(literals: readonly TensorLiteral[]): ReadonlySet<string> {
  return new Set(
    literals.flatMap(({ tensor: { shape } }) => {
      if (shape.length === 1) return [shapeKey([])];
      // A last dimension of size 1 is a mistake that PyTorch names; of one class it would be the input itself.
      const column = shape.length === 2 && shape[1] > 1 ? [shapeKey([shape[0], 1])] : [];
      return [...targetShapeKeys(shape), ...column];
    }),
  );
}

/** Integers of at most one dimension, or whole numbers of a shape that fits another tensor. */
function isIndexTensor({ tensor, operations }: TensorLiteral, fitsOther: boolean): boolean {
  const { shape, data, dtype } = tensor;
  if (operations.some(({ name }) => name === 'log_softmax' || name === 'softmax' || name === 'log'))
    return false;
  if (!isFloatingPoint(dtype)) return shape.length <= 1 || fitsOther;
  return fitsOther && data.every((x) => Number.isInteger(x));
}

function dtypeOf({ tensor, operations }: TensorLiteral): string {
  const cast = operations.filter(({ name }) => dtypes.includes(name as DType)).at(-1);
  return cast?.name ?? tensor.dtype;
}

/** Below 0 there are no class probabilities. */
function hasNegatives({ tensor: { data, dtype } }: TensorLiteral): boolean {
  return isFloatingPoint(dtype) && data.some((x) => x < 0);
}

/** True for what a loss or a metric is called, and for a single number that is a fraction and so no class. */
function isMeasure({ tensor: { shape, data }, name }: TensorLiteral): boolean {
  return isMetricName(name) || (shape.length === 0 && !Number.isInteger(data[0]));
}

/** True for whole numbers with the name of an input whose shape is that of classes beside another tensor. */
function isOfClasses({ tensor: { dtype } }: TensorLiteral, byName: Role | null, fitsOther: boolean): boolean {
  return byName === 'input' && fitsOther && !isFloatingPoint(dtype);
}
