import type { Home, Operation } from '../operation';
import { homeOfPath, operationsIn } from '../operations';
import { customaryNames } from './customaryNames';

/** Names of modules as code has them in front of a function. */
const modules: Readonly<Record<string, string>> = {
  ...customaryNames,
  functional: 'torch.nn.functional',
  autograd: 'torch.autograd',
};

/** A module by its full name and by all that code calls it: `F`, `nn.functional`. */
function namesOfModule(path: string): readonly string[] {
  const others = Object.entries(modules).filter(([, full]) => `${path}.`.startsWith(`${full}.`));
  return [path, ...others.map(([name, full]) => name + path.slice(full.length))];
}

function operationsByCallee(): ReadonlyMap<string, Operation> {
  const found = new Map<string, Operation>();
  const add = (home: Home, prefix: string) => {
    for (const operation of operationsIn(home)) found.set(prefix + operation.name, operation);
  };
  for (const [path, home] of Object.entries(homeOfPath))
    for (const module of namesOfModule(path)) add(home, `${module}.`);
  // Alone they are likeliest to be those of torch.nn.functional.
  for (const home of ['torch', 'autograd', 'F'] as const) add(home, '');
  return found;
}

let byCallee: ReadonlyMap<string, Operation> | null = null;

/**
 * The function that a callee names where no import tells it: under a module by its full or its customary name, or alone.
 * Undefined when nothing is known of it. All the names are put together when the first is asked for.
 */
export function operationOfCallee(callee: string): Operation | undefined {
  byCallee ??= operationsByCallee();
  return byCallee.get(callee);
}

/** The class of `torch.nn` that a callee names, if it names one: `Softmax` of `nn.Softmax` and of `Softmax`. */
export function nnClassOfCallee(callee: string): string | null {
  const [, name = null] = /^(?:(?:torch\.)?nn\.)?(\w+)$/.exec(callee) ?? [];
  return name;
}
