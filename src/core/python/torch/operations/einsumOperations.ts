import { numelOf } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { PyList, PyTuple } from '../../values/values';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { resultType } from '../tensor/promote';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** `ij,jk->ik` */
interface Equation {
  readonly inputs: readonly string[];
  readonly output: string;
}

/** Without an arrow the letters that occur once are the result's, in the order of the alphabet. */
function read(equation: string): Equation {
  const [left, right] = equation.replaceAll(' ', '').split('->');
  const inputs = left.split(',');
  const letters = [...inputs.join('')];
  const once = letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter)).sort();
  const output = right ?? once.join('');
  const isPlain = [...letters, ...output].every((letter) => /[A-Za-z]/.test(letter));
  const isKnown = [...output].every((letter, i) => letters.includes(letter) && output.indexOf(letter) === i);
  if (!isPlain || !isKnown) throw refused('einsum');
  return { inputs, output };
}

/** The size that each letter stands for. */
function sizesOf({ inputs }: Equation, operands: readonly TorchTensor[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [at, letters] of inputs.entries()) {
    const { shape } = operands[at];
    if (letters.length !== shape.length) throw refused('einsum');
    for (const [dim, letter] of [...letters].entries()) {
      if ((sizes.get(letter) ?? shape[dim]) !== shape[dim]) throw refused('einsum');
      sizes.set(letter, shape[dim]);
    }
  }
  return sizes;
}

/** The sum over all letters of the products of elements, by the letters of the result. */
function contracted(
  operands: readonly { readonly tensor: Tensor; readonly letters: string }[],
  output: string,
  sizes: ReadonlyMap<string, number>,
  dtype: Tensor['dtype'],
): Tensor {
  const letters = [...sizes.keys()];
  const extents = letters.map((letter) => sizes.get(letter) ?? 1);
  const stridesOf = (own: string) =>
    letters.map((letter) =>
      [...own].reduce(
        (sum, one, dim) =>
          one === letter ? sum + numelOf([...own].slice(dim + 1).map((rest) => sizes.get(rest) ?? 1)) : sum,
        0,
      ),
    );
  const strides = [output, ...operands.map((one) => one.letters)].map(stridesOf);
  const shape = [...output].map((letter) => sizes.get(letter) ?? 1);
  const data = new Float64Array(numelOf(shape));
  const counter = extents.map(() => 0);
  for (let left = numelOf(extents); left > 0; left--) {
    const [to, ...from] = strides.map((one) => one.reduce((sum, stride, i) => sum + stride * counter[i], 0));
    data[to] += operands.reduce((product, { tensor }, i) => product * tensor.data[from[i]], 1);
    for (let i = counter.length - 1; i >= 0 && ++counter[i] === extents[i]; i--) counter[i] = 0;
  }
  return { data, shape, dtype };
}

function gradFnOf({ inputs, output }: Equation): string {
  const letters = inputs.join('');
  const isSummed = [...letters].some((letter) => !output.includes(letter));
  if (inputs.length === 1) return isSummed ? 'SumBackward1' : 'PermuteBackward0';
  return isSummed ? 'ViewBackward0' : 'MulBackward0';
}

function einsum(context: TorchContext, args: Bound): TorchTensor {
  const equation = args.get('equation') ?? null;
  const given = args.get('operands') ?? null;
  const items = given instanceof PyTuple || given instanceof PyList ? given.items : [given];
  if (typeof equation !== 'string' || !items.every((one) => one instanceof TorchTensor))
    throw refused('einsum');
  const operands = items as readonly TorchTensor[];
  const read_ = read(equation);
  const { inputs, output } = read_;
  if (inputs.length !== operands.length || operands.some(({ dtype }) => dtype !== operands[0].dtype))
    throw refused('einsum');
  const sizes = sizesOf(read_, operands);
  context.charge(numelOf([...sizes.values()]) * operands.length);
  const parts = operands.map((tensor, i) => ({ tensor: tensor.dense(), letters: inputs[i] }));
  const dtype = resultType(operands);
  return context.record(contracted(parts, output, sizes, dtype), gradFnOf(read_), operands, (grad) =>
    parts.map(({ letters }, i) => {
      const others = parts.filter((_, at) => at !== i);
      const result = contracted([{ tensor: grad, letters: output }, ...others], letters, sizes, dtype);
      return { ...result, shape: operands[i].shape };
    }),
  );
}

export const einsumOperations: readonly Operation[] = [
  operation('einsum', 'torch', 'equation, *operands', 'unknown', einsum),
  operation('einsum', 'numpy', 'equation, *operands', 'unknown', einsum),
];
