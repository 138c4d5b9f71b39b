import katex from 'katex';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ScrollRegion } from '../controls/ScrollRegion';

/** Expansions that a formula may need; ours have no macros, so anything above is a mistake. */
const maxExpand = 1000;

interface FormulaProps {
  readonly tex: string;
  readonly label: string;
  /** Set where it is short enough to need no scrolling, and no stop of the keyboard for it. */
  readonly isShort?: boolean;
}

/** A formula, drawn by KaTeX straight into the DOM. What KaTeX refuses is shown as its source. */
export function Formula({ tex, label, isShort = false }: FormulaProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!ref.current) return;
    try {
      katex.render(tex, ref.current, { displayMode: true, trust: false, maxExpand, strict: 'ignore' });
    } catch {
      ref.current.textContent = tex;
    }
  }, [tex]);
  const drawn = <div ref={ref} />;
  if (isShort) {
    return (
      <section class="formula is-short" aria-label={label}>
        {drawn}
      </section>
    );
  }
  return (
    <ScrollRegion class="formula" label={label}>
      {drawn}
    </ScrollRegion>
  );
}
