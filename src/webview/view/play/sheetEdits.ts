import type { EditableRole } from '../../state/edits';
import type { Selection } from './block';
import type { Sheet } from './sheet';

/** Values of one tensor that change together. */
export interface RoleEdit {
  readonly role: EditableRole;
  readonly at: number[];
  readonly values: number[];
}

/**
 * The values of a block by the tensors that they belong to; null values and places without a number are left as they
 * are. A value that is no class index where one must be refuses them all: it is given back in `refused`.
 */
export function sheetEdits(
  sheet: Sheet,
  { from, to }: Selection,
  valueAt: (row: number, column: number) => number | null,
): { readonly edits: readonly RoleEdit[] } | { readonly refused: number } {
  const edits = new Map<EditableRole, RoleEdit>();
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) {
      const cell = sheet.cellAt({ row, column });
      const value = valueAt(row, column);
      if (!cell || value === null) continue;
      if (cell.isIndex && !Number.isInteger(value)) return { refused: value };
      const edit = edits.get(cell.role) ?? { role: cell.role, at: [], values: [] };
      edit.at.push(cell.index);
      edit.values.push(value);
      edits.set(cell.role, edit);
    }
  }
  return { edits: [...edits.values()] };
}
