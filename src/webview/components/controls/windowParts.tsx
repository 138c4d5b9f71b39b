import type { Window } from '../../view/windowOf';

/** The items of a window, in their order. */
export function indicesOf({ first, end }: Window): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

/** Stands for the rows that are not drawn. Unit: px. */
export function Spacer({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
  return height > 0 ? <tr class="spacer" aria-hidden="true" style={{ height: `${height}px` }} /> : null;
}

/** Stands for the columns of a row that are not drawn. Unit: px. */
export function Gap({ width }: { width: number }) {
  return width > 0 ? <td class="gap" aria-hidden="true" style={{ width: `${width}px` }} /> : null;
}
