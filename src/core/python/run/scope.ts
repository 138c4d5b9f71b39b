import type { TextRange } from '../../textRange';
import { type Memory, TorchTensor } from '../torch/tensor/torchTensor';
import type { PyClass } from '../values/objects';
import { PythonError } from '../values/pythonError';
import { Unknown, type Value } from '../values/values';

export type ScopeKind = 'module' | 'function' | 'class' | 'comprehension';

/** Names of a function's own, and those that it says are of a scope around. */
export interface ScopeNames {
  readonly locals: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

const noNames: ScopeNames = { locals: new Set(), globals: new Set(), nonlocals: new Set() };

/** Names and what they hold; functions, classes and comprehensions have their own, inside of another. */
export class Scope {
  private readonly values = new Map<string, Value>();
  /** Set when something that was not evaluated may have bound any name. */
  isOpen = false;
  /** The class that a class scope became. */
  type: PyClass | null = null;
  /** The class scope that a function was defined in, and what it was called on. */
  method: { readonly definedIn: Scope; readonly self: Value } | null = null;

  constructor(
    readonly kind: ScopeKind,
    readonly parent: Scope | null,
    private readonly names: ScopeNames = noNames,
  ) {}

  /** The scope that functions which are defined here look into: they do not see the names of a class. */
  get seenByFunctions(): Scope {
    return this.kind === 'class' && this.parent ? this.parent.seenByFunctions : this;
  }

  get module(): Scope {
    return this.parent ? this.parent.module : this;
  }

  /** What a name holds here or around, whether it is known or not; undefined for one that nobody bound. */
  get(name: string): Value | undefined {
    const own = this.values.get(name);
    if (own !== undefined) return own;
    if (this.names.globals.has(name)) return this.module.get(name);
    if (this.hasLocal(name)) {
      throw new PythonError(
        'UnboundLocalError',
        `cannot access local variable '${name}' where it is not associated with a value`,
      );
    }
    return this.parent?.around(name);
  }

  /** As seen by a scope inside of this one. */
  private around(name: string): Value | undefined {
    if (!this.hasLocal(name) || this.values.has(name)) return this.get(name);
    throw new PythonError(
      'NameError',
      `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    );
  }

  private hasLocal(name: string): boolean {
    return this.kind !== 'class' && this.names.locals.has(name) && !this.names.nonlocals.has(name);
  }

  /** As `get`, but undefined for what is not bound yet. */
  find(name: string): Value | undefined {
    try {
      return this.get(name);
    } catch (error) {
      if (error instanceof PythonError) return undefined;
      throw error;
    }
  }

  set(name: string, value: Value): void {
    this.owner(name).values.set(name, value);
  }

  /** Where a name is bound that is assigned here. */
  private owner(name: string): Scope {
    if (this.names.globals.has(name)) return this.module;
    if (this.names.nonlocals.has(name)) return this.enclosingFunction(name);
    const isAround = this.kind === 'comprehension' && !this.names.locals.has(name);
    return isAround && this.parent ? this.parent.owner(name) : this;
  }

  private enclosingFunction(name: string): Scope {
    for (let scope = this.parent; scope; scope = scope.parent) {
      if (scope.names.nonlocals.has(name)) return scope.enclosingFunction(name);
      if (scope.kind === 'function' && (scope.names.locals.has(name) || scope.values.has(name))) return scope;
    }
    return this;
  }

  delete(name: string): boolean {
    return this.owner(name).values.delete(name);
  }

  /** Where a name that a function in here declares is bound; null when it is bound nowhere. */
  binderOf(name: string): Scope | null {
    if (this.values.has(name)) return this;
    return this.parent ? this.parent.binderOf(name) : this;
  }

  get entries(): readonly (readonly [string, Value])[] {
    return [...this.values];
  }

  /** What is held here. */
  get own(): readonly Value[] {
    return [...this.values.values()];
  }

  /** All that is held here and around. */
  get all(): readonly Value[] {
    return [...this.values.values(), ...(this.parent?.all ?? [])];
  }

  /** The first name that holds this very value. */
  nameOf(value: Value): string | null {
    for (const [name, held] of this.values) if (held === value) return name;
    return null;
  }

  /** Tensors with names that look at this memory. */
  countHolders(memory: Memory): number {
    const held = [...this.values.values()].filter(
      (one) => one instanceof TorchTensor && one.lastMemory === memory,
    );
    return new Set(held).size;
  }

  /** Nothing is known of any name that is bound here or around, nor whether there are more. */
  forgetNames(since: TextRange): void {
    const reach = [...this.values.values()];
    for (const [name, held] of this.values) this.values.set(name, new Unknown(held, since, 'foreign', reach));
    this.isOpen = true;
    this.parent?.forgetNames(since);
  }
}
