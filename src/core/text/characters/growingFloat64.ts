const smallestBlock = 16;

/** Larger blocks would be copied no faster, and leave more of the last one unused. Unit: numbers. */
const largestBlock = 65_536;

/** Numbers that arrive one by one, n of them at the cost of O(n): each is written once, and copied once at the end. */
export class GrowingFloat64 {
  private readonly full: Float64Array[] = [];
  private block = new Float64Array(smallestBlock);
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
    this.full.push(this.block);
    this.inFull += this.inBlock;
    this.block = new Float64Array(Math.min(largestBlock, 2 * this.inBlock));
    this.inBlock = 0;
  }
}
