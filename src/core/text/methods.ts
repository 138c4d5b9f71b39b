import { castOf, dtypeOf } from './dtypeNames';
import { addOperation, type Expression } from './expression';
import type { Arguments } from './readArguments';
import { readDim } from './readDim';

const evaluated: ReadonlySet<string> = new Set(['log', 'exp', 'softmax', 'log_softmax', 'sigmoid']);

/** Methods that leave the values as they are. */
const keeping: ReadonlySet<string> = new Set([
  'to',
  'cuda',
  'cpu',
  'detach',
  'clone',
  'contiguous',
  'numpy',
  'copy',
  'tolist',
  'data',
  'requires_grad_',
  'retain_grad',
]);

const casting: ReadonlySet<string> = new Set(['to', 'type', 'astype']);

/** Applies `.name(args)`, or `.name` when `args` is null; false when it is no method that can be evaluated. */
export function applyMethod(
  expression: Expression,
  name: string,
  args: Arguments | null,
  to: number,
): boolean {
  if (args === null && name !== 'data') return false;
  const list = args?.list ?? [];
  const cast = casting.has(name)
    ? list.map(({ value }) => dtypeOf(value)).find((dtype) => dtype !== null)
    : castOf(name);
  if (cast) {
    expression.to = to;
    addOperation(expression, cast, null);
    return true;
  }
  if (evaluated.has(name)) {
    const dim = readDim(list, null);
    if (dim.problem) return false;
    expression.to = to;
    if (dim.dtype) addOperation(expression, dim.dtype, null);
    addOperation(expression, name, dim.dim);
    return true;
  }
  if (!keeping.has(name)) return false;
  expression.to = to;
  if (name === 'requires_grad_') expression.requiresGrad = list[0]?.value !== 'False';
  return true;
}
