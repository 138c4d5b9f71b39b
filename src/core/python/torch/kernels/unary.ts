import { castTensor } from '../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { runtimeError } from '../../values/pythonError';
import { notImplemented } from '../tensor/notImplemented';
import { floatTypeOf } from '../tensor/promote';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** A function of each element by itself. `options` are numbers such as the slope of a leaky ReLU. */
export interface Unary {
  readonly f: (x: number, ...options: number[]) => number;
  /** Derivative by x, from x and f(x). */
  readonly derivative: (x: number, y: number, ...options: number[]) => number;
  readonly gradFn: string;
  /** True when whole numbers stay whole. */
  readonly keepsInts?: boolean;
  /** PyTorch has no kernel for whole numbers: the name in its message. */
  readonly floatsOnly?: string;
  /** What PyTorch says of bools. */
  readonly refusesBools?: () => Error;
  /** The result for bools is of this dtype. */
  readonly dtypeOfBools?: DType;
}

/** PyTorch has no kernel of this name for bools. */
export function noBoolKernel(kernel: string): () => Error {
  return () => notImplemented(kernel, 'bool');
}

export function noBools(message: string): () => Error {
  return () => runtimeError(message);
}

/** The tensor after the function, with its place in the graph. */
export function applyUnary(
  context: TorchContext,
  input: TorchTensor,
  unary: Unary,
  options: readonly number[] = [],
): TorchTensor {
  const { f, derivative, gradFn, keepsInts = false, floatsOnly, refusesBools, dtypeOfBools } = unary;
  if (floatsOnly && !isFloatingPoint(input.dtype)) throw notImplemented(floatsOnly, input.dtype);
  const isBool = input.dtype === 'bool';
  if (isBool && refusesBools && input.library === 'torch') throw refusesBools();
  const kept = isBool ? (dtypeOfBools ?? input.dtype) : input.dtype;
  const dtype = keepsInts ? kept : floatTypeOf(input);
  const numbers = dtype === 'float64' ? options : options.map(Math.fround);
  const isPlain = numbers.length === 0;
  const x = castTensor(input.dense(), dtype);
  const y = castTensor({ ...mapTensor(x, isPlain ? f : (value) => f(value, ...numbers)), dtype }, dtype);
  return context.record(y, gradFn, [input], (grad) => [
    mapTensor(grad, (g, i) => {
      const slope = isPlain ? derivative(x.data[i], y.data[i]) : derivative(x.data[i], y.data[i], ...numbers);
      return slope === 0 && keepsInts ? 0 : g * slope;
    }),
  ]);
}
