import { PythonError, typeError, valueError } from '../../values/pythonError';
import { Callable, isNumber, typeNameOf, type Value } from '../../values/values';
import { TorchTensor } from '../tensor/torchTensor';

/** The number that a value is, also of a tensor with one element. */
function floatOf(value: Value | undefined): number {
  if (value instanceof TorchTensor && value.numel === 1) return value.item();
  if (value !== undefined && isNumber(value)) return Number(value);
  if (value instanceof TorchTensor)
    throw valueError('only one element tensors can be converted to Python scalars');
  throw typeError(`must be real number, not ${typeNameOf(value ?? null)}`);
}

/** Functions that raise outside of their domain. */
const functions: Readonly<Record<string, (x: number) => number>> = {
  exp: Math.exp,
  sqrt: Math.sqrt,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  expm1: Math.expm1,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
  fabs: Math.abs,
};

/** The functions of `math` by name. */
export const mathFunctions: ReadonlyMap<string, Callable> = new Map(
  [
    ...Object.entries(functions).map(
      ([name, f]) => new Callable(name, ({ positional: [x] }) => checked(name, floatOf(x), f)),
    ),
    new Callable('log', ({ positional: [x, base] }) => {
      const value = checked('log', floatOf(x), Math.log);
      return base === undefined ? value : value / Math.log(floatOf(base));
    }),
    new Callable('pow', ({ positional: [x, y] }) => floatOf(x) ** floatOf(y)),
    new Callable('floor', ({ positional: [x] }) => BigInt(Math.floor(floatOf(x)))),
    new Callable('ceil', ({ positional: [x] }) => BigInt(Math.ceil(floatOf(x)))),
    new Callable('isnan', ({ positional: [x] }) => Number.isNaN(floatOf(x))),
    new Callable('isinf', ({ positional: [x] }) => Math.abs(floatOf(x)) === Number.POSITIVE_INFINITY),
    new Callable('isfinite', ({ positional: [x] }) => Number.isFinite(floatOf(x))),
  ].map((made) => [made.name, made]),
);

function checked(name: string, x: number, f: (x: number) => number): number {
  const y = f(x);
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return y;
  if (name === 'exp' && y === Number.POSITIVE_INFINITY)
    throw new PythonError('OverflowError', 'math range error');
  const isOutside = Number.isNaN(y) || (name.startsWith('log') && !Number.isFinite(y));
  if (isOutside) throw valueError('math domain error');
  return y;
}
