import { useLayoutEffect, useRef } from 'preact/hooks';
import { strings } from '../../strings';
import { nextRow } from '../../view/nextRow';
import { scrollToShow, type Window, windowOf } from '../../view/windowOf';
import { ScrollRegion } from './ScrollRegion';
import { useViewport } from './useViewport';
import { Gap, indicesOf, Spacer } from './windowParts';

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
  /** Row of what is selected; -1 where it is none of the rows. */
  readonly selectedRow: number;
  /** What is selected, wherever it stands: another one is brought into view. */
  readonly selected: number;
  /** Column that is brought into view with the selected row. */
  readonly focusColumn?: number;
  /** Which rows there are, in which order: others are looked at from the first. */
  readonly listing: string;
  readonly onSelectRow: (row: number) => void;
}

/** Rows and columns beyond the viewport's edges that are drawn too. */
const overscan = 4;

/** Height of a row and width of the row headers. Unit: the font's size. */
const rowEms = 1.85;
const headerEms = 6;

/** A real table of any size that draws only the cells in view. One row is selected, by click or arrow keys. */
export function VirtualTable(props: VirtualTableProps) {
  const { numRows, numColumns, selectedRow, selected, focusColumn, listing, onSelectRow } = props;
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
  // The first rows are what a listing is opened for; what is selected later is brought into view.
  const shown = useRef({ listing, selected });
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = shown.current;
    shown.current = { listing, selected };
    if (!element) return;
    if (before.listing !== listing) element.scrollTop = 0;
    if (before.listing !== listing || before.selected === selected || selectedRow < 0) return;
    const height = element.clientHeight - rowHeight;
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
