import katex from 'katex';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ScrollRegion } from '../controls/ScrollRegion';

/** Expansions that a formula may need; ours have no macros, so anything above is a mistake. */
const maxExpand = 1000;

/** A formula, drawn by KaTeX straight into the DOM. What KaTeX refuses is shown as its source. */
export function Formula({ tex, label }: { tex: string; label: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!ref.current) return;
    try {
      katex.render(tex, ref.current, { displayMode: true, trust: false, maxExpand, strict: 'ignore' });
    } catch {
      ref.current.textContent = tex;
    }
  }, [tex]);
  return (
    <ScrollRegion class="formula" label={label}>
      <div ref={ref} />
    </ScrollRegion>
  );
}
