/** One window along one dimension. */
export interface Window {
  /** The positions of the input in it. */
  readonly positions: readonly number[];
  /** How many it covers with the padding. */
  readonly size: number;
}

/** How windows slide along one dimension, in positions. */
export interface Sliding {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  /** Whether the last window may reach beyond the padding. */
  readonly isCeil: boolean;
}

/** The windows over `size` positions; none where the kernel does not fit. Source: aten/src/ATen/native/Pool.h. */
export function slidingWindows(size: number, sliding: Sliding): readonly Window[] {
  const { kernel, stride, padding, dilation, isCeil } = sliding;
  const room = size + 2 * padding - dilation * (kernel - 1) - 1;
  let count = Math.floor((room + (isCeil ? stride - 1 : 0)) / stride) + 1;
  if (isCeil && (count - 1) * stride >= size + padding) count--;
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const start = i * stride - padding;
    /** How many positions of the window are before one of the input. */
    const before = (end: number) => Math.min(kernel, Math.max(0, Math.ceil((end - start) / dilation)));
    const first = before(0);
    return {
      positions: Array.from({ length: before(size) - first }, (_at, k) => start + (first + k) * dilation),
      size: before(size + padding),
    };
  });
}

/** `count` windows that cover `size` positions evenly, as adaptive pools have them. */
export function adaptiveWindows(size: number, count: number): readonly Window[] {
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * size) / count);
    const end = Math.ceil(((i + 1) * size) / count);
    return {
      positions: Array.from({ length: end - start }, (_at, k) => start + k),
      size: end - start,
    };
  });
}
