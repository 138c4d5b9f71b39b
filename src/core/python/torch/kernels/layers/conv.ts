import { numelOf } from '../../../../tensor/shape';
import type { Tensor } from '../../../../tensor/tensor';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

export interface Convolution {
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
}

/** Which element of the input meets which of the kernel, for each position of the output, of one channel each. */
interface Meeting {
  readonly input: number;
  readonly kernel: number;
}

/** A pair takes as much as this many elements. */
const elementsOfPair = 8;

function meetings(
  sizes: readonly number[],
  kernel: readonly number[],
  outputs: readonly number[],
  { stride, padding, dilation }: Convolution,
): readonly (readonly Meeting[])[] {
  let found: readonly (readonly Meeting[])[] = [[{ input: 0, kernel: 0 }]];
  sizes.forEach((size, dim) => {
    found = found.flatMap((before) =>
      Array.from({ length: outputs[dim] }, (_, out) =>
        before.flatMap((one) =>
          Array.from({ length: kernel[dim] }, (_k, k) => ({
            at: out * stride[dim] - padding[dim] + k * dilation[dim],
            k,
          }))
            .filter(({ at }) => at >= 0 && at < size)
            .map(({ at, k }) => ({ input: one.input * size + at, kernel: one.kernel * kernel[dim] + k })),
        ),
      ),
    );
  });
  return found;
}

/** Sizes of the output's spatial dimensions. */
export function outputSizes(
  sizes: readonly number[],
  kernel: readonly number[],
  { stride, padding, dilation }: Convolution,
): readonly number[] {
  return sizes.map(
    (size, dim) =>
      Math.floor((size + 2 * padding[dim] - dilation[dim] * (kernel[dim] - 1) - 1) / stride[dim]) + 1,
  );
}

/**
 * Cross-correlation of `input` (N, C, …) with `weight` (D, C / groups, …), plus `bias` (D) or nothing, in any number of
 * spatial dimensions. Shapes are not checked.
 */
export function convolve(
  context: TorchContext,
  input: TorchTensor,
  weight: TorchTensor,
  bias: TorchTensor | null,
  options: Convolution,
): TorchTensor {
  const [batch, channels, ...sizes] = input.shape;
  const [filters, perGroup, ...kernel] = weight.shape;
  const outputs = outputSizes(sizes, kernel, options);
  const [inputSize, kernelSize, outputSize] = [sizes, kernel, outputs].map(numelOf);
  // The pairs are held, and the products are counted as work.
  context.charge(elementsOfPair * outputSize * kernelSize);
  context.charge(batch * filters * outputSize * (1 + (perGroup * kernelSize) / 8));
  const met = meetings(sizes, kernel, outputs, options);
  const [x, w] = [input.dense().data, weight.dense().data];
  /** Visits each product of an input and a weight with the place of the output that it is added to. */
  const visit = (add: (out: number, input: number, weight: number) => void) => {
    for (let n = 0; n < batch; n++) {
      for (let filter = 0; filter < filters; filter++) {
        const first = Math.floor(filter / (filters / options.groups)) * perGroup;
        met.forEach((pairs, at) => {
          const out = (n * filters + filter) * outputSize + at;
          for (let c = 0; c < perGroup; c++) {
            const inputFrom = (n * channels + first + c) * inputSize;
            const weightFrom = (filter * perGroup + c) * kernelSize;
            for (const pair of pairs) add(out, inputFrom + pair.input, weightFrom + pair.kernel);
          }
        });
      }
    }
  };
  const shape = [batch, filters, ...outputs];
  const data = new Float64Array(numelOf(shape));
  const biases = bias?.dense().data;
  const filterOf = (out: number) => Math.floor(out / outputSize) % filters;
  visit((out, i, k) => {
    data[out] += x[i] * w[k];
  });
  if (biases) for (let out = 0; out < data.length; out++) data[out] += biases[filterOf(out)];
  const inputs = bias ? [input, weight, bias] : [input, weight];
  return context.record({ data, shape, dtype: input.dtype }, 'ConvolutionBackward0', inputs, (grad) => {
    const back = inputs.map(({ numel }) => new Float64Array(numel));
    visit((out, i, k) => {
      back[0][i] += grad.data[out] * w[k];
      back[1][k] += grad.data[out] * x[i];
    });
    if (bias) for (const [out, g] of grad.data.entries()) back[2][filterOf(out)] += g;
    return back.map((one, i): Tensor => ({ data: one, shape: inputs[i].shape, dtype: grad.dtype }));
  });
}
