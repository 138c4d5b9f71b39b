import type { TextRange } from '../../textRange';
import { type Memory, TorchTensor } from '../torch/tensor/torchTensor';
import { PythonError } from '../values/pythonError';
import { Unknown, type Value } from '../values/values';

/** Names and what they hold; functions have their own, which look into the one around. */
export class Scope {
  private readonly values = new Map<string, Value>();
  private readonly outer: ReadonlySet<string>;

  /** `localNames` are those that a function binds; `outerNames` those that it says are of the scope around. */
  constructor(
    readonly parent: Scope | null,
    private readonly localNames: ReadonlySet<string> = new Set(),
    outerNames: readonly string[] = [],
  ) {
    this.outer = new Set(outerNames);
  }

  get(name: string): Value | undefined {
    const own = this.values.get(name);
    if (own !== undefined) return own;
    if (this.localNames.has(name) && !this.outer.has(name)) {
      throw new PythonError(
        'UnboundLocalError',
        `cannot access local variable '${name}' where it is not associated with a value`,
      );
    }
    return this.parent?.get(name);
  }

  /** `global` names are written to the outermost scope. */
  set(name: string, value: Value): void {
    if (this.outer.has(name) && this.parent) this.parent.set(name, value);
    else this.values.set(name, value);
  }

  /** The first name that holds this very value. */
  nameOf(value: Value): string | null {
    for (const [name, held] of this.values) if (held === value) return name;
    return null;
  }

  delete(name: string): boolean {
    return this.values.delete(name);
  }

  /** What a name holds is not known since a statement; the first one counts. */
  forget(name: string, since: TextRange): void {
    const held = this.lookUp(name);
    if (!(held instanceof Unknown)) this.set(name, new Unknown(held ?? null, since));
  }

  private lookUp(name: string): Value | undefined {
    const own = this.values.get(name);
    return own === undefined ? this.parent?.lookUp(name) : own;
  }

  /** Tensors with names that look at this memory. */
  countHolders(memory: Memory): number {
    const held = [...this.values.values()].filter(
      (one) => one instanceof TorchTensor && one.memory === memory,
    );
    return new Set(held).size;
  }

  /** Forgets a name, and all others whose tensor looks at the same memory. */
  forgetShared(name: string, since: TextRange): void {
    const value = this.values.get(name);
    if (value instanceof TorchTensor) {
      value.memory.version++;
      if (value.node) value.node.isUnsure = true;
      for (const [other, held] of this.values) {
        if (held instanceof TorchTensor && held.memory === value.memory) this.forget(other, since);
      }
    }
    this.forget(name, since);
  }

  /** Forgets the tensors that an optimizer may write into. */
  forgetLeaves(since: TextRange): void {
    for (const [name, held] of this.values) {
      if (held instanceof TorchTensor && held.requiresGrad && held.node === null) this.forget(name, since);
    }
  }
}
