import type { Operation } from '../operation';
import { operationAt, operationIn } from '../operations';
import { customaryNames } from './customaryNames';

/** Names of modules as code has them in front of a function. */
const modules: Readonly<Record<string, string>> = {
  ...customaryNames,
  functional: 'torch.nn.functional',
  autograd: 'torch.autograd',
};

/** The full name of a callee as it is written: `F.relu` -> `torch.nn.functional.relu`. */
function fullName(callee: string): string {
  const dot = callee.indexOf('.');
  const head = callee.slice(0, Math.max(0, dot));
  return Object.hasOwn(modules, head) ? modules[head] + callee.slice(dot) : callee;
}

/**
 * The function that a callee names where no import tells it: under a module by its full or its customary name, or alone.
 * Undefined when nothing is known of it.
 */
export function operationOfCallee(callee: string): Operation | undefined {
  if (callee.includes('.')) return operationAt(fullName(callee));
  return operationIn('F', callee) ?? operationIn('autograd', callee) ?? operationIn('torch', callee);
}

/** The class of `torch.nn` that a callee names, if it names one: `Softmax` of `nn.Softmax` and of `Softmax`. */
export function nnClassOfCallee(callee: string): string | null {
  const [, name = null] = /^(?:torch\.nn\.)?(\w+)$/.exec(fullName(callee)) ?? [];
  return name;
}
