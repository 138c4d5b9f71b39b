import * as l10n from '../../../l10n';
import { full, unset } from '../tensor/create';
import { type DrawnType, normals, uniforms } from '../tensor/randomDraws';
import type { RandomGenerator } from '../tensor/randomGenerator';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** `nn.Parameter(tensor)`: the same memory, outside of the graph. */
export function parameterOf(tensor: TorchTensor, requiresGrad = true): TorchTensor {
  const parameter = tensor.viewedAlone();
  parameter.isParameter = true;
  parameter.requiresGrad = requiresGrad;
  return parameter;
}

export function filledParameter(shape: readonly number[], value: number, dtype: DrawnType): TorchTensor {
  return parameterOf(full(shape, value, dtype));
}

interface Drawn {
  readonly layer: string;
  readonly shape: readonly number[];
  readonly dtype: DrawnType;
}

/** A parameter of random numbers; without a seed nobody knows them. */
function drawnParameter(
  context: TorchContext,
  { layer, shape, dtype }: Drawn,
  draw: (random: RandomGenerator, count: number) => Float64Array,
): TorchTensor {
  const { random } = context;
  const tensor = random
    ? full(shape, 0, dtype)
    : unset(shape, dtype, {
        library: 'torch',
        why: l10n.t('{0}(…), which makes other values at every call', `torch.nn.${layer}`),
      });
  context.charge(tensor.numel);
  if (random) tensor.memory.data.set(draw(random, tensor.numel));
  return parameterOf(tensor);
}

/** Uniform in [-bound, bound). */
export function uniformParameter(context: TorchContext, drawn: Drawn, bound: number): TorchTensor {
  return drawnParameter(context, drawn, (random, count) =>
    uniforms(random, count, drawn.dtype, [-bound, bound]),
  );
}

/** Of the standard normal distribution. */
export function normalParameter(context: TorchContext, drawn: Drawn): TorchTensor {
  return drawnParameter(context, drawn, (random, count) => normals(random, count, drawn.dtype));
}

/** The bound of `kaiming_uniform_(a=√5)`, which layers begin with, computed as PyTorch does. */
export function kaimingBound(fanIn: number): number {
  const gain = Math.sqrt(2 / (1 + Math.sqrt(5) ** 2));
  return Math.sqrt(3) * (gain / Math.sqrt(fanIn));
}
