import type { Tensor } from '../../tensor/tensor';
import { listOf } from './listOf';
import { notKnown, PyList, type Value } from './values';

/** A list of numbers, whose values are only a typed array as long as nobody asks for them one by one. */
export class LiteralList extends PyList {
  private made: Value[] | null = null;

  constructor(readonly tensor: Tensor) {
    super([]);
  }

  /** True once its items were given away, which may have changed them. */
  get isOpened(): boolean {
    return this.made !== null || this.isUnknown;
  }

  override get items(): Value[] {
    if (this.isUnknown) throw notKnown();
    if (this.made === null) {
      const list = listOf(this.tensor);
      this.made = list instanceof PyList ? list.items : [];
    }
    return this.made;
  }

  override get held(): readonly Value[] {
    return this.made ?? [];
  }
}
