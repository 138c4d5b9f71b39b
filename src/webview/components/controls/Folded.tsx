import type { ComponentChildren } from 'preact';
import type { Store } from '../../state/store';
import { useFold } from './Foldable';

interface FoldedProps {
  /** What it is called where the store keeps whether it is open. */
  readonly part: string;
  readonly title: string;
  readonly store: Store;
  readonly children: ComponentChildren;
}

/** A part of a page that is drawn, and computed, only once it is opened. */
export function Folded({ part, title, store, children }: FoldedProps) {
  const [isOpen, setOpen] = useFold(part, store);
  return (
    <details class="folded" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {isOpen && <div class="folded-body">{children}</div>}
    </details>
  );
}
