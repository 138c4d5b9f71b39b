import * as l10n from '../../../../l10n';
import { isFloatingPoint } from '../../../../tensor/dtype';
import type { Tensor } from '../../../../tensor/tensor';
import { NotEvaluated, runtimeError } from '../../../values/pythonError';
import { applyUnary } from '../../kernels/elementwise/unary';
import { updateInPlace } from '../../kernels/inPlace';
import { type Operation, operation, type Run } from '../../operation';
import type { Bound } from '../../signature';
import type { TorchTensor } from '../../tensor/torchTensor';
import { type Activation, activations, type Default } from './activations';

/** The parameters of an activation besides the tensor, as a text for a signature. */
export function optionsOf({ options = {}, hasInPlace = false }: Activation): string {
  const named = Object.entries(options).map(([name, otherwise]) => (otherwise === null ? name : `${name}=`));
  return [...named, ...(hasInPlace ? ['inplace='] : [])].join(', ');
}

/** The number of an option, or the position of its word. */
function numberOf(args: Bound, name: string, otherwise: Default): number {
  if (otherwise === null) return args.number(name);
  if (typeof otherwise === 'number') return args.numberOr(name, otherwise);
  const at = otherwise.indexOf(String(args.get(name) ?? otherwise[0]));
  if (at < 0) throw runtimeError(`${name} argument must be either ${otherwise.join(' or ')}.`);
  return at;
}

function checkSettled({ name, isUnsettled }: Activation, { data, dtype }: Tensor): void {
  if (!isUnsettled || dtype === 'float64' || !isFloatingPoint(dtype)) return;
  if (data.some(isUnsettled))
    throw new NotEvaluated(l10n.t('{0}(…) of numbers whose digits depend on the processor', name));
}

function runOf(activation: Activation): Run {
  const { options = {}, refuses } = activation;
  return (context, args) => {
    const numbers = Object.entries(options).map(([name, otherwise]) => numberOf(args, name, otherwise));
    const problem = refuses?.(...numbers);
    if (problem) throw problem;
    const apply = (input: TorchTensor) => applyUnary(context, input, activation, numbers);
    const input = args.tensor('input');
    checkSettled(activation, input.dense());
    return args.bool('inplace', false) ? updateInPlace(context, input, apply) : apply(input);
  };
}

/** The function of an activation, which modules apply too. */
export function activationOf(activation: Activation): Operation {
  const { name, effect, isNative = false } = activation;
  const words = Object.values(activation.options ?? {}).some(
    (one) => typeof one === 'object' && one !== null,
  );
  const parameters = `input, ${words ? '*, ' : ''}${optionsOf(activation)}`;
  return operation(name, 'F', parameters, effect, runOf(activation), isNative ? 'native' : 'python');
}

/** Activations as functions and methods. */
export const activationOperations: readonly Operation[] = activations.flatMap((activation) => {
  const { name, homes, effect } = activation;
  const parameters = `input, ${optionsOf({ ...activation, hasInPlace: false })}`;
  const plain = homes ? [operation(name, homes, parameters, effect, runOf(activation), 'single')] : [];
  return [activationOf(activation), ...plain];
});
