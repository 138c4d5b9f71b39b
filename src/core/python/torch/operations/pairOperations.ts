import { broadcastShapes } from '../../../tensor/broadcast';
import { castTensor } from '../../../tensor/castTensor';
import { isFloatingPoint } from '../../../tensor/dtype';
import { isNumber } from '../../values/values';
import { pairFunctions } from '../kernels/elementwise/pairFunctions';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { full } from '../tensor/create';
import { notImplemented } from '../tensor/notImplemented';
import { resultType } from '../tensor/promote';
import { expandTo, mapTensor, sumTo } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** The operands as tensors in a floating dtype and one shape. */
function apply(context: TorchContext, name: string, args: Bound): TorchTensor {
  const { f, by, gradFn, floatsOnly } = pairFunctions[name];
  const given = ['input', 'other'].map((key) => args.get(key) ?? null);
  const isKnown = given.every((one) => one instanceof TorchTensor || (name === 'xlogy' && isNumber(one)));
  if (!isKnown) throw refused(name);
  const promoted = resultType(given as TorchTensor[]);
  if (floatsOnly && !isFloatingPoint(promoted)) throw notImplemented(floatsOnly, promoted);
  const library = (given.find((one) => one instanceof TorchTensor) as TorchTensor).library;
  const dtype = isFloatingPoint(promoted) ? promoted : library === 'numpy' ? 'float64' : 'float32';
  const operands = given.map((one) => (one instanceof TorchTensor ? one : full([], Number(one), dtype)));
  const { shape, mismatch } = broadcastShapes(operands[0].shape, operands[1].shape);
  if (mismatch) throw refused(name);
  const [x, y] = operands.map((one) => expandTo(castTensor(one.dense(), dtype), shape));
  const result = castTensor(
    mapTensor(x, (value, i) => f(value, y.data[i])),
    dtype,
  );
  const scalar = given.findIndex((one) => !(one instanceof TorchTensor));
  const named = scalar < 0 ? gradFn : gradFn.replace(/0$/, `${scalar + 1}`);
  return context.record(result, named, operands, (grad) =>
    operands.map((operand, side) =>
      sumTo(
        mapTensor(grad, (g, i) => g * by[side](x.data[i], y.data[i], result.data[i])),
        operand.shape,
      ),
    ),
  );
}

const homes: Readonly<Record<string, string>> = {
  logaddexp: 'torch method numpy',
  xlogy: 'torch method special',
  atan2: 'torch method',
  hypot: 'torch method numpy',
};

/** Functions of mathematics of two elements. */
export const pairOperations: readonly Operation[] = Object.keys(pairFunctions).map((name) =>
  operation(name, homes[name], 'input, other', 'unlike', (context, args) => apply(context, name, args)),
);
