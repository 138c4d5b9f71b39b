import { useEffect, useRef, useState } from 'preact/hooks';
import { type Tensor, tensorCode } from '../../core';
import { strings } from '../strings';
import { nextItem } from '../view/nextItem';

interface CopyAsProps {
  readonly tensor: Tensor;
  /** What the tensor is called, for screen readers. */
  readonly name: string;
  readonly requiresGrad: boolean;
  readonly copy: (text: string) => void;
}

const libraries = ['pytorch', 'numpy', 'jax', 'tensorflow', 'json'] as const;

/** How long the button says that it has copied. Unit: ms. */
const copiedFor = 1500;

/** A menu that puts code for the same tensor on the clipboard. */
export function CopyAs({ tensor, name, requiresGrad, copy }: CopyAsProps) {
  const [isOpen, setOpen] = useState(false);
  const [copied, setCopied] = useState('');
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (copied === '') return;
    const timer = setTimeout(() => setCopied(''), copiedFor);
    return () => clearTimeout(timer);
  }, [copied]);
  useEffect(() => {
    if (isOpen) itemsOf(root.current)[0]?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (library: (typeof libraries)[number]) => {
    copy(tensorCode(tensor, library, { requiresGrad }));
    setCopied(strings.copyAs.copied(strings.copyAs.libraries[library]));
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsOf(root.current);
    const next = nextItem(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next !== null) items[next].focus();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  return (
    <span class="copy-as" ref={root} onFocusOut={onFocusOut}>
      <button
        type="button"
        class="link"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={strings.copyAs.of(name)}
        onClick={() => setOpen(!isOpen)}
      >
        {copied === '' ? strings.copyAs.title : copied}
      </button>
      <span class="visually-hidden" aria-live="polite">
        {copied}
      </span>
      {isOpen && (
        <div
          class="menu"
          role="menu"
          tabIndex={-1}
          aria-label={strings.copyAs.of(name)}
          onKeyDown={onKeyDown}
        >
          {libraries.map((library) => (
            <button key={library} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(library)}>
              {strings.copyAs.libraries[library]}
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
