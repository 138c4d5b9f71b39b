import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextRow } from '../../view/nextRow';
import { scrollToShow, windowOf } from '../../view/windowOf';
import { ScrollRegion } from './ScrollRegion';
import { useViewport } from './useViewport';
import { BodyRow, HeadRow, type VirtualTableProps } from './VirtualRows';
import { indicesOf, Spacer } from './windowParts';

/** Rows and columns beyond the viewport's edges that are drawn too. */
const overscan = 4;

/** Height of a row and width of the row headers. Unit: the font's size. */
const rowEms = 1.85;
const headerEms = 6;

/** Columns of a narrow table grow to fill it up to this width. Unit: the font's size. */
const maxEms = 9;

/** A real table of any size that draws only the cells in view. One row is selected, by click or arrow keys. */
export function VirtualTable(props: VirtualTableProps) {
  const { numRows, numColumns, selectedRow, selected, focusColumn, listing, onSelectRow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const rowHeight = Math.round(viewport.em * rowEms * (props.linesPerRow ?? 1));
  const headHeight = Math.round(viewport.em * rowEms);
  const headerWidth = Math.round(viewport.em * headerEms);
  const freeWidth = Math.floor((viewport.width - headerWidth) / numColumns);
  const columnWidth = Math.max(
    Math.round(viewport.em * props.columnEms),
    Math.min(freeWidth, viewport.em * maxEms),
  );
  const innerHeight = viewport.height - headHeight;
  const innerWidth = viewport.width - headerWidth;
  // The first rows are what a listing is opened for; what is selected later is brought into view.
  const shown = useRef({ listing, selected });
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = shown.current;
    shown.current = { listing, selected };
    if (!element) return;
    if (before.listing !== listing) element.scrollTop = 0;
    if (before.listing !== listing || before.selected === selected || selectedRow < 0) return;
    const height = element.clientHeight - headHeight;
    element.scrollTop = scrollToShow(selectedRow, rowHeight, element.scrollTop, height);
    if (focusColumn === undefined || !(focusColumn >= 0 && focusColumn < numColumns)) return;
    const width = element.clientWidth - headerWidth;
    element.scrollLeft = scrollToShow(focusColumn, columnWidth, element.scrollLeft, width);
  }, [listing, selected]);
  const rows = windowOf(numRows, rowHeight, viewport.top, innerHeight, overscan);
  const columns = windowOf(numColumns, columnWidth, viewport.left, innerWidth, overscan);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = nextRow(event.key, selectedRow, numRows, Math.max(1, Math.floor(innerHeight / rowHeight)));
    if (row === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSelectRow(row);
  };
  return (
    <ScrollRegion class="grid" elementRef={scroller} label={props.caption} onKeyDown={onKeyDown}>
      <table
        aria-rowcount={numRows + 1}
        aria-colcount={numColumns + 1}
        style={{
          width: `${headerWidth + numColumns * columnWidth}px`,
          '--row-height': `${rowHeight}px`,
          '--head-height': `${headHeight}px`,
          '--header-width': `${headerWidth}px`,
          '--column-width': `${columnWidth}px`,
        }}
      >
        <caption class="visually-hidden">
          {props.caption}. {props.hint}
        </caption>
        <HeadRow {...props} columns={columns} columnWidth={columnWidth} />
        <tbody>
          <Spacer height={rows.first * rowHeight} />
          {indicesOf(rows).map((row) => (
            <BodyRow key={row} {...props} row={row} columns={columns} columnWidth={columnWidth} />
          ))}
          <Spacer height={(numRows - rows.end) * rowHeight} />
        </tbody>
      </table>
    </ScrollRegion>
  );
}
