import { runtimeError } from '../../../values/pythonError';
import { stack } from '../../kernels/join';
import { pad } from '../../kernels/layers/pad';
import { overwrite } from '../../kernels/overwrite';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { full } from '../../tensor/create';
import { tensorsIn } from '../../tensor/tensorsIn';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { withoutGrad } from '../../tensor/withoutGrad';

function gradientsOf(context: TorchContext, args: Bound, callee: string): readonly TorchTensor[] {
  const parameters = tensorsIn(args.get('parameters') ?? null);
  if (parameters === null || !context.areGradsKnown || parameters.some((one) => one.isGradUnknown))
    throw refused(callee);
  return parameters.flatMap(({ grad }) => grad ?? []);
}

/** All gradients together get a norm of at most `max_norm`; gives the norm that they had. */
function clipNorm(context: TorchContext, args: Bound): TorchTensor {
  const grads = gradientsOf(context, args, 'clip_grad_norm_');
  const power = args.numberOr('norm_type', 2);
  if (grads.some(({ dtype }) => dtype !== 'float32') || args.get('error_if_nonfinite') === true)
    throw refused('clip_grad_norm_');
  const norms = grads.map((grad) => Math.fround(normOf(grad.dense().data, power)));
  const total = Math.fround(normOf(norms, power));
  const factor = Math.min(1, Math.fround(args.number('max_norm') / Math.fround(total + 1e-6)));
  for (const grad of grads) {
    const { data } = grad.dense();
    withoutGrad(context, () => overwrite(context, grad, () => data.map((x) => x * factor)));
  }
  return full([], total, 'float32');
}

function normOf(numbers: ArrayLike<number>, power: number): number {
  const sizes = Array.from(numbers, Math.abs);
  if (power === Number.POSITIVE_INFINITY) return Math.max(0, ...sizes);
  const total = sizes.reduce((sum, x) => sum + x ** power, 0);
  return power === 2 ? Math.sqrt(total) : total ** (1 / power);
}

function clipValue(context: TorchContext, args: Bound): null {
  const most = args.number('clip_value');
  const grads = gradientsOf(context, args, 'clip_grad_value_');
  // What PyTorch says of none is an error of its own.
  if (grads.length === 0) throw refused('clip_grad_value_');
  for (const grad of grads) {
    const { data } = grad.dense();
    const clipped = data.map((x) => Math.min(most, Math.max(-most, x)));
    withoutGrad(context, () => overwrite(context, grad, () => clipped));
  }
  return null;
}

/** `pad_sequence`: sequences of several lengths in one tensor, filled up at their ends. */
function padSequence(context: TorchContext, args: Bound): TorchTensor {
  const sequences = tensorsIn(args.get('sequences') ?? null);
  if (sequences === null || args.has('padding_side')) throw refused('pad_sequence');
  if (sequences.length === 0) throw runtimeError('received an empty list of sequences');
  const isOdd = sequences.some((one) => one.dimCount === 0 || one.dtype !== sequences[0].dtype);
  if (isOdd || sequences.some(({ requiresGrad }) => requiresGrad)) throw refused('pad_sequence');
  const longest = Math.max(...sequences.map(({ shape }) => shape[0]));
  const value = args.numberOr('padding_value', 0);
  const padded = sequences.map((one) => {
    // Sizes go from the last dimension to the first.
    const sizes = [...new Array<number>(2 * one.dimCount - 1).fill(0), longest - one.shape[0]];
    return pad(context, one, { sizes, mode: 'constant', value, gradFn: '' });
  });
  return stack(context, padded, args.bool('batch_first', false) ? 0 : 1);
}

/** What is done to parameters, and to sequences before they reach a model. */
export const parameterOperations: readonly Operation[] = [
  operation(
    'clip_grad_norm_',
    'utils',
    'parameters, max_norm, norm_type=, error_if_nonfinite=, foreach=',
    'unlike',
    clipNorm,
    'python',
  ),
  operation('clip_grad_value_', 'utils', 'parameters, clip_value, foreach=', 'python', clipValue, 'python'),
  operation(
    'pad_sequence',
    'rnn',
    'sequences, batch_first=, padding_value=, padding_side=',
    'unknown',
    padSequence,
    'python',
  ),
];
