import * as l10n from '../../../l10n';
import type { DType } from '../../../tensor/dtype';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { GeneratorValue, isNumber } from '../../values/values';
import type { Creates } from '../effect';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { full } from '../tensor/create';
import { RandomGenerator } from '../tensor/randomGenerator';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';
import { finish } from './createOperations';

const made = '*, generator=, dtype=, device=, requires_grad=, layout=, pin_memory=, out=';
const like = 'input, *, dtype=, device=, requires_grad=, layout=, memory_format=, generator=';

/** From so many normal numbers on PyTorch makes them by vectors, whose last digits depend on the processor. */
const fewestInVectors = 16;

/** From so many possible numbers on PyTorch draws 64 bits for each. */
const largestRange = 2 ** 28;

/** Numbers that are exchanged one by one. */
const longestPermutation = 100_000;

/** The generator after a seed that is known. */
function seeded(context: TorchContext, name: string, args: Bound): RandomGenerator {
  if (args.has('generator') || args.has('out')) throw refused(name);
  if (context.random) return context.random;
  throw new NotEvaluated(l10n.t('{0}(…), which makes other values at every call', `torch.${name}`));
}

/** `torch.manual_seed(seed)`: of the seed the lower 32 bits count. */
function manualSeed(context: TorchContext, args: Bound): GeneratorValue {
  const seed = args.get('seed') ?? null;
  if (typeof seed !== 'bigint') throw refused('manual_seed');
  context.random = new RandomGenerator(Number(BigInt.asUintN(32, seed)));
  return new GeneratorValue();
}

/** A tensor of this shape, each of its numbers drawn after the one before in row-major order. */
function drawn(
  context: TorchContext,
  args: Bound,
  shape: readonly number[],
  dtype: DType,
  draw: () => number,
): TorchTensor {
  const numel = shape.reduce((product, size) => product * Math.max(0, size), 1);
  context.charge(numel);
  const tensor = full(shape, 0, dtype);
  const { data } = tensor.memory;
  for (let i = 0; i < numel; i++) data[i] = draw();
  return finish(context, tensor, args);
}

function uniform(name: string, sizesOf: (args: Bound) => readonly number[]): Operation['run'] {
  return (context, args) => {
    const random = seeded(context, name, args);
    const dtype = dtypeOf(args);
    if (dtype !== 'float32' && dtype !== 'float64') throw refused(name);
    return drawn(context, args, sizesOf(args), dtype, () => random.uniform(dtype));
  };
}

function normal(name: string, sizesOf: (args: Bound) => readonly number[]): Operation['run'] {
  return (context, args) => {
    const random = seeded(context, name, args);
    const shape = sizesOf(args);
    const numel = shape.reduce((product, size) => product * size, 1);
    if (numel >= fewestInVectors || dtypeOf(args) !== 'float32')
      throw new NotEvaluated(l10n.t('{0}(…) of 16 numbers or more, or of another dtype', `torch.${name}`));
    return drawn(context, args, shape, 'float32', () => Math.fround(random.normal()));
  };
}

function dtypeOf(args: Bound): DType {
  return args.dtype('dtype') ?? (args.has('input') ? args.tensor('input').dtype : 'float32');
}

const ofSize = (args: Bound) => args.ints('size');
const ofInput = (args: Bound) => args.tensor('input').shape;

/** `torch.randint(high, size)` and `torch.randint(low, high, size)`, high not among them. */
function randint(context: TorchContext, args: Bound): TorchTensor {
  const isFrom0 = !args.has('size');
  const size = isFrom0 ? 'high' : 'size';
  if (isNumber(args.get(size) ?? null)) throw refused('randint');
  const low = isFrom0 ? 0 : args.int('low');
  const high = args.int(isFrom0 ? 'low' : 'high');
  const dtype = args.dtype('dtype') ?? 'int64';
  const random = seeded(context, 'randint', args);
  if (low >= high) {
    throw runtimeError(`random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`);
  }
  if (high - low >= largestRange || dtype !== 'int64') throw refused('randint');
  return drawn(context, args, args.ints(size), dtype, () => low + (random.next32() % (high - low)));
}

/** `torch.randperm(n)`: each number changes place with one of those behind it. */
function randperm(context: TorchContext, args: Bound): TorchTensor {
  const n = args.int('n');
  const random = seeded(context, 'randperm', args);
  if (n < 0 || n > longestPermutation || args.has('dtype')) throw refused('randperm');
  const numbers = Float64Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const other = i + (random.next32() % (n - i));
    [numbers[i], numbers[other]] = [numbers[other], numbers[i]];
  }
  let at = 0;
  return drawn(context, args, [n], 'int64', () => numbers[at++]);
}

function creates(from: Creates['from'], values: Creates['values'], dtype: Creates['dtype']): Creates {
  return { does: 'creates', from, values, dtype };
}

const drawing: readonly Operation[] = [
  operation('rand', 'torch', `*size, ${made}`, creates('sizes', 'other', 'float'), uniform('rand', ofSize)),
  operation('randn', 'torch', `*size, ${made}`, creates('sizes', 'normal', 'float'), normal('randn', ofSize)),
  operation('rand_like', 'torch', like, creates('like', 'other', null), uniform('rand_like', ofInput)),
  operation('randn_like', 'torch', like, creates('like', 'normal', null), normal('randn_like', ofInput)),
  operation('randint', 'torch', `low, high=, size=, ${made}`, creates('sizes', 'indices', 'int'), randint),
  operation('randperm', 'torch', `n, ${made}`, creates('count', 'other', 'int'), randperm),
];

/** Random numbers that are PyTorch's bit for bit after a seed. */
export const seededOperations: readonly Operation[] = [
  operation('manual_seed', 'torch', 'seed', 'python', manualSeed),
  ...drawing.map((one) => ({ ...one, isRandom: true })),
];
