const none = new Float64Array(0);

/** A Float64Array that grows by doubling, so that n numbers cost O(n) however they arrive. */
export class GrowingFloat64 {
  private data = none;
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Float64Array(Math.max(16, 2 * this.length));
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
