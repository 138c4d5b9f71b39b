import type { ComponentChildren, Ref } from 'preact';

interface ScrollRegionProps {
  readonly label: string;
  readonly class: string;
  readonly elementRef?: Ref<HTMLElement>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children?: ComponentChildren;
}

/** A named region that scrolls inside the page, and that the keyboard reaches. */
export function ScrollRegion({ label, elementRef, children, ...rest }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section {...rest} ref={elementRef} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** Code that may be wider than the page. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <ScrollRegion class="code" label={label}>
      <pre>{text}</pre>
    </ScrollRegion>
  );
}
