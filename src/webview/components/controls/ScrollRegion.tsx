import type { ComponentChildren, Ref } from 'preact';

interface ScrollRegionProps {
  readonly label: string;
  readonly class: string;
  readonly elementRef?: Ref<HTMLDivElement>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children?: ComponentChildren;
}

/**
 * A named part that scrolls inside the page, and that the keyboard reaches: a group, for as landmarks the many parts
 * would hide those of the page, and their names would have to differ.
 */
export function ScrollRegion({ label, elementRef, children, ...rest }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div {...rest} ref={elementRef} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
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
