import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { playStrings } from '../../strings/play';
import { sheetOf } from '../../view/play/sheet';
import type { ReportParts } from '../../view/reportParts';
import { scrollToShow } from '../../view/windowOf';
import { useViewport } from '../controls/useViewport';
import { SheetTable } from './SheetTable';
import { SheetTools } from './SheetTools';
import { useSheet } from './useSheet';

/** Unit: the font's size. */
const rowEms = 1.85;
const headerEms = 6;
const columnEms = 6.5;
/** A sheet that is higher begins at this height, and can be pulled. */
const mostEms = 17;

/** The tensors' numbers, to be changed in place as in a spreadsheet. */
export function NumberSheet(parts: ReportParts) {
  const sheet = sheetOf(parts);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const rowHeight = Math.round(viewport.em * rowEms);
  const headerWidth = Math.round(viewport.em * headerEms);
  const columnWidth = Math.round(viewport.em * columnEms);
  const isTall = (sheet.rowCount + 1) * rowEms > mostEms;
  const page = Math.max(1, Math.floor(viewport.height / rowHeight) - 2);
  const state = useSheet(sheet, parts, page, () => scroller.current?.querySelector('table')?.focus());
  const { active, message } = state;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const height = element.clientHeight - rowHeight;
    const width = element.clientWidth - headerWidth - sheet.frozenCount * columnWidth;
    const column = active.column - sheet.frozenCount;
    element.scrollTop = scrollToShow(active.row, rowHeight, element.scrollTop, height);
    if (column >= 0) element.scrollLeft = scrollToShow(column, columnWidth, element.scrollLeft, width);
  }, [active.row, active.column, rowHeight, columnWidth]);
  return (
    <div class="sheet">
      <div
        class={isTall ? 'grid sheet-grid is-tall' : 'grid sheet-grid'}
        title={playStrings.sheet.hint}
        ref={scroller}
      >
        <SheetTable
          id={id}
          sheet={sheet}
          state={state}
          viewport={viewport}
          sizes={{ rowHeight, headerWidth, columnWidth }}
        />
      </div>
      <SheetTools sheet={sheet} active={active} parts={parts} />
      {message && (
        <p class="field-error" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
