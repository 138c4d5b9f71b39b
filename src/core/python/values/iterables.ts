import * as l10n from '../../l10n';
import { NotEvaluated } from './pythonError';
import { type Code, keyOf, notKnown, PyObject, type Value } from './values';

/** `set` and `frozenset`. */
export class PySet extends PyObject {
  readonly typeName: 'set' | 'frozenset';
  private readonly byKey = new Map<string, Value>();

  constructor(items: Iterable<Value>, isFrozen = false) {
    super();
    this.typeName = isFrozen ? 'frozenset' : 'set';
    for (const item of items) this.add(item);
  }

  override get key(): null {
    if (this.typeName === 'frozenset') throw new NotEvaluated(l10n.t('a frozenset as a key'));
    return null;
  }

  get size(): number {
    return this.known.size;
  }

  has(item: Value): boolean {
    return this.known.has(keyOf(item));
  }

  add(item: Value): void {
    const key = keyOf(item);
    if (!this.known.has(key)) this.known.set(key, item);
  }

  delete(item: Value): boolean {
    return this.known.delete(keyOf(item));
  }

  clear(): void {
    this.known.clear();
  }

  /** The items in no order that Python has. */
  get unordered(): readonly Value[] {
    return [...this.known.values()];
  }

  override get isMutable(): boolean {
    return true;
  }

  /** What it held when it was last known. */
  override get held(): readonly Value[] {
    return [...this.byKey.values()];
  }

  /**
   * The items as Python goes through them: by hash. Of small whole numbers that is their order, for its tables are
   * larger than they are many; of everything else it is not known.
   */
  get ordered(): readonly Value[] {
    const items = this.unordered;
    const least = Math.max(8, items.length + 1);
    const isSmall = items.every((item) => typeof item === 'bigint' && item >= 0n && item < least);
    if (items.length > 1 && !isSmall) throw new NotEvaluated(l10n.t('the order of a set'));
    return [...items].sort((a, b) => Number(a) - Number(b));
  }

  private get known(): Map<string, Value> {
    if (this.isUnknown) throw notKnown();
    return this.byKey;
  }
}

/** What `iter`, `map`, `zip` and generators give: its items come one by one, and once. */
export class PyIterator extends PyObject {
  constructor(
    readonly typeName: string,
    private readonly source: Iterator<Value>,
    /** Values that its items come from. */
    private readonly sources: () => readonly Value[],
    /** What a generator runs. */
    override readonly code: Code | null = null,
  ) {
    super();
  }

  override get held(): readonly Value[] {
    return this.sources();
  }

  override get isMutable(): boolean {
    return true;
  }

  /** The next item, or undefined at the end. */
  next(): Value | undefined {
    if (this.isUnknown) throw notKnown();
    try {
      const { done, value } = this.source.next();
      return done ? undefined : value;
    } catch (error) {
      // Where it stopped is not known.
      if (error instanceof NotEvaluated) this.unknownSince ??= error.range ?? { from: 0, to: 0 };
      throw error;
    }
  }
}
