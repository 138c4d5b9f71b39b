import type { Cells, Single, Value } from '../../values/value';
import type { Interpreter } from '../interpreter';
import { separate } from '../memory';

/** Copies inside of copies; what lies deeper is shared with the original. */
const deepestCopy = 12;

/** What `copy.copy` and `copy.deepcopy` return: something of its own, that can be changed without the original. */
export function copied(run: Interpreter, value: Value, depth: 'shallow' | 'deep'): Value {
  return new Copier(run, depth === 'deep' ? deepestCopy : 1).value(value);
}

/** One call of `copy`: what is met twice is copied once. */
class Copier {
  private readonly made = new Map<Cells, Cells>();

  constructor(
    private readonly run: Interpreter,
    private left: number,
  ) {}

  value(value: Value): Value {
    if (value.type === 'choice') {
      const alternatives = value.alternatives.map((one) => ({ ...one, value: this.single(one.value) }));
      return { type: 'choice', alternatives };
    }
    return this.single(value);
  }

  private single(value: Single): Single {
    if (this.left === 0) return value;
    switch (value.type) {
      case 'tuple': {
        const { items, rest, tail } = value;
        const copy = (item: Value) => this.value(item);
        return { type: 'tuple', items: items.map(copy), rest: rest && copy(rest), tail: tail.map(copy) };
      }
      case 'list':
      case 'dict':
      case 'torch':
        return { ...value, cells: this.cells(value.cells) };
      case 'instance': {
        const base = value.base && this.single(value.base);
        const isBase = base?.type === 'torch' || base?.type === 'loss';
        return { ...value, id: this.run.id(), base: isBase ? base : null, cells: this.cells(value.cells) };
      }
      case 'tensor':
        return separate(value);
      default:
        return value;
    }
  }

  private cells(cells: Cells): Cells {
    const known = this.made.get(cells);
    if (known) return known;
    const copy: Cells = new Map();
    this.made.set(cells, copy);
    this.left--;
    for (const [key, value] of cells) copy.set(key, this.value(value));
    this.left++;
    this.run.heap.adopt({ cells: copy });
    return copy;
  }
}
