import * as l10n from '../../../l10n';
import type { DType } from '../../../tensor/dtype';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { GeneratorValue, isNumber } from '../../values/values';
import type { Creates } from '../effect';
import { overwrite } from '../kernels/overwrite';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { full } from '../tensor/create';
import { type DrawnType, normals, permutation, uniforms } from '../tensor/randomDraws';
import { RandomGenerator } from '../tensor/randomGenerator';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';
import { finish } from './createOperations';

const made = '*, generator=, dtype=, device=, requires_grad=, layout=, pin_memory=, out=';
const like = 'input, *, dtype=, device=, requires_grad=, layout=, memory_format=, generator=';

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

function madeOf(
  context: TorchContext,
  args: Bound,
  shape: readonly number[],
  draw: { readonly dtype: DType; readonly numbers: (count: number) => Float64Array },
): TorchTensor {
  const numel = shape.reduce((product, size) => product * Math.max(0, size), 1);
  context.charge(numel);
  const tensor = full(shape, 0, draw.dtype);
  tensor.memory.data.set(draw.numbers(numel));
  return finish(context, tensor, args);
}

type RangedDraw = (
  random: RandomGenerator,
  count: number,
  dtype: DrawnType,
  range: readonly [number, number],
) => Float64Array;
type Draw = (random: RandomGenerator, count: number, dtype: DrawnType) => Float64Array;

/** `rand`, `randn` and their kin: numbers of float32 or float64 in a new tensor. */
function drawing(name: string, sizesOf: (args: Bound) => readonly number[], draw: Draw): Operation['run'] {
  return (context, args) => {
    const random = seeded(context, name, args);
    const dtype = drawnTypeOf(name, dtypeOf(args));
    return madeOf(context, args, sizesOf(args), { dtype, numbers: (count) => draw(random, count, dtype) });
  };
}

function drawnTypeOf(name: string, dtype: DType): DrawnType {
  if (dtype === 'float32' || dtype === 'float64') return dtype;
  throw refused(name);
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
  const numbers = (count: number) =>
    Float64Array.from({ length: count }, () => low + (random.next32() % (high - low)));
  return madeOf(context, args, args.ints(size), { dtype, numbers });
}

/** `torch.randperm(n)`: each number changes place with one of those behind it. */
function randperm(context: TorchContext, args: Bound): TorchTensor {
  const n = args.int('n');
  const random = seeded(context, 'randperm', args);
  if (n < 0 || n > longestPermutation || args.has('dtype')) throw refused('randperm');
  return madeOf(context, args, [n], { dtype: 'int64', numbers: () => permutation(random, n) });
}

/** `tensor.uniform_(from, to)`, `tensor.normal_(mean, std)`: numbers drawn into a tensor. */
function drawnInto(name: string, bounds: readonly [string, string], draw: RangedDraw): Operation['run'] {
  return (context, args) => {
    const tensor = args.tensor('input');
    const dtype = drawnTypeOf(name, tensor.dtype);
    const random = seeded(context, name, args);
    const range = [args.numberOr(bounds[0], 0), args.numberOr(bounds[1], 1)] as const;
    return overwrite(context, tensor, (count) => draw(random, count, dtype, range));
  };
}

/** `tensor.random_(from, to)`; with one number from 0 to that. */
function randomInto(context: TorchContext, args: Bound): TorchTensor {
  const tensor = args.tensor('input');
  const [low, high] = args.has('to') ? [args.int('from'), args.int('to')] : [0, args.intOr('from', 0)];
  const random = seeded(context, 'random_', args);
  if (high <= low || high - low >= largestRange) throw refused('random_');
  return overwrite(context, tensor, (count) =>
    Float64Array.from({ length: count }, () => low + (random.next32() % (high - low))),
  );
}

function creates(from: Creates['from'], values: Creates['values'], dtype: Creates['dtype']): Creates {
  return { does: 'creates', from, values, dtype };
}

const making: readonly Operation[] = [
  operation(
    'rand',
    'torch',
    `*size, ${made}`,
    creates('sizes', 'other', 'float'),
    drawing('rand', ofSize, uniforms),
  ),
  operation(
    'randn',
    'torch',
    `*size, ${made}`,
    creates('sizes', 'normal', 'float'),
    drawing('randn', ofSize, normals),
  ),
  operation(
    'rand_like',
    'torch',
    like,
    creates('like', 'other', null),
    drawing('rand_like', ofInput, uniforms),
  ),
  operation(
    'randn_like',
    'torch',
    like,
    creates('like', 'normal', null),
    drawing('randn_like', ofInput, normals),
  ),
  operation('randint', 'torch', `low, high=, size=, ${made}`, creates('sizes', 'indices', 'int'), randint),
  operation('randperm', 'torch', `n, ${made}`, creates('count', 'other', 'int'), randperm),
];

const filling: readonly Operation[] = [
  operation(
    'uniform_',
    'method',
    'input, from=, to=, *, generator=',
    'unlike',
    drawnInto('uniform_', ['from', 'to'], uniforms),
  ),
  operation(
    'normal_',
    'method',
    'input, mean=, std=, *, generator=',
    'unlike',
    drawnInto('normal_', ['mean', 'std'], normals),
  ),
  operation('random_', 'method', 'input, from=, to=, *, generator=', 'unlike', randomInto),
];

/** Random numbers that are PyTorch's bit for bit after a seed. */
export const seededOperations: readonly Operation[] = [
  operation('manual_seed', 'torch', 'seed', 'python', manualSeed),
  ...[...making, ...filling].map((one) => ({ ...one, isRandom: true })),
];
