import type { Window } from '../../view/windowOf';
import { SortHeader, type TableSort } from './SortHeader';
import { Gap, indicesOf } from './windowParts';

export interface Cell {
  readonly text: string;
  readonly className?: string;
  /** The whole value, where the text is shorter. */
  readonly title?: string;
  /** Share of the heat colour, a percentage. */
  readonly heat?: string;
}

export interface VirtualTableProps {
  readonly caption: string;
  /** What choosing a row does. */
  readonly hint: string;
  readonly corner: string;
  readonly numRows: number;
  readonly numColumns: number;
  /** Least width of a column. Unit: the font's size. */
  readonly columnEms: number;
  /** Of a cell, with `\n` between them; 1 unless it is set. */
  readonly linesPerRow?: number;
  readonly rowHeader: (row: number) => string;
  /** What choosing the row of this header does. */
  readonly rowTitle: (header: string) => string;
  readonly columnHeader: (column: number) => string;
  readonly columnTitle?: (column: number) => string | undefined;
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
  /** Set for a table that is sorted by its headers; column -1 is that of the row headers. */
  readonly sort?: TableSort<number>;
  readonly onSort?: (column: number) => void;
}

interface ColumnsProps {
  readonly columns: Window;
  readonly columnWidth: number;
}

/** The names of the columns in view. */
export function HeadRow(props: VirtualTableProps & ColumnsProps) {
  const { corner, columnHeader, columnTitle, columns, columnWidth } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <ColumnHeader {...props} column={-1} class="corner" name={corner} />
        <Gap width={columns.first * columnWidth} />
        {indicesOf(columns).map((column) => (
          <ColumnHeader
            key={column}
            {...props}
            column={column}
            name={columnHeader(column)}
            title={columnTitle?.(column)}
          />
        ))}
      </tr>
    </thead>
  );
}

interface ColumnHeaderProps extends VirtualTableProps {
  readonly column: number;
  readonly name: string;
  readonly title?: string;
  readonly class?: string;
}

function ColumnHeader({ column, name, title, class: className, sort, onSort }: ColumnHeaderProps) {
  if (!sort || !onSort) {
    return (
      <th scope="col" class={className} title={title} aria-colindex={column + 2}>
        {name}
      </th>
    );
  }
  return (
    <SortHeader
      name={name}
      title={title}
      class={className}
      columnIndex={column + 2}
      isDescending={sort.column === column ? sort.isDescending : null}
      onSort={() => onSort(column)}
    />
  );
}

/** The cells in view of a row. */
export function BodyRow(props: VirtualTableProps & ColumnsProps & { row: number }) {
  const { row, rowHeader, rowTitle, cell, selectedRow, onSelectRow, columns, columnWidth } = props;
  const label = rowHeader(row);
  return (
    <tr aria-rowindex={row + 2} aria-current={row === selectedRow} onClick={() => onSelectRow(row)}>
      <th scope="row">
        <button type="button" tabIndex={-1} title={rowTitle(label)}>
          {label}
        </button>
      </th>
      <Gap width={columns.first * columnWidth} />
      {indicesOf(columns).map((column) => {
        const { text, className, title, heat } = cell(row, column);
        return (
          <td
            key={column}
            aria-colindex={column + 2}
            class={className}
            title={title}
            style={heat && { '--heat': heat }}
          >
            {text}
          </td>
        );
      })}
    </tr>
  );
}
