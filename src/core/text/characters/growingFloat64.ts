const none = new Float64Array(0);

const smallestBlock = 8;

/** Larger blocks would be copied no faster, and leave more of the last one unused. Unit: numbers. */
const largestBlock = 65_536;

/** Numbers that arrive one by one, n of them at the cost of O(n): each is written once, and copied once at the end. */
export class GrowingFloat64 {
  private readonly full: Float64Array[] = [];
  private block = none;
  private inBlock = 0;
  private inFull = 0;

  get length(): number {
    return this.inFull + this.inBlock;
  }

  push(value: number): void {
    if (this.inBlock === this.block.length) this.addBlock();
    this.block[this.inBlock++] = value;
  }

  /** The numbers pushed so far, in an array of exactly their length. */
  finish(): Float64Array {
    if (this.full.length === 0) return this.block.slice(0, this.inBlock);
    const all = new Float64Array(this.length);
    let at = 0;
    for (const block of this.full) {
      all.set(block, at);
      at += block.length;
    }
    all.set(this.block.subarray(0, this.inBlock), at);
    return all;
  }

  private addBlock(): void {
    if (this.inBlock > 0) this.full.push(this.block);
    this.inFull += this.inBlock;
    this.block = new Float64Array(Math.min(largestBlock, Math.max(smallestBlock, 2 * this.inBlock)));
    this.inBlock = 0;
  }
}
