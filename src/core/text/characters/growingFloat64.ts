const none = new Float64Array(0);

const smallestBlock = 8;

/** Larger blocks would be copied no faster, and leave more of the last one unused. Unit: numbers. */
const largestBlock = 65_536;

/** Blocks to be used again, for to touch fresh memory takes longer than to write numbers into it; 8 MB at most. */
const spare: Float64Array[] = [];
const mostSpare = 16;

/** Numbers that arrive one by one, n of them at the cost of O(n): each is written once, and copied once at the end. */
export class GrowingFloat64 {
  private full: Float64Array[] = [];
  private block: Float64Array = none;
  private inBlock = 0;
  private inFull = 0;

  get length(): number {
    return this.inFull + this.inBlock;
  }

  push(value: number): void {
    if (this.inBlock === this.block.length) this.addBlock();
    this.block[this.inBlock++] = value;
  }

  /** The numbers pushed so far, in an array of exactly their length; none are left behind. */
  finish(): Float64Array {
    const all = new Float64Array(this.length);
    let at = 0;
    for (const block of this.full) {
      all.set(block, at);
      at += block.length;
    }
    all.set(this.block.subarray(0, this.inBlock), at);
    for (const block of [...this.full, this.block]) {
      if (block.length === largestBlock && spare.length < mostSpare) spare.push(block);
    }
    this.full = [];
    this.block = none;
    this.inFull = 0;
    this.inBlock = 0;
    return all;
  }

  private addBlock(): void {
    if (this.inBlock > 0) this.full.push(this.block);
    this.inFull += this.inBlock;
    const size = Math.min(largestBlock, Math.max(smallestBlock, 2 * this.inBlock));
    this.block = (size === largestBlock ? spare.pop() : undefined) ?? new Float64Array(size);
    this.inBlock = 0;
  }
}
