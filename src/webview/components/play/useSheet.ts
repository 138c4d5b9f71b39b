import { useEffect, useRef, useState } from 'preact/hooks';
import { changeValues } from '../../state/edits';
import { playStrings } from '../../strings/play';
import { copyBlock, parseBlock, type Selection, selectionOf } from '../../view/play/block';
import { type Place, type Sheet, within } from '../../view/play/sheet';
import { sheetEdits } from '../../view/play/sheetEdits';
import { type Draft, enteredValue, onSheetKey } from '../../view/play/sheetKeys';
import type { ReportParts } from '../../view/reportParts';

const strings = playStrings.sheet;

/** What is selected and typed in a sheet, and what keys, mouse and clipboard do to it. */
export function useSheet(
  sheet: Sheet,
  { store, sample, samples }: ReportParts,
  page: number,
  focus: () => void,
) {
  const [place, showPlace] = useState<Place>(store.kept.cell ?? { row: sample, column: sheet.frozenCount });
  const setPlace = (next: Place) => {
    showPlace(next);
    store.kept.cell = next;
  };
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [draft, showDraft] = useState<Draft | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  // A click elsewhere ends the typing twice, by the mouse and by the field's blur: the second finds nothing left.
  const typed = useRef<Draft | null>(null);
  const setDraft = (next: Draft | null) => {
    typed.current = next;
    showDraft(next);
  };
  const active = within(place, sheet.rowCount, sheet.columnCount);
  const selection = selectionOf(anchor ?? active, active);
  // Another sample was chosen elsewhere.
  useEffect(() => {
    if (place.row !== sample && place.row < samples.count) setPlace({ row: sample, column: place.column });
  }, [sample]);

  const fill = (at: Selection, valueAt: (row: number, column: number) => number | null) => {
    const made = sheetEdits(sheet, at, valueAt);
    if ('refused' in made) {
      setNotice(strings.badIndex(String(made.refused)));
      return false;
    }
    store.apply((evaluation, options) =>
      made.edits.reduce(
        (now, { role, at: places, values }) => changeValues(evaluation, now, role, places, values),
        options,
      ),
    );
    return true;
  };
  /** Takes what was typed; false where it is no number for its cell, and then the typing goes on. */
  const commit = (): boolean => {
    const now = typed.current;
    const cell = now && sheet.cellAt(now.place);
    if (!now || !cell) return true;
    const value = enteredValue(now.text, cell.isIndex);
    if (value === null) {
      setDraft({ ...now, message: cell.isIndex ? strings.badIndex(now.text) : strings.badNumber(now.text) });
      return false;
    }
    setDraft(null);
    if (!Object.is(value, cell.value)) fill({ from: now.place, to: now.place }, () => value);
    return true;
  };
  const move = (next: Place, isExtending: boolean) => {
    if (!commit()) return;
    setAnchor(isExtending ? (anchor ?? active) : null);
    setPlace(next);
    setNotice(null);
    if (next.row < samples.count) store.select(next.row);
  };
  const edit = (text: string | null) => {
    const cell = sheet.cellAt(active);
    if (cell) setDraft({ text: text ?? cell.text, message: null, place: active });
  };
  const paste = (event: ClipboardEvent) => {
    if (draft) return;
    event.preventDefault();
    const block = parseBlock(event.clipboardData?.getData('text/plain') ?? '');
    if (!block) return setNotice(strings.badBlock);
    const { from } = selection;
    const room = { rows: sheet.rowCount - from.row, columns: sheet.columnCount - from.column };
    if (block.rows > room.rows || block.columns > room.columns) {
      const size = ({ rows, columns }: typeof room) => strings.size(String(rows), String(columns));
      return setNotice(strings.tooLarge(size(block), size(room)));
    }
    const to = { row: from.row + block.rows - 1, column: from.column + block.columns - 1 };
    if (!fill({ from, to }, (row, column) => block.valueAt(row - from.row, column - from.column))) return;
    setNotice(null);
    setAnchor(from);
    setPlace(to);
  };
  return {
    active,
    selection,
    draft,
    message: draft?.message ?? notice,
    move,
    edit: () => edit(null),
    type: (text: string) => setDraft({ text, message: null, place: typed.current?.place ?? active }),
    leave: () => {
      commit();
    },
    finish: (by: readonly [number, number]) => {
      if (!commit()) return;
      const next = { row: active.row + by[0], column: active.column + by[1] };
      move(within(next, sheet.rowCount, sheet.columnCount), false);
      focus();
    },
    cancel: () => {
      setDraft(null);
      focus();
    },
    events: {
      onPaste: paste,
      onCopy: (event: ClipboardEvent) => {
        if (draft) return;
        event.preventDefault();
        event.clipboardData?.setData('text/plain', copyBlock(sheet, selection));
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (draft) return;
        onSheetKey(event, active, sheet, page, { move, edit, clear: () => fill(selection, () => 0) });
      },
    },
  };
}
