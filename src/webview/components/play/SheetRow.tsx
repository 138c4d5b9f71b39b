import { playStrings } from '../../strings/play';
import { type Sheet, shownText } from '../../view/play/sheet';
import type { Window } from '../../view/windowOf';
import { CellEditor } from './CellEditor';
import { columnName, Gap, indicesOf, type SheetTableProps } from './SheetTable';

const strings = playStrings.sheet;

interface SheetRowProps extends SheetTableProps {
  readonly row: number;
  readonly columns: Window;
}

/** A sample, or the weights. */
export function SheetRow(props: SheetRowProps) {
  const { row, columns, sheet, sizes, active, onMove } = props;
  const isWeights = sheet.hasWeight && row === sheet.rowCount - 1;
  const name = sheet.sampleName(row);
  return (
    <tr aria-rowindex={row + 2} class={isWeights ? 'sheet-weights' : undefined}>
      <th scope="row" aria-colindex={1} onMouseDown={() => onMove({ row, column: active.column }, false)}>
        {isWeights ? strings.weights : name || '–'}
      </th>
      <Gap width={columns.first * sizes.columnWidth} />
      {indicesOf(columns).map((column) => (
        <SheetCellView key={column} {...props} column={column} />
      ))}
    </tr>
  );
}

function SheetCellView(props: SheetRowProps & { readonly column: number }) {
  const { id, row, column, sheet, active, selection, draft, onMove, onEdit } = props;
  const cell = sheet.cellAt({ row, column });
  const isActive = row === active.row && column === active.column;
  const { from, to } = selection;
  const isSelected = row >= from.row && row <= to.row && column >= from.column && column <= to.column;
  const classes = [
    'sheet-cell',
    isActive && 'is-active',
    isSelected && 'is-selected',
    cell?.isChanged && 'is-changed',
    column >= sheet.numClasses && 'is-target-column',
  ].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      id={`${id}-${row}-${column}`}
      class={classes.join(' ')}
      aria-colindex={column + 2}
      aria-selected={isSelected}
      aria-label={cell ? `${placeName(sheet, row, column)}: ${shownText(cell)}` : undefined}
      title={cell?.text}
      onMouseDown={(event) => event.buttons === 1 && onMove({ row, column }, event.shiftKey)}
      onMouseEnter={(event) => event.buttons === 1 && onMove({ row, column }, true)}
      onDblClick={onEdit}
    >
      {isActive && draft && cell ? (
        <CellEditor {...props} draft={draft} label={strings.editing(placeName(sheet, row, column))} />
      ) : (
        cell && shownText(cell)
      )}
    </td>
  );
}

function placeName(sheet: Sheet, row: number, column: number): string {
  const isWeights = sheet.hasWeight && row === sheet.rowCount - 1;
  const name = sheet.sampleName(row);
  const rowName = isWeights ? strings.weights : name === '' ? strings.only : strings.sample(name);
  const isClass = column < sheet.numClasses;
  return strings.place(rowName, isClass ? strings.klass(String(column)) : columnName(sheet, column));
}
