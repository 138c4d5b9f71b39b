import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { changeValues, type EditableRole } from '../../state/edits';
import { playStrings } from '../../strings/play';
import { copyBlock, parseBlock, selectionOf } from '../../view/play/block';
import { type Place, type Sheet, sheetOf, within } from '../../view/play/sheet';
import { type Draft, enteredValue, onSheetKey } from '../../view/play/sheetKeys';
import type { ReportParts } from '../../view/reportParts';
import { scrollToShow } from '../../view/windowOf';
import { useViewport } from '../useViewport';
import { SheetTable } from './SheetTable';
import { SheetTools } from './SheetTools';

const strings = playStrings.sheet;

/** Unit: the font's size. */
const rowEms = 1.85;
const headerEms = 6;
const columnEms = 6.5;

/** The tensors' numbers, to be changed in place as in a spreadsheet. */
export function NumberSheet(parts: ReportParts) {
  const { store, sample, samples } = parts;
  const sheet = sheetOf(parts);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const [place, setPlace] = useState<Place>({ row: sample, column: 0 });
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const active = within(place, sheet.rowCount, sheet.columnCount);
  const selection = selectionOf(anchor ?? active, active);
  const rowHeight = Math.round(viewport.em * rowEms);
  const headerWidth = Math.round(viewport.em * headerEms);
  const columnWidth = Math.round(viewport.em * columnEms);
  const page = Math.max(1, Math.floor(viewport.height / rowHeight) - 2);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = scrollToShow(
      active.row,
      rowHeight,
      element.scrollTop,
      element.clientHeight - rowHeight,
    );
    const width = element.clientWidth - headerWidth;
    element.scrollLeft = scrollToShow(active.column, columnWidth, element.scrollLeft, width);
  }, [active.row, active.column, rowHeight, columnWidth]);
  // Another sample was chosen elsewhere.
  useEffect(() => {
    if (place.row !== sample && place.row < samples.count) setPlace({ row: sample, column: place.column });
  }, [sample]);

  const move = (next: Place, isExtending: boolean) => {
    setAnchor(isExtending ? (anchor ?? active) : null);
    setPlace(next);
    setNotice(null);
    if (next.row < samples.count) store.select(next.row);
  };
  const put = (at: Place, text: string): boolean => {
    const cell = sheet.cellAt(at);
    if (!cell) return false;
    const isIndex = cell.role === 'target' && sheet.targetColumns === 1;
    const value = enteredValue(text, isIndex);
    if (value === null) {
      setDraft({ text, message: isIndex ? strings.badIndex(text) : strings.badNumber(text) });
      return false;
    }
    setDraft(null);
    if (!Object.is(value, cell.value))
      change(store, [{ role: cell.role, at: [cell.index], values: [value] }]);
    return true;
  };
  const finish = (text: string, by: readonly [number, number]) => {
    if (!put(active, text)) return;
    const [rows, columns] = by;
    move(
      within({ row: active.row + rows, column: active.column + columns }, sheet.rowCount, sheet.columnCount),
      false,
    );
    scroller.current?.querySelector('table')?.focus();
  };
  const cancel = () => {
    setDraft(null);
    scroller.current?.querySelector('table')?.focus();
  };
  const fill = (values: (row: number, column: number) => number, to: Place, from: Place) => {
    const edits = editsOf(sheet, from, to, values);
    if (edits === null) setNotice(strings.badIndex('…'));
    else change(store, edits);
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
    fill((row, column) => block.values[(row - from.row) * block.columns + (column - from.column)], to, from);
    setAnchor(from);
    setPlace(to);
  };
  const copy = (event: ClipboardEvent) => {
    if (draft) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copyBlock(sheet, selection));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft) return;
    onSheetKey(event, active, sheet, page, {
      move,
      edit: (text) =>
        sheet.cellAt(active) && setDraft({ text: text ?? sheet.cellAt(active)?.text ?? '', message: null }),
      clear: () => fill(() => 0, selection.to, selection.from),
    });
  };
  return (
    <div class="sheet">
      <div class="grid sheet-grid" ref={scroller}>
        <SheetTable
          id={id}
          sheet={sheet}
          active={active}
          selection={selection}
          draft={draft}
          viewport={viewport}
          sizes={{ rowHeight, headerWidth, columnWidth }}
          events={{ onKeyDown, onCopy: copy, onPaste: paste }}
          onMove={move}
          onEdit={() => setDraft({ text: sheet.cellAt(active)?.text ?? '', message: null })}
          onType={(text) => setDraft({ text, message: null })}
          onFinish={finish}
          onCancel={cancel}
        />
      </div>
      <SheetTools sheet={sheet} active={active} parts={parts} />
      {(draft?.message ?? notice) && (
        <p class="field-error" role="alert">
          {draft?.message ?? notice}
        </p>
      )}
    </div>
  );
}

interface RoleEdit {
  readonly role: EditableRole;
  readonly at: number[];
  readonly values: number[];
}

/** The values of a block by the tensors that they belong to; null where a class index would be no whole number. */
function editsOf(
  sheet: Sheet,
  from: Place,
  to: Place,
  valueAt: (row: number, column: number) => number,
): readonly RoleEdit[] | null {
  const edits = new Map<EditableRole, RoleEdit>();
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) {
      const cell = sheet.cellAt({ row, column });
      if (!cell) continue;
      const value = valueAt(row, column);
      if (cell.role === 'target' && sheet.targetColumns === 1 && !Number.isInteger(value)) return null;
      const edit = edits.get(cell.role) ?? { role: cell.role, at: [], values: [] };
      edit.at.push(cell.index);
      edit.values.push(value);
      edits.set(cell.role, edit);
    }
  }
  return [...edits.values()];
}

/** Several tensors as one step of undo. */
function change(store: ReportParts['store'], edits: readonly RoleEdit[]): void {
  store.apply((evaluation, options) =>
    edits.reduce((now, { role, at, values }) => changeValues(evaluation, now, role, at, values), options),
  );
}
