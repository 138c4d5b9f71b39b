import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ToolRowProps {
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** Buttons in a row that are one stop for Tab: the arrow keys, Home and End go from one to the next. */
export function ToolRow({ label, children, ...rest }: ToolRowProps) {
  const root = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLElement | null>(null);
  const keepOneStop = () => {
    const tools = toolsOf(root.current);
    if (!tools.includes(stop.current as HTMLElement)) stop.current = tools[0] ?? null;
    for (const tool of tools) tool.tabIndex = tool === stop.current ? 0 : -1;
  };
  useLayoutEffect(keepOneStop);
  const onFocusIn = ({ target }: FocusEvent) => {
    stop.current = target as HTMLElement;
    keepOneStop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const tools = toolsOf(root.current);
    const at = tools.indexOf(document.activeElement as HTMLElement);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const ends = { Home: 0, End: tools.length - 1 }[event.key];
    const next = by === undefined ? ends : (at + by + tools.length) % tools.length;
    if (at < 0 || next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    tools[next].focus();
  };
  return (
    <div
      {...rest}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      ref={root}
      onFocusIn={onFocusIn}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

/** The buttons that can be used now, without those in menus. */
function toolsOf(root: HTMLElement | null): readonly HTMLElement[] {
  return root ? Array.from(root.querySelectorAll<HTMLElement>('button:enabled:not([role=menuitem])')) : [];
}
