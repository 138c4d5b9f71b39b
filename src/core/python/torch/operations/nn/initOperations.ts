import * as l10n from '../../../../l10n';
import { overwrite } from '../../kernels/overwrite';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { normals, uniforms } from '../../tensor/randomDraws';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { withoutGrad } from '../../tensor/withoutGrad';

type Fill = (context: TorchContext, tensor: TorchTensor, args: Bound) => TorchTensor;

/** A row: the tensor is written over outside of the graph. */
function filling(name: string, parameters: string, fill: Fill): Operation {
  return operation(
    name,
    'init',
    `tensor${parameters}`,
    'unlike',
    (context, args) => withoutGrad(context, () => fill(context, args.tensor('tensor'), args)),
    'python',
  );
}

function constant(value: (args: Bound) => number): Fill {
  return (context, tensor, args) => {
    const filled = value(args);
    return overwrite(context, tensor, (count) => new Float64Array(count).fill(filled));
  };
}

/** Random numbers into the tensor; without a seed nobody knows them from then on. */
function drawn(
  context: TorchContext,
  tensor: TorchTensor,
  draw: typeof uniforms,
  range: readonly [number, number],
): TorchTensor {
  const { random } = context;
  const { dtype } = tensor;
  if (dtype !== 'float32' && dtype !== 'float64') throw refused('torch.nn.init');
  if (random) return overwrite(context, tensor, (count) => draw(random, count, dtype, range));
  overwrite(context, tensor, (count) => new Float64Array(count));
  tensor.memory.unset = l10n.t('{0}(…), which makes other values at every call', 'torch.nn.init');
  return tensor;
}

/** How many numbers go into each output of a weight, and how many outputs each input goes into. */
function fansOf({ shape, dimCount }: TorchTensor): { readonly fanIn: number; readonly fanOut: number } {
  if (dimCount < 2) throw refused('torch.nn.init');
  const window = shape.slice(2).reduce((product, size) => product * size, 1);
  return { fanIn: shape[1] * window, fanOut: shape[0] * window };
}

function xavierDeviation(tensor: TorchTensor, args: Bound): number {
  const { fanIn, fanOut } = fansOf(tensor);
  return args.numberOr('gain', 1) * Math.sqrt(2 / (fanIn + fanOut));
}

function kaimingDeviation(tensor: TorchTensor, args: Bound): number {
  const { fanIn, fanOut } = fansOf(tensor);
  const fan = (args.get('mode') ?? 'fan_in') === 'fan_out' ? fanOut : fanIn;
  return gainOf(String(args.get('nonlinearity') ?? 'leaky_relu'), args.numberOr('a', 0)) / Math.sqrt(fan);
}

function gainOf(nonlinearity: string, slope: number): number {
  const gains: Readonly<Record<string, number>> = {
    linear: 1,
    sigmoid: 1,
    tanh: 5 / 3,
    relu: Math.sqrt(2),
    leaky_relu: Math.sqrt(2 / (1 + slope ** 2)),
  };
  if (Object.hasOwn(gains, nonlinearity)) return gains[nonlinearity];
  throw refused('torch.nn.init');
}

const uniform =
  (deviation: typeof xavierDeviation): Fill =>
  (context, tensor, args) => {
    const bound = Math.sqrt(3) * deviation(tensor, args);
    return drawn(context, tensor, uniforms, [-bound, bound]);
  };

const normal =
  (deviation: typeof xavierDeviation): Fill =>
  (context, tensor, args) =>
    drawn(context, tensor, normals, [0, deviation(tensor, args)]);

const kaiming = ', a=, mode=, nonlinearity=, generator=';

/** `torch.nn.init` */
export const initOperations: readonly Operation[] = [
  filling(
    'constant_',
    ', val',
    constant((args) => args.number('val')),
  ),
  filling(
    'zeros_',
    '',
    constant(() => 0),
  ),
  filling(
    'ones_',
    '',
    constant(() => 1),
  ),
  filling('uniform_', ', a=, b=, generator=', (context, tensor, args) =>
    drawn(context, tensor, uniforms, [args.numberOr('a', 0), args.numberOr('b', 1)]),
  ),
  filling('normal_', ', mean=, std=, generator=', (context, tensor, args) =>
    drawn(context, tensor, normals, [args.numberOr('mean', 0), args.numberOr('std', 1)]),
  ),
  filling('xavier_uniform_', ', gain=, generator=', uniform(xavierDeviation)),
  filling('xavier_normal_', ', gain=, generator=', normal(xavierDeviation)),
  filling('kaiming_uniform_', kaiming, uniform(kaimingDeviation)),
  filling('kaiming_normal_', kaiming, normal(kaimingDeviation)),
  filling('eye_', '', (context, tensor) => {
    if (tensor.dimCount !== 2) throw refused('torch.nn.init.eye_');
    const width = tensor.shape[1];
    return overwrite(context, tensor, (count) =>
      Float64Array.from({ length: count }, (_, i) => (Math.floor(i / width) === i % width ? 1 : 0)),
    );
  }),
];
