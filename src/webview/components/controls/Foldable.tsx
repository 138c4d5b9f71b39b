import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../../state/store';

interface FoldableProps {
  /** What it is called where the store keeps whether it is open. */
  readonly part: string;
  readonly store: Store;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A part of a page that opens, and that is open again when the page is shown again. Its summary is a child. */
export function Foldable({ part, store, children, class: className }: FoldableProps) {
  const [isOpen, setOpen] = useFold(part, store);
  return (
    <details class={className} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      {children}
    </details>
  );
}

/** Whether a part is open, and what opens and closes it. */
export function useFold(
  part: string,
  store: Store,
  isOpenAtFirst = false,
): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(isOpenAtFirst || store.kept.isUnfolded(part));
  // After every drawing: what stays open while another pair comes is forgotten then.
  useEffect(() => store.kept.fold(part, isOpen));
  return [isOpen, setOpen];
}
