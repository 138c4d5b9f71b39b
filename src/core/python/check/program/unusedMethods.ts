import type { FunctionDefinition, Lambda, Module } from '../../syntax/ast';
import { walk } from '../../syntax/walk';
import { isModuleClass, linearized } from '../follow/calls/classes';
import type { FunctionValue } from '../values/value';

/** Tells which methods a program has no use for, so that nothing says which of its objects they are meant for. */
export class UnusedMethods {
  private names: ReadonlySet<string> | null = null;

  constructor(private readonly modules: ReadonlyMap<string, Module>) {}

  /**
   * True for a method that the program names nowhere, of a class of which it calls another one itself. What a library
   * calls, as that of a module of torch, is none.
   */
  has({ definition, owner }: FunctionValue, called: ReadonlySet<FunctionDefinition | Lambda>): boolean {
    if (!owner || definition.type !== 'function' || definition.name.startsWith('__')) return false;
    const isDriven = [...owner.cells].some(
      ([name, one]) => one.type === 'function' && !name.startsWith('__') && called.has(one.definition),
    );
    const isOfLibrary = linearized(owner).some(isModuleClass);
    return isDriven && !isOfLibrary && !this.named().has(definition.name);
  }

  /** The attributes and strings of the program: a method may be called by either. */
  private named(): ReadonlySet<string> {
    if (this.names) return this.names;
    const names = new Set<string>();
    for (const { body } of this.modules.values()) {
      for (const node of walk(body)) {
        if (node.type === 'attribute') names.add(node.name);
        if (node.type === 'constant' && typeof node.value === 'string') names.add(node.value);
      }
    }
    this.names = names;
    return names;
  }
}
