import { expandTo, mapTensor, sumTo } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { groupsOf, sums } from '../reductions/reduce';

export interface Standardising {
  readonly dims: readonly number[];
  /** Added to the variance. */
  readonly eps: number;
  /** Both broadcast with the input; null for none. */
  readonly weight: TorchTensor | null;
  readonly bias: TorchTensor | null;
  readonly gradFn: string;
}

/** `(input - mean) / √(variance + eps) * weight + bias`, with the mean and the variance along dimensions. */
export function standardise(
  context: TorchContext,
  input: TorchTensor,
  { dims, eps, weight, bias, gradFn }: Standardising,
): TorchTensor {
  const groups = groupsOf(input.shape, dims, true);
  const { data, shape, dtype } = input.dense();
  const meansOf = (numbers: Float64Array) => sums(numbers, groups).map((total) => total / groups.size);
  const means = meansOf(data);
  const centred = data.map((x, i) => x - means[groups.of[i]]);
  const scales = meansOf(centred.map((x) => x * x)).map((variance) => 1 / Math.sqrt(variance + eps));
  const standard = centred.map((x, i) => x * scales[groups.of[i]]);
  const weights = weight && expandTo(weight.dense(), shape).data;
  const biases = bias && expandTo(bias.dense(), shape).data;
  const weighted = (x: number, i: number) => (weights ? x * weights[i] : x);
  const result = standard.map((x, i) => weighted(x, i) + (biases ? biases[i] : 0));
  const inputs = [input, weight, bias].filter((one) => one !== null);
  return context.record({ data: result, shape, dtype }, gradFn, inputs, (grad) => {
    const back = grad.data.map(weighted);
    const shift = meansOf(back);
    const tilt = meansOf(back.map((g, i) => g * standard[i]));
    const byInput = mapTensor(grad, (_, i) => {
      const group = groups.of[i];
      return scales[group] * (back[i] - shift[group] - standard[i] * tilt[group]);
    });
    const byWeight = mapTensor(grad, (g, i) => g * standard[i]);
    return [
      byInput,
      ...(weight ? [sumTo(byWeight, weight.shape)] : []),
      ...(bias ? [sumTo(grad, bias.shape)] : []),
    ];
  });
}
