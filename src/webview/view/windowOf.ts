/** A stretch of items to draw: indices `first` (inside) to `end` (outside). */
export interface Window {
  readonly first: number;
  readonly end: number;
}

/**
 * The items of `itemSize` px each that are visible in a viewport scrolled by `scroll` px, with `overscan` items
 * more on either side so that a fast scroll does not show a gap.
 */
export function windowOf(
  count: number,
  itemSize: number,
  scroll: number,
  viewportSize: number,
  overscan: number,
): Window {
  const first = Math.floor(scroll / itemSize) - overscan;
  const end = Math.ceil((scroll + viewportSize) / itemSize) + overscan;
  return { first: clamp(first, 0, count), end: clamp(end, 0, count) };
}

/** The scroll offset nearest to `scroll` at which item `index` is whole in the viewport. */
export function scrollToShow(index: number, itemSize: number, scroll: number, viewportSize: number): number {
  const from = index * itemSize;
  const to = from + itemSize;
  if (from < scroll) return from;
  if (to > scroll + viewportSize) return to - viewportSize;
  return scroll;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
