import * as l10n from '../../../l10n';
import { castTensor } from '../../../tensor/castTensor';
import { isSameShape } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { Edge, GradNode } from './gradNode';
import { filled } from './tensorMath';
import { TorchTensor } from './torchTensor';

const freed =
  'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.';

export interface BackwardOptions {
  readonly gradient: TorchTensor | null;
  readonly retainGraph: boolean;
}

/**
 * `tensor.backward()`: adds the derivatives to `.grad` of the leaves that require grad, and of those that retain it.
 * Returns the tensors whose `.grad` was set.
 */
export function backward(root: TorchTensor, options: BackwardOptions): readonly TorchTensor[] {
  checkRoot(root, options.gradient);
  const reached: TorchTensor[] = [];
  gradientsFrom(root, options, (edge, grad) => {
    const kept = keeperOf(edge);
    if (!kept) return;
    accumulate(kept, grad);
    reached.push(kept);
  });
  return reached;
}

function checkRoot(root: TorchTensor, gradient: TorchTensor | null): void {
  if (!root.requiresGrad) {
    throw runtimeError('element 0 of tensors does not require grad and does not have a grad_fn');
  }
  if (gradient === null && root.numel !== 1) {
    throw runtimeError('grad can be implicitly created only for scalar outputs');
  }
  if (gradient && !isSameShape(gradient.shape, root.shape)) {
    const write = (one: TorchTensor) => `torch.Size([${one.shape.join(', ')}])`;
    throw runtimeError(
      `Mismatch in shape: grad_output[0] has a shape of ${write(gradient)} and output[0] has a shape of ${write(root)}.`,
    );
  }
}

/** The derivative at every place of the graph; `visit` is told of each, before those that it was made of. */
function gradientsFrom(
  root: TorchTensor,
  { gradient, retainGraph }: BackwardOptions,
  visit: (edge: GradNode | TorchTensor, grad: Tensor) => void,
): ReadonlyMap<Edge, Tensor> {
  const start = root.node ?? root;
  const grads = new Map<Edge, Tensor>();
  grads.set(start, gradient ? gradient.dense() : filled(root.shape, 1, root.dtype));
  for (const edge of inOrder(start)) {
    const grad = grads.get(edge);
    if (!grad) continue;
    visit(edge, grad);
    if (!(edge instanceof TorchTensor)) passOn(edge, grad, grads, retainGraph);
  }
  return grads;
}

/**
 * `torch.autograd.grad`: the derivatives by `inputs`, whose `.grad` stay as they are. Null for an input that the root
 * is not computed from.
 */
export function gradientsBy(
  root: TorchTensor,
  inputs: readonly TorchTensor[],
  options: BackwardOptions,
): readonly (TorchTensor | null)[] {
  checkRoot(root, options.gradient);
  if (inputs.some(({ requiresGrad }) => !requiresGrad)) {
    throw runtimeError('One of the differentiated Tensors does not require grad');
  }
  const grads = gradientsFrom(root, options, () => {});
  return inputs.map((input) => {
    const grad = grads.get(input.node ?? input);
    return grad ? TorchTensor.of({ ...castTensor(grad, input.dtype), shape: input.shape }) : null;
  });
}

/** The tensor whose `.grad` takes the derivative; null for none. */
function keeperOf(edge: GradNode | TorchTensor): TorchTensor | null {
  if (edge instanceof TorchTensor) return edge;
  return edge.tensor.retainsGrad && edge.tensor.node === edge ? edge.tensor : null;
}

function passOn(node: GradNode, grad: Tensor, grads: Map<Edge, Tensor>, retainGraph: boolean): void {
  if (node.isFreed && node.saves) throw runtimeError(freed);
  if (node.name === 'NotImplemented') {
    throw runtimeError('derivative for aten::floor_divide is not implemented');
  }
  if (
    node.isUnsure ||
    (node.saves && node.inputs.some(({ memory }, i) => memory.version !== node.versions[i]))
  ) {
    throw new NotEvaluated(l10n.t('backward() through a tensor that was changed in place'));
  }
  const parts = node.backward(grad);
  node.edges.forEach((edge, i) => {
    const part = parts[i];
    if (!part || edge === null) return;
    const before = grads.get(edge);
    grads.set(edge, before ? added(before, part) : part);
  });
  if (!retainGraph) node.isFreed = true;
}

function accumulate(tensor: TorchTensor, grad: Tensor): void {
  if (tensor.isGradUnknown) return;
  const own = castTensor(grad, tensor.dtype);
  const total = tensor.grad ? castTensor(added(tensor.grad.dense(), own), tensor.dtype) : own;
  tensor.grad = TorchTensor.of({ ...total, shape: tensor.shape });
}

function added(a: Tensor, b: Tensor): Tensor {
  const sum = a.data.map((x, i) => x + b.data[i]);
  return castTensor({ ...a, data: sum }, a.dtype);
}

/** Every place of the graph, each before those that it was made of. */
function inOrder(start: GradNode | TorchTensor): readonly (GradNode | TorchTensor)[] {
  const order: (GradNode | TorchTensor)[] = [];
  const stack = [{ place: start, next: 0 }];
  const entered = new Set<Edge>([start]);
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    const edge = top.place instanceof TorchTensor ? undefined : top.place.edges[top.next++];
    if (edge === undefined) {
      stack.pop();
      order.push(top.place);
    } else if (edge !== null && !entered.has(edge)) {
      entered.add(edge);
      stack.push({ place: edge, next: 0 });
    }
  }
  return order.reverse();
}
