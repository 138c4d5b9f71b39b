import * as l10n from '../../../l10n';
import { scalarTypeNames } from '../../../loss/torchFailure';
import { castTensor } from '../../../tensor/castTensor';
import { type DType, dtypes, isFloatingPoint } from '../../../tensor/dtype';
import { listOf, toPython } from '../../values/listOf';
import { NotEvaluated, PythonError, runtimeError, typeError } from '../../values/pythonError';
import {
  type Args,
  Callable,
  DeviceValue,
  DTypeValue,
  GradFnValue,
  PyTuple,
  TorchSize,
  type Value,
} from '../../values/values';
import { checkWritable } from '../kernels/indexing';
import { asNumpy, copied, gradMessage } from '../operations/createOperations';
import { reversed } from '../operations/shapeOperations';
import { Signature, toDType } from '../signature';
import { backward } from '../tensor/backward';
import { full, requireGrad, tensorFromList } from '../tensor/create';
import { wrapDim } from '../tensor/dims';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** Told which tensors got their gradients. */
export type BackwardListener = (reached: readonly TorchTensor[]) => void;

type Method = (context: TorchContext, tensor: TorchTensor, args: Args) => Value;

/** `tensor.item()`. */
export function itemOf(tensor: TorchTensor): boolean | bigint | number {
  if (tensor.numel !== 1) {
    if (tensor.library === 'numpy') {
      throw new PythonError('ValueError', 'can only convert an array of size 1 to a Python scalar');
    }
    throw runtimeError(`a Tensor with ${tensor.numel} elements cannot be converted to Scalar`);
  }
  return toPython(tensor.item(), tensor.dtype);
}

/** The tensor in another dtype, with a place in the graph; itself when it is of that dtype already. */
export function cast(context: TorchContext, tensor: TorchTensor, dtype: DType, copy = false): TorchTensor {
  if (dtype === tensor.dtype && !copy) return tensor;
  const result = castTensor(tensor.dense(), dtype);
  if (tensor.library === 'numpy') return context.make(result, tensor);
  return context.record(result, 'ToCopyBackward0', [tensor], (grad) => [grad], false);
}

/** The same values outside of the graph; the memory is shared. */
function detached(tensor: TorchTensor): TorchTensor {
  return tensor.viewed(tensor.view);
}

function cloned(context: TorchContext, tensor: TorchTensor): TorchTensor {
  const copy = copied(tensor);
  if (tensor.library === 'numpy') return copy;
  return context.record(copy.dense(), 'CloneBackward0', [tensor], (grad) => [grad], false);
}

const castNames: Readonly<Record<string, DType>> = {
  float: 'float32',
  double: 'float64',
  half: 'float16',
  bfloat16: 'bfloat16',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  char: 'int8',
  byte: 'uint8',
  bool: 'bool',
};

/** The dtype among the arguments of `.to(…)`, from a dtype or another tensor; devices must be the CPU. */
function dtypeAmong(args: Args): DType | null {
  const values = [...args.positional, ...args.named.values()];
  for (const value of values) {
    if (value instanceof DeviceValue) continue;
    const dtype =
      value instanceof TorchTensor ? value.dtype : typeof value === 'string' ? null : toDType(value);
    if (dtype) return dtype;
    if (typeof value === 'string' && value !== 'cpu')
      throw new NotEvaluated(l10n.t('tensors on the device {0}', value));
  }
  return null;
}

/** `torch.LongTensor` and the like as an argument of `.type`. */
function dtypeOfType(value: Value): DType | null {
  const name =
    value instanceof Callable ? value.name : typeof value === 'string' ? value.replace(/^torch\./, '') : '';
  const found = /^(\w+)Tensor$/.exec(name)?.[1];
  return dtypes.find((dtype) => scalarTypeNames[dtype] === found) ?? toDType(value);
}

function noGradNeeded(tensor: TorchTensor): TorchTensor {
  if (tensor.requiresGrad) {
    throw runtimeError(gradMessage);
  }
  if (tensor.dtype === 'bfloat16') throw typeError('Got unsupported ScalarType BFloat16');
  return asNumpy(tensor);
}

const backwardSignature = new Signature('backward', 'gradient=, retain_graph=, create_graph=', 'python');

const shared: Readonly<Record<string, Method>> = {
  item: (_, tensor, { positional }) => {
    if (positional.length > 0) throw new NotEvaluated(l10n.t('.item(…) with arguments'));
    return itemOf(tensor);
  },
  tolist: (_, tensor) => listOf(tensor.dense()),
};

/** `tensor.new_zeros(2, 3)`: the dtype of the tensor unless another is said. */
function newFilled(value: number | null): Method {
  const signature = new Signature(
    'new_full',
    value === null ? 'size, fill_value, *, dtype=' : '*size, *, dtype=',
  );
  return (context, tensor, args) => {
    const bound = signature.bind(args);
    const shape = bound.ints('size');
    context.charge(shape.reduce((product, size) => product * Math.max(0, size), 1));
    return full(shape, value ?? bound.number('fill_value'), bound.dtype('dtype') ?? tensor.dtype);
  };
}

const methods: Readonly<Record<string, Method>> = {
  ...shared,
  new_zeros: newFilled(0),
  new_ones: newFilled(1),
  new_full: newFilled(null),
  new_tensor: (context, tensor, { positional: [data = null] }) => {
    if (data instanceof TorchTensor) return cast(context, copied(data), tensor.dtype);
    return tensorFromList(data, tensor.dtype);
  },
  ...Object.fromEntries(
    Object.entries(castNames).map(([name, dtype]): [string, Method] => [
      name,
      (context, tensor, { positional }) => {
        if (positional.length > 0) throw new NotEvaluated(l10n.t('.{0}(…) with arguments', name));
        return cast(context, tensor, dtype);
      },
    ]),
  ),
  to: (context, tensor, args) => {
    const dtype = dtypeAmong(args);
    return dtype === null ? tensor : cast(context, tensor, dtype, args.named.get('copy') === true);
  },
  type: (context, tensor, args) => {
    const [value = null] = args.positional;
    if (args.positional.length === 0) return `torch.${scalarTypeNames[tensor.dtype]}Tensor`;
    const dtype = dtypeOfType(value);
    if (dtype === null) throw new NotEvaluated(l10n.t('.type(…) of this'));
    return cast(context, tensor, dtype);
  },
  type_as: (context, tensor, args) => {
    const [other] = args.positional;
    if (!(other instanceof TorchTensor)) throw new NotEvaluated(l10n.t('.type_as(…) of this'));
    return cast(context, tensor, other.dtype);
  },
  cpu: (_, tensor) => tensor,
  contiguous: (context, tensor) => (tensor.isContiguous ? tensor : cloned(context, tensor)),
  is_contiguous: (_, tensor) => tensor.isContiguous,
  detach: (_, tensor) => detached(tensor),
  clone: (context, tensor) => cloned(context, tensor),
  numpy: (_, tensor) => noGradNeeded(tensor),
  size: (_, tensor, args) => {
    const [dim] = [...args.positional, ...args.named.values()];
    if (dim === undefined || dim === null) return TorchSize.of(tensor.shape);
    if (tensor.dimCount === 0) {
      throw new PythonError('IndexError', `Dimension specified as ${dim} but tensor has no dimensions`);
    }
    return BigInt(tensor.shape[wrapDim(Number(dim), tensor.dimCount)]);
  },
  stride: (_, tensor) => new PyTuple(tensor.view.strides.map(BigInt)),
  dim: (_, tensor) => BigInt(tensor.dimCount),
  ndimension: (_, tensor) => BigInt(tensor.dimCount),
  numel: (_, tensor) => BigInt(tensor.numel),
  nelement: (_, tensor) => BigInt(tensor.numel),
  element_size: (_, tensor) => BigInt(elementSize(tensor.dtype)),
  requires_grad_: (context, tensor, args) => {
    const [first = true] = [...args.positional, ...args.named.values()];
    if (first === false && tensor.node) {
      throw runtimeError(
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      );
    }
    if (first !== false && !isFloatingPoint(tensor.dtype)) {
      throw runtimeError('only Tensors of floating point dtype can require gradients');
    }
    if (tensor.base === null && context.countHolders(tensor.memory) > 1) {
      throw new NotEvaluated(l10n.t('requires_grad_() of a tensor with views'));
    }
    return tensor.node ? tensor : requireGrad(tensor, first !== false);
  },
  retain_grad: (_, tensor) => {
    if (!tensor.requiresGrad) throw runtimeError("can't retain_grad on Tensor that has requires_grad=False");
    if (tensor.node) tensor.retainsGrad = true;
    return null;
  },
  zero_: (context, tensor) => fill(context, tensor, 0),
  fill_: (context, tensor, args) => {
    const [value] = args.positional;
    if (typeof value !== 'number' && typeof value !== 'bigint')
      throw new NotEvaluated(l10n.t('.fill_(…) of this'));
    return fill(context, tensor, Number(value));
  },
};

const arrayMethods: Readonly<Record<string, Method>> = {
  ...shared,
  astype: (context, tensor, args) => {
    const dtype = toDType(args.positional[0] ?? args.named.get('dtype') ?? null);
    if (dtype === null) throw new NotEvaluated(l10n.t('.astype(…) of this'));
    return cast(context, tensor, dtype, true);
  },
  copy: (_, tensor) => copied(tensor),
};

function elementSize(dtype: DType): number {
  if (dtype === 'bool') return 1;
  return Number(/\d{1,3}$/.exec(dtype)?.[0] ?? 8) / 8;
}

function fill(context: TorchContext, tensor: TorchTensor, value: number): TorchTensor {
  checkWritable(context, tensor);
  if (!tensor.isContiguous || tensor.memory.data.length !== tensor.numel)
    throw new NotEvaluated(l10n.t('filling a view'));
  tensor.memory.data.fill(
    castTensor({ data: Float64Array.of(value), shape: [], dtype: tensor.dtype }, tensor.dtype).data[0],
  );
  tensor.memory.version++;
  return tensor;
}

/** A method that is no operation, bound to its tensor; undefined when there is none. */
export function methodOf(
  context: TorchContext,
  tensor: TorchTensor,
  name: string,
  listener: BackwardListener,
): Callable | undefined {
  const table = tensor.library === 'torch' ? methods : arrayMethods;
  if (name === 'backward' && tensor.library === 'torch') {
    return new Callable(name, (args) => {
      const bound = backwardSignature.bind(args);
      const isDouble = bound.bool('create_graph', false);
      if (isDouble) throw new NotEvaluated('backward(create_graph=True)');
      const gradient = bound.has('gradient') ? bound.tensor('gradient') : null;
      listener(backward(tensor, { gradient, retainGraph: bound.bool('retain_graph', false) }));
      return null;
    });
  }
  if (!Object.hasOwn(table, name)) return undefined;
  return new Callable(name, (args) => table[name](context, tensor, args));
}

/** An attribute that is no method; undefined when there is none. */
export function propertyOf(context: TorchContext, tensor: TorchTensor, name: string): Value | undefined {
  switch (name) {
    case 'shape':
      return tensor.library === 'torch' ? TorchSize.of(tensor.shape) : new PyTuple(tensor.shape.map(BigInt));
    case 'dtype':
      return new DTypeValue(tensor.dtype, tensor.library);
    case 'ndim':
      return BigInt(tensor.dimCount);
    case 'T':
      return reversed(context, tensor);
    case 'size':
      return tensor.library === 'numpy' ? BigInt(tensor.numel) : undefined;
    default:
      return tensor.library === 'torch' ? gradProperty(context, tensor, name) : undefined;
  }
}

function gradProperty(context: TorchContext, tensor: TorchTensor, name: string): Value | undefined {
  switch (name) {
    case 'mT': {
      if (tensor.dimCount !== 2) throw new NotEvaluated(l10n.t('.mT of this'));
      return reversed(context, tensor);
    }
    case 'requires_grad':
      return tensor.requiresGrad;
    case 'grad':
      if (!context.areGradsKnown)
        throw new NotEvaluated(l10n.t('.grad after a backward() that was not evaluated'));
      return tensor.grad;
    case 'is_leaf':
      return tensor.node === null;
    case 'grad_fn':
      return tensor.node && new GradFnValue(tensor.node.name);
    case 'data':
      return detached(tensor);
    case 'device':
      return new DeviceValue();
    case 'is_cuda':
      return false;
    default:
      return undefined;
  }
}
