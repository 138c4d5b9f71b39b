/** A Float64Array that grows by doubling, so that n numbers cost O(n) however they arrive. */
export class GrowingFloat64 {
  private data = new Float64Array(16);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  /** The numbers pushed so far, in an array of exactly their length. */
  finish(): Float64Array {
    return this.data.slice(0, this.length);
  }
}
