import * as l10n from '../../../l10n';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { castMethods, scalarTypeName, tensorTypes } from '../../../tensor/dtypeNames';
import { listOf } from '../../values/listOf';
import { NotEvaluated, PythonError, runtimeError, typeError } from '../../values/pythonError';
import { Callable, DeviceValue, PyList, PyTuple, TorchSize, type Value } from '../../values/values';
import type { Casts, Effect } from '../effect';
import { cast, cloned, copied, detached, itemOf } from '../kernels/casts';
import { type Operation, operation, operationsOf } from '../operation';
import { refused } from '../refused';
import { type Bound, toDType } from '../signature';
import { gradientsBy } from '../tensor/backward';
import { full, requireGrad, tensorFromList } from '../tensor/create';
import { wrapDim } from '../tensor/dims';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { asNumpy, gradMessage } from './createOperations';

const byArguments: Casts = { does: 'casts', dtype: null };

function castEffect(dtype: DType): Effect {
  if (dtype === 'bool') return 'unlike';
  return { does: 'casts', dtype: isFloatingPoint(dtype) ? 'float' : 'int' };
}

/** The dtype among the arguments of `.to(…)`, from a dtype or another tensor; devices must be the CPU. */
function dtypeAmong(args: Bound): DType | null {
  const others = args.get('others');
  const values = [...(others instanceof PyTuple ? others.items : []), args.get('other'), args.get('device')];
  for (const value of [...values, args.get('dtype')]) {
    if (value === undefined || value instanceof DeviceValue) continue;
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
  return tensorTypes.get(name) ?? toDType(value);
}

function noGradNeeded(tensor: TorchTensor): TorchTensor {
  if (tensor.requiresGrad) throw runtimeError(gradMessage);
  if (tensor.dtype === 'bfloat16') throw typeError('Got unsupported ScalarType BFloat16');
  return asNumpy(tensor);
}

/** `tensor.new_zeros(2, 3)`: the dtype of the tensor unless another is said. */
function newFilled(context: TorchContext, args: Bound, value: number): TorchTensor {
  const shape = args.ints('size');
  context.charge(shape.reduce((product, size) => product * Math.max(0, size), 1));
  return full(shape, value, args.dtype('dtype') ?? args.tensor('input').dtype);
}

function requiringGrad(context: TorchContext, args: Bound): TorchTensor {
  const tensor = args.tensor('input');
  const isOn = args.get('requires_grad') !== false;
  if (!isOn && tensor.node) {
    throw runtimeError(
      "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  if (isOn && tensor.memory.isInference && !context.isInference) {
    throw runtimeError(
      'Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.',
    );
  }
  if (isOn && !isFloatingPoint(tensor.dtype)) {
    throw runtimeError('only Tensors of floating point dtype can require gradients');
  }
  if (tensor.base === null && context.countHolders(tensor.memory) > 1) {
    throw new NotEvaluated(l10n.t('requires_grad_() of a tensor with views'));
  }
  return tensor.node ? tensor : requireGrad(tensor, isOn);
}

/** `torch.autograd.grad(loss, x)` or of several. */
function derivatives(_: TorchContext, args: Bound): PyTuple {
  const given = args.get('inputs') ?? null;
  const inputs = given instanceof PyTuple || given instanceof PyList ? given.items : [given];
  const isPlain = !args.bool('create_graph', false) && inputs.every((one) => one instanceof TorchTensor);
  if (!isPlain) throw refused('torch.autograd.grad');
  const gradient = args.has('grad_outputs') ? args.tensor('grad_outputs') : null;
  const retainGraph = args.bool('retain_graph', false);
  const found = gradientsBy(args.tensor('outputs'), inputs as TorchTensor[], { gradient, retainGraph });
  if (found.includes(null) && !args.bool('allow_unused', false)) {
    throw runtimeError(
      `The differentiated Tensor at index ${found.indexOf(null)} appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.`,
    );
  }
  return new PyTuple(found);
}

function sizeOf(args: Bound): Value {
  const tensor = args.tensor('input');
  if (!args.has('dim')) return TorchSize.of(tensor.shape);
  const dim = args.int('dim');
  if (tensor.dimCount === 0) {
    throw new PythonError('IndexError', `Dimension specified as ${dim} but tensor has no dimensions`);
  }
  return BigInt(tensor.shape[wrapDim(dim, tensor.dimCount)]);
}

function elementSize(dtype: DType): number {
  if (dtype === 'bool') return 1;
  return Number(/\d{1,3}$/.exec(dtype)?.[0] ?? 8) / 8;
}

/** What tensors are made into without other values: another dtype, another place, outside of the graph. */
const keeping: readonly Operation[] = [
  ...[...castMethods].map(([name, dtype]) =>
    operation(name, 'method', 'input, *, memory_format=', castEffect(dtype), (context, args) =>
      cast(context, args.tensor('input'), dtype),
    ),
  ),
  operation(
    'to',
    'method',
    'input, *others, *, other=, dtype=, device=, copy=, non_blocking=, memory_format=',
    byArguments,
    (context, args) => {
      const dtype = dtypeAmong(args);
      const input = args.tensor('input');
      return dtype === null ? input : cast(context, input, dtype, args.get('copy') === true);
    },
  ),
  operation('type', 'method', 'input, dtype=, non_blocking=', byArguments, (context, args) => {
    const input = args.tensor('input');
    const value = args.get('dtype');
    if (value === undefined) return `torch.${scalarTypeName(input.dtype)}Tensor`;
    const dtype = dtypeOfType(value);
    if (dtype === null) throw new NotEvaluated(l10n.t('.type(…) of this'));
    return cast(context, input, dtype);
  }),
  operation('type_as', 'method', 'input, other', byArguments, (context, args) =>
    cast(context, args.tensor('input'), args.tensor('other').dtype),
  ),
  operation('cpu', 'method', 'input, *, memory_format=', 'keeps', (_, args) => args.tensor('input')),
  operation('contiguous', 'method', 'input, *, memory_format=', 'keeps', (context, args) => {
    const input = args.tensor('input');
    return input.isContiguous ? input : cloned(context, input);
  }),
  operation('detach', 'torch method', 'input', 'keeps', (_, args) => detached(args.tensor('input'))),
  operation('clone', 'torch method', 'input, *, memory_format=', 'keeps', (context, args) =>
    cloned(context, args.tensor('input')),
  ),
  operation('numpy', 'method', 'input', 'keeps', (_, args) => noGradNeeded(args.tensor('input'))),
  operation('copy', 'array', 'input', 'keeps', (_, args) => copied(args.tensor('input'))),
  operation('astype', 'array', 'input, dtype', byArguments, (context, args) => {
    const dtype = toDType(args.get('dtype') ?? null);
    if (dtype === null) throw new NotEvaluated(l10n.t('.astype(…) of this'));
    return cast(context, args.tensor('input'), dtype, true);
  }),
  ...operationsOf('cuda pin_memory', 'method', 'input, *others', 'keeps'),
  ...operationsOf(
    'share_memory_ to_dense',
    'method',
    'input',
    'keeps',
    () => (_, args) => args.tensor('input'),
  ),
  operation('requires_grad_', 'method', 'input, requires_grad=', 'requires-grad', requiringGrad),
  operation('retain_grad', 'method', 'input', 'requires-grad', (_, args) => {
    const input = args.tensor('input');
    if (!input.requiresGrad) throw runtimeError("can't retain_grad on Tensor that has requires_grad=False");
    if (input.node) input.retainsGrad = true;
    return null;
  }),
  operation(
    'grad',
    'autograd',
    'outputs, inputs, grad_outputs=, retain_graph=, create_graph=, allow_unused=',
    'unknown',
    derivatives,
  ),
  operation('Variable', 'autograd', 'data, requires_grad=, volatile=', 'keeps', (_, args) => {
    const tensor = args.tensor('data').viewedAlone();
    tensor.requiresGrad = args.get('requires_grad') === true;
    return tensor;
  }),
];

/** What is asked of a tensor. */
const questions: readonly Operation[] = [
  operation('item', 'method array', 'input', 'python', (_, args) => itemOf(args.tensor('input'))),
  operation('tolist', 'method array', 'input', 'python', (_, args) => listOf(args.tensor('input').dense())),
  operation('size', 'method', 'input, dim=', 'python', (_, args) => sizeOf(args)),
  operation(
    'stride',
    'method',
    'input',
    'python',
    (_, args) => new PyTuple(args.tensor('input').view.strides.map(BigInt)),
  ),
  ...operationsOf(
    'dim ndimension',
    'method',
    'input',
    'python',
    () => (_, args) => BigInt(args.tensor('input').dimCount),
  ),
  ...operationsOf(
    'numel nelement',
    'method',
    'input',
    'python',
    () => (_, args) => BigInt(args.tensor('input').numel),
  ),
  operation('numel', 'torch', 'input', 'python', (_, args) => BigInt(args.tensor('input').numel)),
  operation('element_size', 'method', 'input', 'python', (_, args) =>
    BigInt(elementSize(args.tensor('input').dtype)),
  ),
  operation('is_contiguous', 'method', 'input', 'python', (_, args) => args.tensor('input').isContiguous),
  operation('is_floating_point', 'torch method', 'input', 'python', (_, args) =>
    isFloatingPoint(args.tensor('input').dtype),
  ),
];

/** New tensors of the dtype of another. */
const filling: readonly Operation[] = [
  operation(
    'new_zeros',
    'method',
    'input, *size, *, dtype=',
    { does: 'creates', from: 'sizes', values: 'zeros', dtype: null },
    (context, args) => newFilled(context, args, 0),
  ),
  operation('new_ones', 'method', 'input, *size, *, dtype=', 'unknown', (context, args) =>
    newFilled(context, args, 1),
  ),
  operation('new_full', 'method', 'input, size, fill_value, *, dtype=', 'unknown', (context, args) =>
    newFilled(context, args, args.number('fill_value')),
  ),
  operation('new_tensor', 'method', 'input, data', 'unknown', (context, args) => {
    const { dtype } = args.tensor('input');
    const data = args.get('data') ?? null;
    return data instanceof TorchTensor ? cast(context, copied(data), dtype) : tensorFromList(data, dtype);
  }),
];

/** Methods of tensors and arrays that no module has as a function, but for a few. */
export const memberOperations: readonly Operation[] = [...keeping, ...questions, ...filling];
