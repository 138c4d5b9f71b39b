import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** The focused element as it was seen last: its distance from the top of a page of this width. Unit: px. */
interface Seen {
  readonly element: Element;
  readonly top: number;
  readonly scroll: number;
  readonly width: number;
}

/**
 * Keeps what has the focus where it is on the screen when what stands above it grows or shrinks: by the height of
 * `spacer`, an empty element above it, else by scrolling, for which the page is made longer. Both end when the focus is
 * elsewhere or when another thing is shown, which `shown` tells. Call it where what can change is drawn.
 */
export function useSteadyFocus(spacer: RefObject<HTMLElement | null>, shown: string): void {
  const seen = useRef<Seen | null>(null);
  const before = useRef(shown);
  useEffect(() => {
    const look = () => {
      seen.current = focusedBelow(spacer.current);
    };
    document.addEventListener('focusin', look);
    document.addEventListener('scroll', look, { passive: true });
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('scroll', look);
    };
  }, [spacer]);
  useLayoutEffect(() => {
    const gap = spacer.current;
    if (!gap) return;
    const [last, now] = [seen.current, focusedBelow(gap)];
    if (!now || before.current !== shown) setRoom(gap, 0, 0);
    else if (last?.element === now.element && last.width === now.width) hold(gap, last);
    seen.current = focusedBelow(gap);
    before.current = shown;
  });
}

function focusedBelow(gap: Element | null): Seen | null {
  const element = document.activeElement;
  const isBelow =
    gap && element && (gap.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isBelow ? { element, top: topOf(element), scroll: scrollY, width: innerWidth } : null;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top + scrollY;
}

/** Brings an element back to where it was seen on the screen. */
function hold(gap: HTMLElement, { element, top, scroll }: Seen): void {
  const below = Number.parseFloat(document.body.style.paddingBottom) || 0;
  const height = Math.max(0, gap.getBoundingClientRect().height + top - topOf(element));
  setRoom(gap, height, below);
  const goal = scroll + topOf(element) - top;
  if (goal === scrollY) return;
  window.scrollTo(0, goal);
  if (goal <= scrollY) return;
  setRoom(gap, height, below + goal - scrollY);
  window.scrollTo(0, goal);
}

function setRoom(gap: HTMLElement, above: number, below: number): void {
  gap.style.height = `${above}px`;
  document.body.style.paddingBottom = `${below}px`;
}
