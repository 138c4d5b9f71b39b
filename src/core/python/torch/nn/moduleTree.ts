import { PyInstance } from '../../values/objects';
import { ModuleInstance, notKnown, type Value } from '../../values/values';
import { TorchTensor } from '../tensor/torchTensor';

/** A module of `torch.nn`, or one whose class the snippet defines. */
export type Module = ModuleInstance | PyInstance;

type Named<T> = readonly [name: string, value: T];

export function isModule(value: Value): value is Module {
  return value instanceof ModuleInstance || (value instanceof PyInstance && value.type.isModule);
}

export function isParameter(value: Value): value is TorchTensor {
  return value instanceof TorchTensor && value.isParameter;
}

/** Its attributes that `is` says yes to, in the order in which they were set. */
function attributesOf<T extends Value>(
  module: Module,
  is: (value: Value) => value is T,
): readonly Named<T>[] {
  if (module.isUnknown) throw notKnown();
  return [...module.attributes].filter((entry): entry is [string, T] => is(entry[1]));
}

/** The modules that it holds, once each. */
export function childrenOf(module: Module): readonly Named<Module>[] {
  const seen = new Set<Module>();
  return attributesOf(module, isModule).filter(([, child]) => !seen.has(child) && seen.add(child));
}

/** Its own parameters, without those of the modules that it holds. */
export function ownParameters(module: Module): readonly Named<TorchTensor>[] {
  return attributesOf(module, isParameter);
}

/** Its own buffers that hold a tensor. */
export function ownBuffers(module: Module): readonly Named<TorchTensor>[] {
  const isTensor = (value: Value): value is TorchTensor => value instanceof TorchTensor;
  return attributesOf(module, isTensor).filter(([name]) => module.buffers.has(name));
}

/** The module and all below it, each before those that it holds; one that is held twice comes once. */
export function namedModules(root: Module): readonly Named<Module>[] {
  const found = new Map<Module, string>();
  const visit = (module: Module, name: string) => {
    if (found.has(module)) return;
    found.set(module, name);
    for (const [key, child] of childrenOf(module)) visit(child, joined(name, key));
  };
  visit(root, '');
  return [...found].map(([module, name]) => [name, module]);
}

function joined(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

/** Tensors of the whole tree with their full names, once each. */
export function namedInTree(
  root: Module,
  own: (module: Module) => readonly Named<TorchTensor>[],
): readonly Named<TorchTensor>[] {
  const seen = new Set<TorchTensor>();
  return namedModules(root).flatMap(([prefix, module]) =>
    own(module)
      .filter(([, tensor]) => !seen.has(tensor) && seen.add(tensor))
      .map(([name, tensor]): Named<TorchTensor> => [joined(prefix, name), tensor]),
  );
}

/** What `state_dict()` holds: of each module its parameters and buffers, then what it holds; also what is held twice. */
export function stateOf(module: Module, prefix = ''): readonly Named<TorchTensor>[] {
  return [
    ...[...ownParameters(module), ...ownBuffers(module)].map(
      ([name, tensor]): Named<TorchTensor> => [joined(prefix, name), tensor],
    ),
    ...attributesOf(module, isModule).flatMap(([name, child]) => stateOf(child, joined(prefix, name))),
  ];
}
