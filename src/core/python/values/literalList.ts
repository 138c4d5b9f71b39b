import type { Tensor } from '../../tensor/tensor';
import { listOf } from './listOf';
import { PyList, type Value } from './values';

/** A list of numbers, whose values are only a typed array as long as nobody asks for them one by one. */
export class LiteralList extends PyList {
  private made: Value[] | null = null;

  constructor(readonly tensor: Tensor) {
    super([]);
  }

  /** True once its items were given away, which may have changed them. */
  get isOpened(): boolean {
    return this.made !== null;
  }

  override get items(): Value[] {
    if (this.made === null) {
      const list = listOf(this.tensor);
      this.made = list instanceof PyList ? list.items : [];
    }
    return this.made;
  }
}
