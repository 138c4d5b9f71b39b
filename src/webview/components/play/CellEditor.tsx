import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Draft } from '../../view/play/sheetKeys';

interface CellEditorProps {
  readonly label: string;
  readonly draft: Draft;
  readonly onType: (text: string) => void;
  readonly onFinish: (text: string, by: readonly [number, number]) => void;
  readonly onCancel: () => void;
}

/** The field in a cell that is typed into. */
export function CellEditor({ label, draft, onType, onFinish, onCancel }: CellEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(draft.text.length, draft.text.length);
  }, []);
  const finish = (text: string, by: readonly [number, number]) => {
    isDone.current = true;
    onFinish(text, by);
    isDone.current = false;
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    const text = event.currentTarget.value;
    const back = event.shiftKey ? -1 : 1;
    event.stopPropagation();
    if (event.key === 'Enter') finish(text, [back, 0]);
    else if (event.key === 'Tab') finish(text, [0, back]);
    else if (event.key === 'Escape') {
      isDone.current = true;
      onCancel();
    } else return;
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
      onInput={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.stopPropagation()}
      onBlur={(event) =>
        !isDone.current && draft.message === null && onFinish(event.currentTarget.value, [0, 0])
      }
    />
  );
}
