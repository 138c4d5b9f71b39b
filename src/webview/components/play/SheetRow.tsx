import { strings as pageStrings } from '../../strings';
import { playStrings } from '../../strings/play';
import { type Sheet, type SheetCell, shownText } from '../../view/play/sheet';
import type { Window } from '../../view/windowOf';
import { Gap, indicesOf } from '../controls/windowParts';
import { CellEditor } from './CellEditor';
import { columnName, frozenColumns, type SheetTableProps } from './SheetTable';

const strings = playStrings.sheet;

interface SheetRowProps extends SheetTableProps {
  readonly row: number;
  readonly columns: Window;
}

/** A sample, or the weights. */
export function SheetRow(props: SheetRowProps) {
  const { row, columns, sheet, sizes, state } = props;
  const isWeights = sheet.hasWeight && row === sheet.rowCount - 1;
  const name = sheet.sampleName(row);
  return (
    <tr aria-rowindex={row + 2} class={isWeights ? 'sheet-weights' : undefined}>
      <th
        scope="row"
        aria-colindex={1}
        onMouseDown={() => state.move({ row, column: state.active.column }, false)}
      >
        {isWeights ? strings.weights : name || '–'}
      </th>
      {frozenColumns(sheet).map((column) => (
        <SheetCellView key={column} {...props} column={column} />
      ))}
      <Gap width={(columns.first - sheet.frozenCount) * sizes.columnWidth} />
      {indicesOf(columns).map((column) => (
        <SheetCellView key={column} {...props} column={column} />
      ))}
    </tr>
  );
}

function SheetCellView(props: SheetRowProps & { readonly column: number }) {
  const { id, row, column, sheet, state } = props;
  const { active, selection, draft } = state;
  const cell = sheet.cellAt({ row, column });
  const isActive = row === active.row && column === active.column;
  const isTyped = draft?.place.row === row && draft.place.column === column;
  const { from, to } = selection;
  const isSelected = row >= from.row && row <= to.row && column >= from.column && column <= to.column;
  const classes = [
    'sheet-cell',
    isActive && 'is-active',
    isSelected && 'is-selected',
    cell?.isChanged && 'is-changed',
    cell?.isIgnored && 'is-ignored',
    sheet.targetAt(column) !== null && 'is-target-column',
    column < sheet.frozenCount && 'is-frozen',
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
      title={cell ? tipOf(cell) : undefined}
      onMouseDown={(event) => event.buttons === 1 && state.move({ row, column }, event.shiftKey)}
      onMouseEnter={(event) => event.buttons === 1 && state.move({ row, column }, true)}
      onDblClick={state.edit}
    >
      {isTyped && draft ? (
        <CellEditor state={state} draft={draft} label={strings.editing(placeName(sheet, row, column))} />
      ) : (
        cell && shownText(cell)
      )}
    </td>
  );
}

/** The whole value; that of the text where it was changed; that the sample is ignored. */
function tipOf({ text, original, isIgnored }: SheetCell): string {
  if (isIgnored) return `${text} (${pageStrings.loss.ignored})`;
  return original === null ? text : strings.changed(original);
}

function placeName(sheet: Sheet, row: number, column: number): string {
  const isWeights = sheet.hasWeight && row === sheet.rowCount - 1;
  const name = sheet.sampleName(row);
  const rowName = isWeights ? strings.weights : name === '' ? strings.only : strings.sample(name);
  const klass = sheet.classAt(column);
  return strings.place(
    rowName,
    klass === null ? columnName(sheet, column) : strings.klass(sheet.classLabel(klass)),
  );
}
