import type { TextRange } from '../../../textRange';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { PyObject, type Value } from '../../values/values';

/** What the run knows of things that were not evaluated. */
export interface ForgetHost {
  /** Counts a step; throws when there were too many. */
  readonly step: () => void;
  /** Code of the snippet that was given to something that is not known: it may run whenever such a thing runs. */
  readonly escaped: Set<PyObject>;
}

/** Makes everything unknown that can be reached from `roots`; from then on it may also hold `others`. */
export function forgetReachable(
  roots: readonly Value[],
  others: readonly Value[],
  since: TextRange,
  host: ForgetHost,
): void {
  const seen = new Set<PyObject>();
  const stack: Value[] = [...roots];
  while (stack.length > 0) {
    const value = stack.pop();
    if (!(value instanceof PyObject) || seen.has(value)) continue;
    host.step();
    seen.add(value);
    stack.push(...value.held, ...value.mayHold.flat());
    if (value instanceof TorchTensor) stack.push(...forgetTensor(value, since, seen));
    else if (value.isMutable) value.unknownSince ??= since;
    if (value.code) {
      host.escaped.add(value);
      stack.push(...value.code.values());
      value.code.rebind(since);
    }
  }
  const links = others.filter((value) => value instanceof PyObject && !seen.has(value));
  if (links.length > 0) for (const value of seen) value.mayHold = [...value.mayHold, links];
}

/** The values of a tensor, and what autograd keeps of it. Returns what else can be got at through it. */
function forgetTensor(tensor: TorchTensor, since: TextRange, seen: Set<PyObject>): readonly Value[] {
  tensor.unknownSince ??= since;
  const memory = tensor.lastMemory;
  memory.unknownSince ??= since;
  memory.version++;
  forgetGraph(tensor, seen);
  return [tensor.grad, tensor.base];
}

/** Something may have gone backward from here: gradients of the leaves are not known, nor what the graph still holds. */
function forgetGraph(root: TorchTensor, seen: Set<PyObject>): void {
  const stack = [root];
  const done = new Set<TorchTensor>();
  for (let tensor = stack.pop(); tensor; tensor = stack.pop()) {
    if (done.has(tensor)) continue;
    done.add(tensor);
    if (tensor.requiresGrad) tensor.isGradUnknown = true;
    if (!tensor.node) continue;
    tensor.node.isUnsure = true;
    stack.push(...tensor.node.inputs.filter((input) => !seen.has(input)));
  }
}
