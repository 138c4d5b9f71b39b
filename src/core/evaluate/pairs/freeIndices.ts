/** Some indices in ascending order, of which the nearest one that is not taken is found quickly. */
export class FreeIndices {
  /** For each place, one at or behind it that may be free; the place itself where it is. */
  private readonly behind: Int32Array;
  /** The same for one at or before it, one higher: 0 is before all. */
  private readonly before: Int32Array;

  constructor(private readonly indices: readonly number[]) {
    this.behind = Int32Array.from({ length: indices.length + 1 }, (_, place) => place);
    this.before = Int32Array.from({ length: indices.length + 1 }, (_, place) => place);
  }

  /** The free index that comes next after `index`, else the last up to it; null when all are taken. */
  nearest(index: number): number | null {
    const place = this.placeBehind(index);
    const next = rootOf(this.behind, place);
    if (next < this.indices.length) return this.indices[next];
    const last = rootOf(this.before, place);
    return last > 0 ? this.indices[last - 1] : null;
  }

  take(index: number): void {
    const place = this.placeBehind(index - 1);
    if (this.indices[place] !== index) return;
    this.behind[place] = place + 1;
    this.before[place + 1] = place;
  }

  /** The place of the first index that is greater. */
  private placeBehind(index: number): number {
    let [low, high] = [0, this.indices.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.indices[middle] > index) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Follows links to their end, and shortens the way for the next time. */
function rootOf(links: Int32Array, from: number): number {
  let root = from;
  while (links[root] !== root) root = links[root];
  for (let at = from; links[at] !== root; ) {
    const next = links[at];
    links[at] = root;
    at = next;
  }
  return root;
}
