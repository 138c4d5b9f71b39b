import { castTensor } from '../../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../../tensor/dtype';
import { runtimeError } from '../../../values/pythonError';
import { notImplemented } from '../../tensor/notImplemented';
import { floatTypeOf } from '../../tensor/promote';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

/** Rounds to what a kernel computes in: float64, float32 for all narrower floats, or whole numbers. */
export type Round = (x: number) => number;

/**
 * A function of each element by itself. `options` are numbers such as the slope of a leaky ReLU. Where a kernel's steps
 * lose digits that show, `round` follows them in its arithmetic.
 */
export interface Unary {
  readonly f: (x: number, round: Round, ...options: number[]) => number;
  /** Derivative by x, from x and f(x). */
  readonly derivative: (x: number, y: number, round: Round, ...options: number[]) => number;
  readonly gradFn: string;
  /** Where the derivative is 0 so is the gradient, even if what comes back is inf or nan. */
  readonly cutsGradient?: boolean;
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

export function roundOf(dtype: DType): Round {
  if (!isFloatingPoint(dtype)) return Math.trunc;
  return dtype === 'float64' ? (x) => x : Math.fround;
}

/** The tensor after the function, with its place in the graph. */
export function applyUnary(
  context: TorchContext,
  input: TorchTensor,
  unary: Unary,
  options: readonly number[] = [],
): TorchTensor {
  const { f, derivative, gradFn, cutsGradient = false } = unary;
  const dtype = resultTypeOf(input, unary);
  const round = roundOf(dtype);
  const numbers = options.map(round);
  const x = castTensor(input.dense(), dtype);
  const y = castTensor({ ...mapTensor(x, (value) => f(value, round, ...numbers)), dtype }, dtype);
  return context.record(y, gradFn, [input], (grad) => [
    mapTensor(grad, (g, i) => {
      const slope = derivative(x.data[i], y.data[i], round, ...numbers);
      return slope === 0 && cutsGradient ? 0 : g * slope;
    }),
  ]);
}

/** The dtype of the result; PyTorch's error where it has no kernel. */
function resultTypeOf(
  input: TorchTensor,
  { keepsInts = false, floatsOnly, refusesBools, dtypeOfBools }: Unary,
): DType {
  if (floatsOnly && !isFloatingPoint(input.dtype)) throw notImplemented(floatsOnly, input.dtype);
  const isBool = input.dtype === 'bool';
  if (isBool && refusesBools && input.library === 'torch') throw refusesBools();
  if (!keepsInts) return floatTypeOf(input);
  return isBool ? (dtypeOfBools ?? input.dtype) : input.dtype;
}
