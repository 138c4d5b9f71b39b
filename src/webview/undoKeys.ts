import type { Store } from './state/store';

/** Takes the keys of undo and redo anywhere in the page; in a text field they are the field's own. */
export function listenToUndo(store: Store): void {
  window.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!(ctrlKey || metaKey) || altKey || isTextField(event.target)) return;
    const pressed = key.toLowerCase();
    if (pressed === 'y' || (pressed === 'z' && shiftKey)) store.redo();
    else if (pressed === 'z') store.undo();
    else return;
    event.preventDefault();
  });
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'radio';
}
