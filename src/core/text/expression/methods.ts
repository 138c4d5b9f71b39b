import { detailsOf, type Effect } from '../../python/torch/effect';
import { operationIn } from '../../python/torch/operations';
import type { DType } from '../../tensor/dtype';
import { castOf, dtypeOf } from './dtypeNames';
import { addOperation, type Expression } from './expression';
import { isKeeping, wordOf } from './knownCalls';
import type { Argument, Arguments } from './readArguments';
import { readDim } from './readDim';

/** Besides what the rows say to keep the values: they are the same as a list, and where only the place is said. */
const keeping: ReadonlySet<string> = new Set(['data', 'tolist', 'to']);

/** The dtype that a method casts to, by its name or by its arguments; null when it casts to none. */
function castBy(name: string, effect: Effect | null, args: readonly Argument[]): DType | null {
  if (detailsOf(effect, 'casts')?.dtype !== null) return castOf(name);
  return args.map(({ value }) => dtypeOf(value)).find((dtype) => dtype !== null) ?? null;
}

/** Applies `.name(args)`, or `.name` when `args` is null; false when it is no method that can be evaluated. */
export function applyMethod(
  expression: Expression,
  name: string,
  args: Arguments | null,
  to: number,
): boolean {
  if (args === null && name !== 'data') return false;
  const list = args?.list ?? [];
  const method = operationIn('method', name) ?? operationIn('array', name);
  const cast = castBy(name, method?.effect ?? null, list);
  if (cast) {
    expression.to = to;
    addOperation(expression, cast, null);
    return true;
  }
  const word = method ? wordOf(method) : null;
  if (word !== null) {
    const dim = readDim(list, null);
    if (dim.problem) return false;
    expression.to = to;
    if (dim.dtype) addOperation(expression, dim.dtype, null);
    addOperation(expression, word, dim.dim);
    return true;
  }
  if (!keeping.has(name) && !(method && isKeeping(method))) return false;
  expression.to = to;
  if (name === 'requires_grad_') expression.requiresGrad = list[0]?.value !== 'False';
  return true;
}
