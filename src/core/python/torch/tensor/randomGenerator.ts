const size = 624;
const shift = 397;

/**
 * PyTorch's generator of random numbers on the CPU, since a `manual_seed`.
 * Sources: aten/src/ATen/core/MT19937RNGEngine.h, DistributionsHelper.h, TransformationHelper.h.
 */
export class RandomGenerator {
  private readonly state = new Uint32Array(size);
  private at = size;
  /** The second of two normal numbers that were made together. */
  private spare: number | null = null;

  /** @param seed the lower 32 bits of the seed, as whole number >= 0 */
  constructor(seed: number) {
    this.state[0] = seed;
    for (let i = 1; i < size; i++) {
      const before = this.state[i - 1];
      this.state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
  }

  /** Uniform whole number in [0, 2^32). */
  next32(): number {
    if (this.at === size) this.refill();
    let y = this.state[this.at++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** Uniform in [0, 1): one of 2^24 numbers for float32, of 2^53 for float64. */
  uniform(dtype: 'float32' | 'float64'): number {
    if (dtype === 'float32') return (this.next32() & 0xffffff) / 2 ** 24;
    const high = this.next32() & 0x1fffff;
    return (high * 2 ** 32 + this.next32()) / 2 ** 53;
  }

  /** Of the standard normal distribution, in float64, one after the other. */
  normal(): number {
    if (this.spare !== null) {
      const { spare } = this;
      this.spare = null;
      return spare;
    }
    const angle = 2 * Math.PI * this.uniform('float64');
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform('float64')));
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  private refill(): void {
    const { state } = this;
    for (let i = 0; i < size; i++) {
      const y = (state[i] & 0x80000000) | (state[(i + 1) % size] & 0x7fffffff);
      state[i] = state[(i + shift) % size] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.at = 0;
  }
}
