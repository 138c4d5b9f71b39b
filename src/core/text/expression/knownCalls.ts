import { detailsOf, type Effect } from '../../python/torch/effect';
import { nnClassOfCallee, operationOfCallee } from '../../python/torch/library/callees';
import { moduleNamed } from '../../python/torch/modules';
import type { Operation } from '../../python/torch/operation';
import { operationsNamed } from '../../python/torch/operations';
import { isApplied } from '../literalOperation';
import { isOtherGenerator, otherOperationOf } from './otherLibraries';
import { isSizeName, isSizeTaker } from './sizeNames';

/** The operation that a row of PyTorch's is, of those that `applyOperation` computes, or null for any other. */
export function wordOf({ name, effect }: Operation): string | null {
  const activation = detailsOf(effect, 'activates');
  if (activation) return activation.isPlain ? activation.name : null;
  return isApplied(name) ? name : null;
}

/** The operation that a function of a tensor is (`F.softmax` -> `softmax`), or null for any other function. */
export function operationOf(callee: string): string | null {
  const operation = operationOfCallee(callee);
  if (operation === undefined) return otherOperationOf(callee);
  // `log` and `exp` alone may be of any language and library.
  const isSure = callee.includes('.') || operation.homes.includes('F');
  return isSure ? wordOf(operation) : null;
}

/** The last dimension is the default of TensorFlow's and JAX's softmax; PyTorch chooses by the number of dims. */
export function defaultDimOf(callee: string): number | null {
  return otherOperationOf(callee) === null ? null : -1;
}

/** The operation that an instance of a module is (`nn.LogSoftmax(dim=1)` -> `log_softmax`), or null. */
export function operationOfModule(callee: string): string | null {
  const applied = moduleNamed(nnClassOfCallee(callee) ?? '')?.applies;
  return applied ? wordOf(applied) : null;
}

/** True for a row of what keeps the values of a tensor: `clone`, `detach`, `cuda`. */
export function isKeeping({ effect, isRandom }: Operation): boolean {
  return (effect === 'keeps' || effect === 'requires-grad') && !isRandom;
}

/** True for a function that takes a tensor and keeps its values. */
export function isWrapper(callee: string): boolean {
  const operation = operationOfCallee(callee);
  if (operation === undefined) return isParameter(callee);
  return detailsOf(operation.effect, 'creates')?.from === 'array' || isKeeping(operation);
}

/** True for `nn.Parameter`, whose tensor requires grad unless it says otherwise. */
export function isParameter(callee: string): boolean {
  return nnClassOfCallee(callee) === 'Parameter';
}

/** True for a function of a module that makes other numbers at every call. */
export function isRandomGenerator(callee: string): boolean {
  if (!callee.includes('.')) return false;
  const operation = operationOfCallee(callee);
  if (operation === undefined) return isOtherGenerator(callee);
  const isLayer = operation.homes.includes('F');
  return operation.isRandom && operation.effect !== 'python' && !isLayer;
}

/** True for a function whose lists and tuples are sizes, dimensions or settings rather than data. */
export function takesSizes(callee: string): boolean {
  const name = callee.slice(callee.lastIndexOf('.') + 1);
  if (isSizeTaker(name) || operationsNamed(name).some(hasSizes)) return true;
  const effect = moduleNamed(name)?.effect ?? null;
  return isLayer(effect);
}

function isLayer(effect: Effect | null): boolean {
  return detailsOf(effect, 'scores') !== null || detailsOf(effect, 'recurs') !== null;
}

/** True for a row of what makes a tensor by its size, of what changes one, or of a layer. */
function hasSizes({ effect, signature }: Operation): boolean {
  if (effect === 'reduces' || effect === 'parts' || effect === 'chooses') return true;
  if (isLayer(effect) || detailsOf(effect, 'reshapes')) return true;
  const created = detailsOf(effect, 'creates');
  if (created) return created.values !== 'written';
  return signature.names.some((name) => name !== 'dim' && isSizeName(name));
}
