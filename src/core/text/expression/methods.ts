import { castOf, dtypeOf } from './dtypeNames';
import { addOperation, type Expression } from './expression';
import type { Arguments } from './readArguments';
import { readDim } from './readDim';

/** Methods of a tensor that are evaluated. */
export const evaluatedMethods: ReadonlySet<string> = new Set([
  'log',
  'exp',
  'softmax',
  'log_softmax',
  'sigmoid',
]);

/** Methods that leave the values as they are. */
export const keepingMethods: ReadonlySet<string> = new Set([
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

/** Methods that cast to the dtype that they are given, if they are given one. */
export const castingMethods: ReadonlySet<string> = new Set(['to', 'type', 'astype']);

/** Applies `.name(args)`, or `.name` when `args` is null; false when it is no method that can be evaluated. */
export function applyMethod(
  expression: Expression,
  name: string,
  args: Arguments | null,
  to: number,
): boolean {
  if (args === null && name !== 'data') return false;
  const list = args?.list ?? [];
  const cast = castingMethods.has(name)
    ? list.map(({ value }) => dtypeOf(value)).find((dtype) => dtype !== null)
    : castOf(name);
  if (cast) {
    expression.to = to;
    addOperation(expression, cast, null);
    return true;
  }
  if (evaluatedMethods.has(name)) {
    const dim = readDim(list, null);
    if (dim.problem) return false;
    expression.to = to;
    if (dim.dtype) addOperation(expression, dim.dtype, null);
    addOperation(expression, name, dim.dim);
    return true;
  }
  if (!keepingMethods.has(name)) return false;
  expression.to = to;
  if (name === 'requires_grad_') expression.requiresGrad = list[0]?.value !== 'False';
  return true;
}
