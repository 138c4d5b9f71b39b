import { type Callable, PyDict, PyTuple, type Value } from './values';

/** `collections.OrderedDict` */
export class OrderedDict extends PyDict {
  override readonly typeName = 'OrderedDict';
}

/** `collections.Counter`, which counts 0 of what it does not hold. */
export class Counter extends PyDict {
  override readonly typeName = 'Counter';

  override missing(): Value {
    return 0n;
  }

  /** Its entries, the most frequent ones first. */
  get mostCommon(): readonly (readonly [Value, Value])[] {
    return [...this.entries].sort(([, a], [, b]) => Number(b) - Number(a));
  }

  count(item: Value, times: bigint): void {
    this.set(item, BigInt((this.get(item) ?? 0n) as bigint) + times);
  }
}

/** `collections.defaultdict`, which makes what it does not hold. */
export class DefaultDict extends PyDict {
  override readonly typeName = 'defaultdict';

  constructor(readonly factory: Callable | null) {
    super();
  }

  override missing(key: Value): Value | undefined {
    const made = this.factory?.call({ positional: [], named: new Map() });
    if (made !== undefined) this.set(key, made);
    return made;
  }
}

/** `dict.keys()`, `dict.values()` and `dict.items()`. */
export class DictView extends PyTuple {
  constructor(
    override readonly typeName: string,
    items: readonly Value[],
  ) {
    super(items);
  }
}
