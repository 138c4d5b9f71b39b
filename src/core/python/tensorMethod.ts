import { castOf, dtypeOf } from '../text/dtypeNames';
import { isWrapper, operationOf } from '../text/knownCalls';
import { castingMethods, evaluatedMethods, keepingMethods } from '../text/methods';

/**
 * What a call does to the tensor it is given: the name of an operation (`log`, `softmax`, or a dtype for a cast),
 * `same` when it changes nothing that matters to a loss, null when it is not known.
 */
export type Effect = string | null;

/** Effect of a function on its first argument; `path` is its written name, as `torch.log`. */
export function effectOfFunction(path: string): Effect {
  return operationOf(path) ?? (isWrapper(path) || path === 'torch.as_tensor' ? 'same' : null);
}

/** Effect of a method on its object. */
export function effectOfMethod(name: string, firstArgument: string | null): Effect {
  if (evaluatedMethods.has(name)) return name;
  const cast = castingMethods.has(name) && firstArgument !== null ? dtypeOf(firstArgument) : castOf(name);
  return cast ?? (keepingMethods.has(name) ? 'same' : null);
}
