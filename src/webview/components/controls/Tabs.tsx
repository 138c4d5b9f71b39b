import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly T[];
  readonly shown: T;
  readonly nameOf: (tab: T) => string;
  readonly onShow: (tab: T) => void;
  /** The content of the tab that is shown. */
  readonly children: ComponentChildren;
}

/** Tabs as VS Code's panels have them: arrow keys go from one to the next, only the one shown is drawn. */
export function Tabs<T extends string>({ label, tabs, shown, nameOf, onShow, children }: TabsProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const index = tabs.indexOf(shown);
    const ends = { Home: 0, End: tabs.length - 1 }[event.key];
    const next = by === undefined ? ends : (index + by + tabs.length) % tabs.length;
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onShow(tabs[next]);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            class="tab"
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onShow(tab)}
          >
            {nameOf(tab)}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`}>
        {children}
      </div>
    </>
  );
}
