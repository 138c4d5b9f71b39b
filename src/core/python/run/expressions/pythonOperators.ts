import * as l10n from '../../../l10n';
import {
  arithmetic,
  bitwiseOperation,
  compare,
  comparisons,
  type operators,
} from '../../torch/kernels/binary';
import { matmul } from '../../torch/kernels/matmul';
import { tensorFromList } from '../../torch/tensor/create';
import type { Operand } from '../../torch/tensor/promote';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { truthOf } from '../../torch/tensor/truth';
import { PyIterator, PySet } from '../../values/iterables';
import { PyInstance } from '../../values/objects';
import { NotEvaluated, typeError } from '../../values/pythonError';
import {
  Callable,
  DTypeValue,
  isNumber,
  notKnown,
  PyDict,
  PyList,
  PyObject,
  PyRange,
  PyTuple,
  typeNameOf,
  type Value,
} from '../../values/values';
import { numberOperation } from './numberOperators';
import { unsupported } from './unsupported';

/** Longest list or string that repeating makes. */
const maxLength = 1e6;

/** `left operator right` of Python values. */
export function binaryOperation(context: TorchContext, operator: string, left: Value, right: Value): Value {
  const ofTensors = tensorOperation(context, operator, left, right);
  if (ofTensors !== null) return ofTensors;
  if (isNumber(left) && isNumber(right)) return numberOperation(operator, left, right);
  if (left instanceof PySet && right instanceof PySet) return setOperation(operator, left, right);
  if (operator === '|' && left instanceof PyDict && right instanceof PyDict) return mergedDicts(left, right);
  const ofSequences = sequenceOperation(operator, left, right);
  if (ofSequences !== null) return ofSequences;
  throw unsupported(operator, left, right);
}

function mergedDicts(left: PyDict, right: PyDict): PyDict {
  const merged = new PyDict();
  for (const [key, value] of [...left.entries, ...right.entries]) merged.set(key, value);
  return merged;
}

function setOperation(operator: string, left: PySet, right: PySet): PySet {
  const isFrozen = left.typeName === 'frozenset';
  const [a, b] = [left.unordered, right.unordered];
  if (operator === '|') return new PySet([...a, ...b], isFrozen);
  if (operator === '&')
    return new PySet(
      a.filter((item) => right.has(item)),
      isFrozen,
    );
  if (operator === '-')
    return new PySet(
      a.filter((item) => !right.has(item)),
      isFrozen,
    );
  if (operator !== '^') throw unsupported(operator, left, right);
  return new PySet(
    [...a.filter((item) => !right.has(item)), ...b.filter((item) => !left.has(item))],
    isFrozen,
  );
}

function tensorOperation(context: TorchContext, operator: string, left: Value, right: Value): Value | null {
  if (!(left instanceof TorchTensor) && !(right instanceof TorchTensor)) return null;
  const isNumpy = [left, right].some((one) => one instanceof TorchTensor && one.library === 'numpy');
  const [a, b] = isNumpy ? [left, right].map(asArray) : [left, right];
  if (!isOperand(a) || !isOperand(b)) {
    if (isNumpy) throw new NotEvaluated(l10n.t('{0} of an array and this', operator));
    return null;
  }
  if (operator === '@' && isNumpy) return matmulOfArrays(context, a, b);
  if (operator === '@') {
    if (a instanceof TorchTensor && b instanceof TorchTensor) return matmul(context, a, b);
    throw unsupported(operator, left, right);
  }
  if (['&', '|', '^'].includes(operator)) return bitwiseOperation(context, operator, a, b);
  if (['<<', '>>'].includes(operator)) throw new NotEvaluated(l10n.t('{0} of tensors', operator));
  const mixes = [a, b].some((one) => one instanceof TorchTensor && one.library === 'torch');
  if (isNumpy && mixes) throw new NotEvaluated(l10n.t('arithmetic of a tensor and an array'));
  return arithmetic(context, operator as (typeof operators)[number], a, b);
}

/** NumPy has its own words for what does not fit. */
function matmulOfArrays(context: TorchContext, a: Value, b: Value): Value {
  const fits =
    a instanceof TorchTensor &&
    b instanceof TorchTensor &&
    a.dimCount > 0 &&
    b.dimCount > 0 &&
    a.shape[a.dimCount - 1] === b.shape[Math.max(0, b.dimCount - 2)];
  if (!fits) throw new NotEvaluated(l10n.t('@ of these arrays'));
  return matmul(context, a, b);
}

/** NumPy takes lists where it takes arrays. */
function asArray(value: Value): Value {
  return value instanceof PyList || value instanceof PyTuple ? tensorFromList(value, null, 'numpy') : value;
}

function isOperand(value: Value): value is Operand & Value {
  return value instanceof TorchTensor || isNumber(value);
}

function sequenceOperation(operator: string, left: Value, right: Value): Value | null {
  if (operator === '+') {
    if (lengthOf(left) + lengthOf(right) > maxLength) throw new NotEvaluated(l10n.t('a list of this size'));
    if (typeof left === 'string' && typeof right === 'string') return left + right;
    if (left instanceof PyList && right instanceof PyList) return new PyList([...left.items, ...right.items]);
    if (left instanceof PyTuple && right instanceof PyTuple)
      return new PyTuple([...left.items, ...right.items]);
  }
  if (operator !== '*') return null;
  const [sequence, times] = typeof right === 'bigint' ? [left, right] : [right, left];
  if (typeof times !== 'bigint') return null;
  const count = Math.max(0, Number(times));
  if (typeof sequence === 'string') {
    if (sequence.length * count > maxLength) throw new NotEvaluated(l10n.t('a string of this size'));
    return sequence.repeat(count);
  }
  if (!(sequence instanceof PyList) && !(sequence instanceof PyTuple)) return null;
  if (sequence.items.length * count > maxLength) throw new NotEvaluated(l10n.t('a list of this size'));
  const items = Array.from({ length: count }, () => sequence.items).flat();
  return sequence instanceof PyList ? new PyList(items) : new PyTuple(items);
}

function lengthOf(value: Value): number {
  if (typeof value === 'string') return value.length;
  return value instanceof PyList || value instanceof PyTuple ? value.items.length : 0;
}

/** `left operator right` for comparisons, `in` and `is`. */
export function comparison(context: TorchContext, operator: string, left: Value, right: Value): Value {
  if (operator === 'is' || operator === 'is not') return isSame(left, right) === (operator === 'is');
  if (operator === 'in' || operator === 'not in') return contains(left, right) === (operator === 'in');
  for (const one of [left, right]) if (one instanceof PyObject && one.isUnknown) throw notKnown();
  if (left instanceof TorchTensor || right instanceof TorchTensor) {
    if (isOperand(left) && isOperand(right)) return compare(context, operator, left, right);
    if (operator === '==' || operator === '!=') return operator === '!=';
    throw incomparable(operator, left, right);
  }
  if (operator === '==' || operator === '!=') return isEqual(left, right) === (operator === '==');
  return isOrdered(operator, left, right);
}

function incomparable(operator: string, left: Value, right: Value): Error {
  return typeError(
    `'${operator}' not supported between instances of '${typeNameOf(left)}' and '${typeNameOf(right)}'`,
  );
}

function isOrdered(operator: string, left: Value, right: Value): boolean {
  const test = comparisons.get(operator);
  if (!test) throw new NotEvaluated(l10n.t('the operator {0}', operator));
  if (isNumber(left) && isNumber(right)) return test(Number(left), Number(right));
  if (typeof left === 'string' && typeof right === 'string')
    return test(left < right ? -1 : left > right ? 1 : 0, 0);
  if (left instanceof PySet || right instanceof PySet) throw new NotEvaluated(l10n.t('a comparison of sets'));
  const areLists =
    (left instanceof PyList && right instanceof PyList) ||
    (left instanceof PyTuple && right instanceof PyTuple);
  if (!areLists) throw incomparable(operator, left, right);
  for (let i = 0; i < Math.min(left.items.length, right.items.length); i++) {
    if (!isEqual(left.items[i], right.items[i])) return isOrdered(operator, left.items[i], right.items[i]);
  }
  return test(left.items.length, right.items.length);
}

function isEqualDict(left: PyDict, right: PyDict): boolean {
  if (left.size !== right.size) return false;
  return left.entries.every(([key, value]) => {
    const other = right.get(key);
    return other !== undefined && (other === value || isEqual(value, other));
  });
}

function isEqualInstance(left: PyInstance, right: Value): boolean {
  if (!(right instanceof PyInstance) || left.type !== right.type) return left === right;
  return [...left.attributes].every(([name, value]) => {
    const other = right.attributes.get(name);
    return other !== undefined && (other === value || isEqual(value, other));
  });
}

function isSame(left: Value, right: Value): boolean {
  for (const one of [left, right]) if (one instanceof PyObject && one.isUnknown) throw notKnown();
  const areBig = typeof left === 'bigint' && typeof right === 'bigint' && (left > 256n || left < -5n);
  if (
    areBig ||
    (typeof left === 'number' && typeof right === 'number') ||
    (typeof left === 'string' && typeof right === 'string' && left.length > 20)
  )
    throw new NotEvaluated(l10n.t('is of numbers'));
  if (left instanceof DTypeValue && right instanceof DTypeValue) return isEqual(left, right);
  return left === right || isSameType(left, right);
}

/** True for two of the same type of Python or of a library, however each was come by: `type(1)` and `int`. */
function isSameType(left: Value, right: Value): boolean {
  if (!(left instanceof Callable && right instanceof Callable)) return false;
  const pathOf = ({ path, name }: Callable) => path ?? name;
  return (left.isType || right.isType) && pathOf(left) === pathOf(right);
}

/** `==` of values that are no tensors. */
export function isEqual(left: Value, right: Value): boolean {
  for (const one of [left, right]) if (one instanceof PyObject && one.isUnknown) throw notKnown();
  if (isNumber(left) && isNumber(right)) return Number(left) === Number(right);
  if (left instanceof TorchTensor || right instanceof TorchTensor)
    throw new NotEvaluated(l10n.t('== of lists of tensors'));
  if (left instanceof DTypeValue && right instanceof DTypeValue) return left.dtype === right.dtype;
  if (left instanceof PySet && right instanceof PySet)
    return left.size === right.size && left.unordered.every((item) => right.has(item));
  if (left instanceof PyDict && right instanceof PyDict) return isEqualDict(left, right);
  if (left instanceof PyInstance && left.type.isComparedByFields) return isEqualInstance(left, right);
  if (left instanceof PyRange && right instanceof PyRange) throw new NotEvaluated(l10n.t('== of ranges'));
  const areLists =
    (left instanceof PyList && right instanceof PyList) ||
    (left instanceof PyTuple && right instanceof PyTuple);
  if (areLists) {
    return (
      left.items.length === right.items.length && left.items.every((item, i) => isEqual(item, right.items[i]))
    );
  }
  return left === right || isSameType(left, right);
}

function contains(item: Value, container: Value): boolean {
  if (typeof container === 'string') {
    if (typeof item === 'string') return container.includes(item);
    throw typeError(`'in <string>' requires string as left operand, not ${typeNameOf(item)}`);
  }
  if (container instanceof PySet) return container.has(item);
  if (container instanceof PyObject && (container.code || container instanceof PyIterator))
    throw new NotEvaluated(l10n.t('in this'));
  if (container instanceof PyDict) return container.get(item) !== undefined;
  if (container instanceof PyList || container instanceof PyTuple) {
    return container.items.some((one) => one === item || isEqual(one, item));
  }
  if (container instanceof PyRange && typeof item === 'bigint') {
    const offset = item - container.start;
    return (
      offset % container.step === 0n &&
      offset / container.step >= 0n &&
      offset / container.step < BigInt(container.length)
    );
  }
  if (container instanceof TorchTensor) throw new NotEvaluated(l10n.t('in a tensor'));
  throw typeError(`argument of type '${typeNameOf(container)}' is not iterable`);
}

/** `-x`, `+x`, `~x`, `not x` */
export function unaryOperation(
  operator: string,
  value: Value,
  onTensor: (name: string, tensor: TorchTensor) => Value,
): Value {
  if (operator === 'not') return !truthOf(value);
  if (value instanceof TorchTensor) {
    if (operator === '-') return onTensor('neg', value);
    if (operator === '+') return value;
    if (value.dtype === 'bool') return onTensor('logical_not', value);
    throw new NotEvaluated(l10n.t('~ of numbers'));
  }
  if (!isNumber(value)) throw typeError(`bad operand type for unary ${operator}: '${typeNameOf(value)}'`);
  const number = typeof value === 'boolean' ? BigInt(value) : value;
  if (operator === '-') return -number;
  if (operator === '+') return number;
  if (typeof number === 'bigint') return ~number;
  throw typeError(`bad operand type for unary ~: 'float'`);
}
