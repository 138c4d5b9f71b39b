import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** What a scrolling element shows of its content, and the size of its font. Unit: px. */
export interface Viewport {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly em: number;
}

/** Before the first measurement: VS Code's font size, and enough height to draw some rows. */
const initial: Viewport = { top: 0, left: 0, width: 320, height: 240, em: 13 };

/** Follows scrolling, resizing and zooming of an element. */
export function useViewport(ref: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      setViewport({
        top: element.scrollTop,
        left: element.scrollLeft,
        width: element.clientWidth,
        height: element.clientHeight,
        em: Number.parseFloat(getComputedStyle(element).fontSize) || initial.em,
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [ref]);
  return viewport;
}
