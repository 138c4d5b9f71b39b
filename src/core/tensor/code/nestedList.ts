import type { Tensor } from '../tensor';

/** Columns of a line of code. */
const lineWidth = 88;

/** The elements as nested brackets: rows on lines of their own, below each other, columns aligned. */
export function nestedList(tensor: Tensor, write: (value: number) => string, indent: number): string {
  const { data, shape } = tensor;
  const words = Array.from(data, write);
  if (shape.length === 0) return words[0];
  const width = words.reduce((widest, word) => Math.max(widest, word.length), 0);
  const isGrid = shape.length > 1;
  const part = (dim: number, offset: number, column: number): string => {
    if (dim === shape.length - 1) {
      const row = words.slice(offset, offset + shape[dim]);
      return vector(isGrid ? row.map((word) => word.padStart(width)) : row, column);
    }
    const stride = shape.slice(dim + 1).reduce((product, size) => product * size, 1);
    const rows = Array.from({ length: shape[dim] }, (_, i) => part(dim + 1, offset + i * stride, column + 1));
    return `[${rows.join(`,\n${' '.repeat(column + 1)}`)}]`;
  };
  return part(0, 0, indent);
}

function vector(words: readonly string[], column: number): string {
  const lines: string[] = [];
  let line = '';
  for (const [i, word] of words.entries()) {
    const piece = word + (i < words.length - 1 ? ', ' : '');
    if (line !== '' && column + 1 + line.length + piece.length > lineWidth) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return `[${[...lines, line].join(`\n${' '.repeat(column + 1)}`)}]`;
}
