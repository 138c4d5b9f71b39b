import { useLayoutEffect, useRef } from 'preact/hooks';
import { strings } from '../../strings';
import { nextRow } from '../../view/nextRow';
import { scrollToShow, type Window, windowOf } from '../../view/windowOf';
import { ScrollRegion } from './ScrollRegion';
import { useViewport } from './useViewport';

export interface Cell {
  readonly text: string;
  readonly className?: string;
  /** Share of the heat colour, a percentage. */
  readonly heat?: string;
}

interface VirtualTableProps {
  readonly caption: string;
  readonly corner: string;
  readonly numRows: number;
  readonly numColumns: number;
  /** Least width of a column. Unit: the font's size. */
  readonly columnEms: number;
  readonly rowHeader: (row: number) => string;
  readonly columnHeader: (column: number) => string;
  readonly cell: (row: number, column: number) => Cell;
  readonly selectedRow: number;
  /** Column that is brought into view with the selected row. */
  readonly focusColumn?: number;
  readonly onSelectRow: (row: number) => void;
}

/** Rows and columns beyond the viewport's edges that are drawn too. */
const overscan = 4;

/** Height of a row and width of the row headers. Unit: the font's size. */
const rowEms = 1.85;
const headerEms = 6;

/** A real table of any size that draws only the cells in view. One row is selected, by click or arrow keys. */
export function VirtualTable(props: VirtualTableProps) {
  const { numRows, numColumns, selectedRow, focusColumn, onSelectRow } = props;
  const scroller = useRef<HTMLElement>(null);
  const viewport = useViewport(scroller);
  const rowHeight = Math.round(viewport.em * rowEms);
  const headerWidth = Math.round(viewport.em * headerEms);
  const freeWidth = Math.floor((viewport.width - headerWidth) / numColumns);
  const columnWidth = Math.max(
    Math.round(viewport.em * props.columnEms),
    Math.min(freeWidth, viewport.em * maxEms),
  );
  const innerHeight = viewport.height - rowHeight;
  const innerWidth = viewport.width - headerWidth;
  const isNew = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The first rows are what a table is opened for; a row that is chosen later is brought into view.
    const wasNew = isNew.current;
    isNew.current = false;
    if (wasNew) return;
    element.scrollTop = scrollToShow(
      selectedRow,
      rowHeight,
      element.scrollTop,
      element.clientHeight - rowHeight,
    );
    if (focusColumn === undefined || !(focusColumn >= 0 && focusColumn < numColumns)) return;
    const width = element.clientWidth - headerWidth;
    element.scrollLeft = scrollToShow(focusColumn, columnWidth, element.scrollLeft, width);
  }, [selectedRow, focusColumn, rowHeight, columnWidth]);
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
          width: headerWidth + numColumns * columnWidth,
          '--row-height': `${rowHeight}px`,
          '--header-width': `${headerWidth}px`,
          '--column-width': `${columnWidth}px`,
        }}
      >
        <caption class="visually-hidden">
          {props.caption}. {strings.loss.perSampleHint}
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

/** Columns of a narrow table grow to fill it up to this width. Unit: the font's size. */
const maxEms = 9;

interface ColumnsProps {
  readonly columns: Window;
  readonly columnWidth: number;
}

function HeadRow({ corner, columnHeader, columns, columnWidth }: VirtualTableProps & ColumnsProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" class="corner">
          {corner}
        </th>
        <Gap width={columns.first * columnWidth} />
        {indicesOf(columns).map((column) => (
          <th key={column} scope="col" aria-colindex={column + 2}>
            {columnHeader(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function BodyRow(props: VirtualTableProps & ColumnsProps & { row: number }) {
  const { row, rowHeader, cell, selectedRow, onSelectRow, columns, columnWidth } = props;
  const label = rowHeader(row);
  return (
    <tr aria-rowindex={row + 2} aria-current={row === selectedRow} onClick={() => onSelectRow(row)}>
      <th scope="row">
        <button type="button" tabIndex={-1} title={strings.loss.selectSample(label)}>
          {label}
        </button>
      </th>
      <Gap width={columns.first * columnWidth} />
      {indicesOf(columns).map((column) => {
        const { text, className, heat } = cell(row, column);
        return (
          <td key={column} aria-colindex={column + 2} class={className} style={heat && { '--heat': heat }}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}

function Spacer({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
  return height > 0 ? <tr class="spacer" aria-hidden="true" style={{ height }} /> : null;
}

function Gap({ width }: { width: number }) {
  return width > 0 ? <td class="gap" aria-hidden="true" style={{ width }} /> : null;
}

function indicesOf({ first, end }: Window): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}
