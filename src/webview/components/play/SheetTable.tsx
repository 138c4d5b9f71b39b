import { playStrings } from '../../strings/play';
import type { Sheet } from '../../view/play/sheet';
import { windowOf } from '../../view/windowOf';
import type { Viewport } from '../controls/useViewport';
import { Gap, indicesOf, Spacer } from '../controls/windowParts';
import { SheetRow } from './SheetRow';
import type { useSheet } from './useSheet';

const strings = playStrings.sheet;

/** Rows and columns beyond the viewport's edges that are drawn too. */
const overscan = 3;

export interface SheetTableProps {
  readonly id: string;
  readonly sheet: Sheet;
  readonly state: ReturnType<typeof useSheet>;
  readonly viewport: Viewport;
  /** Unit: px. */
  readonly sizes: { readonly rowHeight: number; readonly headerWidth: number; readonly columnWidth: number };
}

/** The cells in view of a sheet of any size. */
export function SheetTable(props: SheetTableProps) {
  const { sheet, state, viewport, sizes } = props;
  const { active } = state;
  const { rowHeight, headerWidth, columnWidth } = sizes;
  const rows = windowOf(sheet.rowCount, rowHeight, viewport.top, viewport.height - rowHeight, overscan);
  const { frozenCount } = sheet;
  const free = windowOf(
    sheet.columnCount - frozenCount,
    columnWidth,
    viewport.left,
    viewport.width - headerWidth - frozenCount * columnWidth,
    overscan,
  );
  const columns = { first: free.first + frozenCount, end: free.end + frozenCount };
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are reached by the arrow keys
      role="grid"
      {...state.events}
      tabIndex={0}
      aria-label={strings.title}
      aria-rowcount={sheet.rowCount + 1}
      aria-colcount={sheet.columnCount + 1}
      aria-activedescendant={`${props.id}-${active.row}-${active.column}`}
      style={{
        width: `${headerWidth + sheet.columnCount * columnWidth}px`,
        '--row-height': `${rowHeight}px`,
        '--header-width': `${headerWidth}px`,
        '--column-width': `${columnWidth}px`,
      }}
    >
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" class="corner" aria-colindex={1}>
            {strings.corner}
          </th>
          {frozenColumns(sheet).map((column) => (
            <th key={column} scope="col" class="is-frozen" aria-colindex={column + 2}>
              {columnName(sheet, column)}
            </th>
          ))}
          <Gap width={free.first * columnWidth} />
          {indicesOf(columns).map((column) => (
            <th key={column} scope="col" aria-colindex={column + 2} title={columnName(sheet, column)}>
              {columnName(sheet, column)}
            </th>
          ))}
          <Gap width={(sheet.columnCount - columns.end) * columnWidth} />
        </tr>
      </thead>
      <tbody>
        <Spacer height={rows.first * rowHeight} />
        {indicesOf(rows).map((row) => (
          <SheetRow key={row} {...props} row={row} columns={columns} />
        ))}
        <Spacer height={(sheet.rowCount - rows.end) * rowHeight} />
      </tbody>
    </table>
  );
}

/** `0`, `1`, … for classes, and the target. */
export function columnName({ classAt, classLabel, targetAt, targetColumns }: Sheet, column: number): string {
  const klass = classAt(column);
  if (klass !== null) return classLabel(klass);
  return targetColumns === 1 ? strings.target : strings.targetOf(String(targetAt(column)));
}

/** The columns that stay in view. */
export function frozenColumns({ frozenCount }: Sheet): readonly number[] {
  return indicesOf({ first: 0, end: frozenCount });
}
