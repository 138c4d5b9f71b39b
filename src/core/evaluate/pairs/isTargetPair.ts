import { isSameShape } from '../../tensor/shape';
import type { TensorLiteral } from '../../text/literal';
import { roleOfName } from '../../text/roleNames';
import type { Pair } from '../evaluation';
import { isTargetShape } from './targetShapes';

/**
 * True when a pair is clearly meant for a loss: it has a target, a name tells the part of at least one of the
 * two, and the shapes fit (or differ only by a last dimension of size 1).
 */
export function isTargetPair(literals: readonly TensorLiteral[], { input, target }: Pair): boolean {
  if (target === null) return false;
  const names = [
    roleOfName(literals[input].name) === 'input',
    roleOfName(literals[target].name) === 'target',
  ];
  if (!names.includes(true)) return false;
  const inputShape = literals[input].tensor.shape;
  const targetShape = literals[target].tensor.shape;
  const squeezed = targetShape.at(-1) === 1 ? targetShape.slice(0, -1) : targetShape;
  return (
    [targetShape, squeezed].some((shape) => isTargetShape(inputShape, shape)) ||
    isSameShape(inputShape, targetShape)
  );
}
