import { numberOf } from './block';
import { type Place, placeAfter, type Sheet } from './sheet';

/** What is typed into a cell, and what is wrong with it. */
export interface Draft {
  readonly place: Place;
  readonly text: string;
  readonly message: string | null;
}

export interface SheetActions {
  move(place: Place, isExtending: boolean): void;
  edit(text: string | null): void;
  clear(): void;
}

/** Keys of a sheet in which no cell is being typed into. */
export function onSheetKey(
  event: KeyboardEvent,
  active: Place,
  sheet: Sheet,
  page: number,
  actions: SheetActions,
): void {
  const next = placeAfter(event, active, sheet, page);
  const { key } = event;
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (next) actions.move(next, event.shiftKey);
  else if (key === 'Tab' && !hasModifier) {
    const column = active.column + (event.shiftKey ? -1 : 1);
    // At the end of its row, Tab leaves the sheet as it leaves any other control.
    if (column < 0 || column >= sheet.columnCount) return;
    actions.move({ row: active.row, column }, false);
  } else if (hasModifier) return;
  else if (key === 'Enter' || key === 'F2') actions.edit(null);
  else if (key === 'Delete' || key === 'Backspace') actions.clear();
  else if (key.length === 1 && key !== ' ') actions.edit(key);
  else return;
  event.preventDefault();
}

/** The value of a text for a cell: any number, a whole one for class indices; null for other texts. */
export function enteredValue(text: string, isIndex: boolean): number | null {
  const value = numberOf(text);
  return value !== null && isIndex && !Number.isInteger(value) ? null : value;
}
