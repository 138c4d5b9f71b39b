import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Draft } from '../../view/play/sheetKeys';
import type { useSheet } from './useSheet';

interface CellEditorProps {
  readonly label: string;
  readonly draft: Draft;
  readonly state: ReturnType<typeof useSheet>;
}

/** The field in a cell that is typed into. */
export function CellEditor({ label, draft, state }: CellEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(draft.text.length, draft.text.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const back = event.shiftKey ? -1 : 1;
    event.stopPropagation();
    if (event.key === 'Enter') state.finish([back, 0]);
    else if (event.key === 'Tab') state.finish([0, back]);
    else if (event.key === 'Escape') state.cancel();
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={field}
      class="cell-editor"
      aria-label={label}
      aria-invalid={draft.message !== null}
      value={draft.text}
      spellcheck={false}
      autocomplete="off"
      onInput={(event) => state.type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.stopPropagation()}
      onBlur={state.leave}
    />
  );
}
