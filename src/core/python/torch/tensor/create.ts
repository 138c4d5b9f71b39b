import * as l10n from '../../../l10n';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import type { Tensor } from '../../../tensor/tensor';
import { LiteralList } from '../../values/literalList';
import { NotEvaluated, runtimeError, typeError, valueError } from '../../values/pythonError';
import { isNumber, PyList, PyTuple, typeNameOf, type Value } from '../../values/values';
import { dtypeOfNumber, promoteTypes } from './promote';
import { TorchTensor } from './torchTensor';

/** Most nested brackets of a list. */
const maxDepth = 64;

/**
 * A tensor of nested lists of numbers, as `torch.tensor` makes it: whole numbers are int64, floats float32, and lists
 * that are no grid are refused.
 */
export function tensorFromList(
  value: Value,
  dtype: DType | null,
  library: 'torch' | 'numpy' = 'torch',
): TorchTensor {
  if (typeof value === 'string' && library === 'torch') throw typeError("new(): invalid data type 'str'");
  if (value instanceof LiteralList && !value.isOpened) return ofLiteral(value.tensor, dtype, library);
  const shape = shapeOfList(value);
  const numbers: number[] = [];
  let found: DType | null = null;
  const stack: { value: Value; depth: number }[] = [{ value, depth: 0 }];
  while (stack.length > 0) {
    const { value: current, depth } = stack.pop() as { value: Value; depth: number };
    if (current instanceof PyList || current instanceof PyTuple) {
      if (depth >= shape.length || current.items.length !== shape[depth]) {
        throw raggedError(current, shape, depth, dtype ?? dtypeOf(value), library);
      }
      for (let i = current.items.length - 1; i >= 0; i--)
        stack.push({ value: current.items[i], depth: depth + 1 });
      continue;
    }
    const isShort = depth < shape.length && !(current instanceof TorchTensor && current.dimCount > 0);
    if (isShort) throw notASequence(current, library);
    const { data, type } = elementsOf(current, library);
    for (const number of data) numbers.push(number);
    found = found === null ? type : promoteTypes(found, type);
  }
  if (dtype && !isFloatingPoint(dtype) && dtype !== 'bool') checkRange(numbers, dtype);
  const inferred = found ?? (library === 'numpy' ? 'float64' : 'float32');
  return TorchTensor.of({ data: Float64Array.from(numbers), shape, dtype: dtype ?? inferred }, library);
}

const bounds: Readonly<Partial<Record<DType, readonly [number, number]>>> = {
  uint8: [0, 255],
  int8: [-128, 127],
  int16: [-32768, 32767],
  int32: [-(2 ** 31), 2 ** 31 - 1],
};

/** Whole numbers must fit into the dtype that they are given. */
function checkRange(numbers: readonly number[], dtype: DType): void {
  const [least, most] = bounds[dtype] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (numbers.every((x) => x >= least && x <= most && Number.isFinite(x))) return;
  if (dtype === 'uint8' && numbers.every(Number.isInteger))
    throw runtimeError('value cannot be converted to type uint8 without overflow');
  throw new NotEvaluated(l10n.t('numbers that do not fit into {0}', dtype));
}

function ofLiteral(tensor: Tensor, dtype: DType | null, library: 'torch' | 'numpy'): TorchTensor {
  const inferred = tensor.dtype === 'float32' && library === 'numpy' ? 'float64' : tensor.dtype;
  return TorchTensor.of({ ...tensor, dtype: dtype ?? inferred }, library);
}

function shapeOfList(value: Value): readonly number[] {
  const shape: number[] = [];
  for (let current = value; ; ) {
    if (current instanceof TorchTensor) return [...shape, ...current.shape];
    if (typeof current === 'string' && shape.length > 0) throw valueError("too many dimensions 'str'");
    if (!(current instanceof PyList) && !(current instanceof PyTuple)) return shape;
    shape.push(current.items.length);
    if (shape.length > maxDepth) throw new NotEvaluated(l10n.t('lists nested this deeply'));
    if (current.items.length === 0) return shape;
    current = current.items[0];
  }
}

function raggedError(
  list: PyList | PyTuple,
  shape: readonly number[],
  depth: number,
  dtype: DType,
  library: 'torch' | 'numpy',
): Error {
  if (library === 'numpy') {
    return new NotEvaluated(l10n.t('np.array of rows of several lengths'));
  }
  if (depth >= shape.length) {
    return typeError(
      isFloatingPoint(dtype)
        ? `must be real number, not ${typeNameOf(list)}`
        : `'${typeNameOf(list)}' object cannot be interpreted as an integer`,
    );
  }
  return valueError(`expected sequence of length ${shape[depth]} at dim ${depth} (got ${list.items.length})`);
}

/** The dtype that PyTorch finds for all that lists hold, before it looks at their lengths. */
function dtypeOf(value: Value): DType {
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return elementsOf(value, 'torch').type;
  return value.items.map(dtypeOf).reduce(promoteTypes, value.items.length > 0 ? 'bool' : 'float32');
}

function notASequence(value: Value, library: 'torch' | 'numpy'): Error {
  if (library === 'numpy') return new NotEvaluated(l10n.t('np.array of rows and numbers'));
  return isNumber(value) ? typeError('not a sequence') : newTypeError(value);
}

function newTypeError(value: Value): Error {
  if (typeof value === 'string') return typeError("new(): invalid data type 'str'");
  return runtimeError(`Could not infer dtype of ${typeNameOf(value)}`);
}

function elementsOf(
  value: Value,
  library: 'torch' | 'numpy',
): { data: ArrayLike<number> & Iterable<number>; type: DType } {
  if (value instanceof TorchTensor) {
    if (library === 'torch' && value.library === 'torch' && value.numel !== 1) {
      throw valueError('only one element tensors can be converted to Python scalars');
    }
    return { data: value.dense().data, type: value.dtype };
  }
  if (!isNumber(value))
    throw library === 'numpy' ? new NotEvaluated(l10n.t('np.array of this')) : newTypeError(value);
  const type = typeof value === 'number' && library === 'numpy' ? 'float64' : dtypeOfNumber(value);
  return { data: [Number(value)], type };
}

/** A tensor filled with one value. */
export function full(
  shape: readonly number[],
  value: number,
  dtype: DType,
  library: 'torch' | 'numpy' = 'torch',
): TorchTensor {
  const negative = shape.find((size) => size < 0);
  if (negative !== undefined && library === 'torch') {
    throw new NotEvaluated(l10n.t('a tensor of negative size'));
  }
  if (negative !== undefined) throw valueError('negative dimensions are not allowed');
  if (!Number.isFinite(value) && !isFloatingPoint(dtype) && dtype !== 'bool') {
    throw runtimeError('value cannot be converted to type int64_t without overflow');
  }
  const numel = shape.reduce((product, size) => product * size, 1);
  return TorchTensor.of({ data: new Float64Array(numel).fill(value), shape, dtype }, library);
}

/** A tensor whose values are not set, so that nothing may be read of it; `why` says so. */
export function unset(
  shape: readonly number[],
  dtype: DType,
  { library, why }: { readonly library: 'torch' | 'numpy'; readonly why: string },
): TorchTensor {
  const tensor = full(shape, 0, dtype, library);
  if (tensor.numel > 0) tensor.memory.unset = why;
  return tensor;
}

/** Sets `requires_grad`, which whole numbers cannot have. */
export function requireGrad(tensor: TorchTensor, requiresGrad: boolean): TorchTensor {
  if (requiresGrad && !isFloatingPoint(tensor.dtype)) {
    throw runtimeError('Only Tensors of floating point and complex dtype can require gradients');
  }
  tensor.requiresGrad = requiresGrad;
  return tensor;
}
