/** The row that a key moves to from `row`, or null for a key that moves no row. `page` is rows per page. */
export function nextRow(key: string, row: number, numRows: number, page: number): number | null {
  const target: Readonly<Record<string, number>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - page,
    PageDown: row + page,
    Home: 0,
    End: numRows - 1,
  };
  if (!Object.hasOwn(target, key)) return null;
  return Math.min(numRows - 1, Math.max(0, target[key]));
}
