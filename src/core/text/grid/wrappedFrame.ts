import * as l10n from '../../l10n';
import type { ReadResult, TensorLiteral } from '../literal';
import { linesOf } from './lines';
import { readTables } from './table';

/** What pandas ends the header of every block of columns but the last with. */
const wrap = /(?<= )\\(?= {0,9}$)/gm;

/** A data frame that pandas printed in blocks of columns below each other; null when it is none. */
export function readWrappedFrame(text: string): ReadResult | null {
  const wraps = text.match(wrap)?.length ?? 0;
  if (wraps === 0) return null;
  const { literals, problems } = readTables(text.replace(wrap, ' '), linesOf(text.replace(wrap, ' ')));
  if (problems.length > 0) return { literals: [], problems };
  const blocks = literals.filter(({ tensor }) => tensor.shape.length === 2);
  if (blocks.length !== wraps + 1) return null;
  const height = blocks[0].tensor.shape[0];
  const other = blocks.find(({ tensor }) => tensor.shape[0] !== height);
  if (other) {
    const message = l10n.t(
      'expected {0} rows in each block of columns, got {1}',
      height,
      other.tensor.shape[0],
    );
    return { literals: [], problems: [{ code: 'ragged', message, from: other.from, to: other.to }] };
  }
  const targets = literals.filter(({ tensor }) => tensor.shape.length === 1);
  return { literals: [besideEachOther(blocks, height), ...targets], problems: [] };
}

function besideEachOther(blocks: readonly TensorLiteral[], height: number): TensorLiteral {
  const width = blocks.reduce((sum, { tensor }) => sum + tensor.shape[1], 0);
  const data = new Float64Array(height * width);
  let column = 0;
  for (const { tensor } of blocks) {
    const count = tensor.shape[1];
    for (let row = 0; row < height; row++) {
      data.set(tensor.data.subarray(row * count, (row + 1) * count), row * width + column);
    }
    column += count;
  }
  const floats = blocks.find(({ tensor }) => tensor.dtype !== 'int64') ?? blocks[0];
  const range = { from: blocks[0].from, to: blocks[blocks.length - 1].to };
  const written = blocks.flatMap(({ decimals }) => (decimals === null ? [] : [decimals]));
  const reading = blocks.find((block) => block.reading)?.reading;
  const { columnNames: _, ...rest } = floats;
  const columnNames = blocks.flatMap((block) => block.columnNames ?? []);
  return {
    ...rest,
    ...range,
    body: range,
    tensor: { data, shape: [height, width], dtype: floats.tensor.dtype },
    decimals: written.length > 0 ? Math.max(...written) : null,
    scientificDecimals: null,
    ...(columnNames.length === width && { columnNames }),
    ...(reading && { reading }),
  };
}
