import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nextItem } from '../../view/nextItem';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Starts a new group. */
  readonly isSeparated?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  /** What stands on the button. */
  readonly children: ComponentChildren;
  /** Name of the button and of the menu for screen readers. */
  readonly label: string;
  readonly className: string;
  readonly isDisabled?: boolean;
  readonly items: readonly MenuItem[];
}

/** A button that opens a menu under it; arrow keys, Home, End and Escape as in VS Code's menus. */
export function Menu({ children, label, className, isDisabled, items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) itemsOf(root.current)[0]?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const shown = itemsOf(root.current);
    const next = nextItem(event.key, shown.indexOf(document.activeElement as HTMLElement), shown.length);
    if (next !== null) shown[next].focus();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  return (
    <span class="menu-place" ref={root} onFocusOut={onFocusOut}>
      <button
        type="button"
        class={className}
        ref={button}
        title={label}
        disabled={isDisabled}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <div class="menu" role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
          {items.map(({ id, label: name, isSeparated, onChoose }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={isSeparated ? 'is-separated' : undefined}
              onClick={() => {
                close();
                onChoose();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

function itemsOf(root: HTMLElement | null): readonly HTMLElement[] {
  return root ? Array.from(root.querySelectorAll<HTMLElement>('[role=menuitem]')) : [];
}
