import type { Tensor } from '../../tensor/tensor';
import { listOf } from './listOf';
import { PyList, type Value } from './values';

/** A list of numbers whose values never were anything but a typed array. */
export class LiteralList extends PyList {
  constructor(readonly tensor: Tensor) {
    super([]);
  }

  override get items(): Value[] {
    const list = listOf(this.tensor);
    return list instanceof PyList ? list.items : [];
  }
}
