import type { TextRange } from '../../textRange';
import { GrowingFloat64 } from '../characters/growingFloat64';
import { dtypeOf } from '../expression/dtypeNames';
import type { TensorLiteral } from '../literal';
import { CellReader, cellsOf } from './cells';
import { gridLiteral } from './gridLiteral';

const footer = /^(?:Freq: \w+, )?(?:Name: ([^,]{1,60}), )?(?:Length: \d+, )?dtype: (\w+)$/;

/** A Series of pandas: an index and a value in each line, and a last line that says the dtype. */
export function readSeries(text: string, lines: readonly TextRange[]): TensorLiteral | null {
  const filled = lines.filter(({ from, to }) => to > from);
  const last = filled.at(-1);
  const end = last && last.to - last.from < 200 ? footer.exec(text.slice(last.from, last.to)) : null;
  const rows = filled.slice(0, -1);
  if (!end || rows.length === 0) return null;
  const cells = new CellReader(text);
  const values = new GrowingFloat64();
  for (const row of rows) {
    const parts = cellsOf(text, row, ' ');
    if (parts.length < 2 || !cells.read(parts[parts.length - 1])) return null;
    values.push(cells.value);
  }
  return gridLiteral(
    {
      from: rows[0].from,
      to: rows[rows.length - 1].to,
      data: values.finish(),
      shape: [rows.length],
      dtype: dtypeOf(end[2]) ?? 'float64',
      name: end[1] ?? null,
      isDtypeWritten: true,
      gradFn: null,
    },
    cells,
  );
}
