import { castTensor } from '../tensor/castTensor';
import { isFloatingPoint } from '../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../tensor/rowLayout';
import { classDimOf, isSameShape } from '../tensor/shape';
import type { Tensor } from '../tensor/tensor';
import type { FailureCause, LossArguments, TorchFailure } from './torchFailure';

/** One step towards what was evidently meant: the arguments after it, and the PyTorch code that does it. */
export interface CorrectionStep {
  readonly args: LossArguments;
  readonly subject: keyof LossArguments;
  /** What is appended to the subject: `.long()`. */
  readonly call: string;
}

const corrections: Readonly<Record<FailureCause, (args: LossArguments) => CorrectionStep | null>> = {
  'input-dtype': (args) => ({
    args: { ...args, input: castTensor(args.input, 'float32') },
    subject: 'input',
    call: '.float()',
  }),
  'target-dtype': (args) =>
    hasWholeNumbers(args.target) ? withTarget(args, longOf(args.target), '.long()') : null,
  'target-shape': (args) =>
    squeezeTarget(args) ?? oneHotToIndices(args) ?? classesLast(args) ?? flattened(args),
  'probability-dtype': (args) =>
    isOneHot(args) ? withTarget(args, castTensor(args.target, 'float32'), '.float()') : null,
  'kl-target-dtype': (args) => withTarget(args, castTensor(args.target, 'float32'), '.float()'),
  'weight-dtype': (args) =>
    args.weight && {
      args: { ...args, weight: castTensor(args.weight, args.input.dtype) },
      subject: 'weight',
      call: '.to(input.dtype)',
    },
  other: () => null,
};

/** The step that answers PyTorch's complaint, or null when it is not evident what was meant. */
export function correctionFor(args: LossArguments, { cause }: TorchFailure): CorrectionStep | null {
  return corrections[cause](args);
}

function withTarget(args: LossArguments, target: Tensor, call: string): CorrectionStep {
  return { args: { ...args, target }, subject: 'target', call };
}

function longOf(target: Tensor): Tensor {
  return castTensor(target, 'int64');
}

function hasWholeNumbers({ data }: Tensor): boolean {
  return data.every((value) => Number.isInteger(value));
}

/** Drops (or adds, for one sample) the dimension of size 1 by which the target differs from the shape of class indices. */
function squeezeTarget(args: LossArguments): CorrectionStep | null {
  const { input, target } = args;
  const expected = input.shape.filter((_, dim) => dim !== classDimOf(input.shape));
  if (target.shape.length === 0 && isSameShape(expected, [1])) {
    return withTarget(args, { ...target, shape: expected }, '.unsqueeze(0)');
  }
  // Dimension 1 first: (N, 1) is the usual slip, also when N is 1.
  for (const dim of [1, 0, 2, 3, 4, 5]) {
    if (target.shape[dim] !== 1) continue;
    const shape = target.shape.filter((_, i) => i !== dim);
    const isOneIndex = input.shape.length === 1 && target.data.length === 1;
    if (isOneIndex || isSameShape(shape, expected)) {
      return withTarget(args, { ...target, shape }, `.squeeze(${dim})`);
    }
  }
  return null;
}

/** One-hot rows of the input's shape, where NLLLoss wants class indices. */
function oneHotToIndices(args: LossArguments): CorrectionStep | null {
  if (!isOneHot(args)) return null;
  const { data, shape } = args.target;
  const dim = classDimOf(shape);
  const layout = rowLayoutOf(shape);
  const indices = new Float64Array(layout.rowCount);
  for (let row = 0; row < layout.rowCount; row++) {
    const offset = rowOffset(layout, row);
    while (data[offset + indices[row] * layout.stride] !== 1) indices[row]++;
  }
  const target: Tensor = { data: indices, shape: shape.filter((_, i) => i !== dim), dtype: 'int64' };
  return withTarget(args, target, `.argmax(${dim})`);
}

/** Scores as models give them, (N, d1…dK, C), where PyTorch wants the classes in dimension 1. */
function classesLast(args: LossArguments): CorrectionStep | null {
  const { input, target } = args;
  const [dimCount, rest] = [input.shape.length, input.shape.slice(0, -1)];
  if (dimCount < 3 || !isSameShape(target.shape, rest)) return null;
  const call = dimCount === 3 ? '.transpose(1, 2)' : '.movedim(-1, 1)';
  return withInput(args, channelsFirst(input), call);
}

/** Rows below each other in one of the two alone: (N, d1…dK, C) with (N · d1 · … · dK), or (N, C) with (d1, d2, …). */
function flattened(args: LossArguments): CorrectionStep | null {
  const { input, target } = args;
  const numClasses = input.shape[input.shape.length - 1];
  if (input.shape.length > 2) {
    const isFlat = target.shape.length === 1 && target.data.length * numClasses === input.data.length;
    const flat = { ...input, shape: [target.data.length, numClasses] };
    return isFlat ? withInput(args, flat, `.reshape(-1, ${numClasses})`) : null;
  }
  const isOfRows =
    input.shape.length === 2 && target.shape.length > 1 && target.data.length === input.shape[0];
  return isOfRows ? withTarget(args, { ...target, shape: [target.data.length] }, '.reshape(-1)') : null;
}

function withInput(args: LossArguments, input: Tensor, call: string): CorrectionStep {
  return { args: { ...args, input }, subject: 'input', call };
}

/** The last dimension as dimension 1. */
function channelsFirst({ data, shape, dtype }: Tensor): Tensor {
  const [batchSize, numClasses] = [shape[0], shape[shape.length - 1]];
  const numRows = data.length / (batchSize * numClasses);
  const moved = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const [row, klass] = [Math.floor(i / numClasses), i % numClasses];
    const [sample, place] = [Math.floor(row / numRows), row % numRows];
    moved[(sample * numClasses + klass) * numRows + place] = data[i];
  }
  return { data: moved, shape: [batchSize, numClasses, ...shape.slice(1, -1)], dtype };
}

/** True when the target has the input's shape and each row along the class dimension is one 1 among zeros. */
function isOneHot({ input, target }: LossArguments): boolean {
  if (target.shape.length === 0 || !isSameShape(input.shape, target.shape)) return false;
  if (isFloatingPoint(target.dtype) && !hasWholeNumbers(target)) return false;
  const layout = rowLayoutOf(target.shape);
  for (let row = 0; row < layout.rowCount; row++) {
    const offset = rowOffset(layout, row);
    let ones = 0;
    for (let c = 0; c < layout.numClasses; c++) {
      const value = target.data[offset + c * layout.stride];
      if (value === 1) ones++;
      else if (value !== 0) return false;
    }
    if (ones !== 1) return false;
  }
  return true;
}
