import type { Tensor } from '../tensor';
import { numpyFormatter, numpyScalar } from './numpyFormatter';
import { edgeData, edgeItems, isSummarised } from './summary';

const lineWidth = 75;
const prefix = 'array(';

/** `repr(array)` with NumPy's default print options. Source: numpy/_core/arrayprint.py. */
export function numpyRepr(array: Tensor): string {
  const { data, shape, dtype } = array;
  if (shape.length === 0)
    return `array(${numpyScalar(data[0], dtype).replace(/\.0$/, '.')}${dtypeSuffix(array)})`;
  const isEmpty = data.length === 0;
  const list = isEmpty ? '[]' : bodyOf(array, { separator: ', ', indent: prefix.length, suffix: 1 });
  const notes = [
    ...((isEmpty && shape.length > 1) || isSummarised(array) ? [`shape=${shapeText(shape)}`] : []),
    ...(hasDefaultDType(array) ? [] : [`dtype=${dtype}`]),
  ];
  if (notes.length === 0) return `${prefix}${list})`;
  const text = `${prefix}${list},`;
  const note = `${notes.join(', ')})`;
  const lastLine = text.length - (text.lastIndexOf('\n') + 1);
  const spacer = lastLine + note.length + 1 > lineWidth ? `\n${' '.repeat(prefix.length)}` : ' ';
  return text + spacer + note;
}

/** `str(array)`. */
export function numpyStr(array: Tensor): string {
  if (array.shape.length === 0) return numpyScalar(array.data[0], array.dtype);
  if (array.data.length === 0) return '[]';
  return bodyOf(array, { separator: ' ', indent: 0, suffix: 0 });
}

/** `repr` of a scalar of NumPy 2: `np.float32(0.1)`. */
export function numpyScalarRepr({ data, dtype }: Tensor): string {
  const name = dtype === 'bool' ? 'np.' : `np.${dtype}(`;
  return dtype === 'bool'
    ? `${name}${numpyScalar(data[0], dtype)}`
    : `${name}${numpyScalar(data[0], dtype)})`;
}

function dtypeSuffix(array: Tensor): string {
  return hasDefaultDType(array) ? '' : `, dtype=${array.dtype}`;
}

function hasDefaultDType({ data, dtype, shape }: Tensor): boolean {
  return (data.length > 0 || shape.length === 0) && ['float64', 'int64', 'bool'].includes(dtype);
}

function shapeText(shape: readonly number[]): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
}

interface Layout {
  readonly separator: string;
  /** Columns in front of the first bracket. */
  readonly indent: number;
  /** Columns that are kept for what follows the last bracket. */
  readonly suffix: number;
}

function bodyOf(array: Tensor, layout: Layout): string {
  const isSummary = isSummarised(array);
  const format = numpyFormatter(isSummary ? { ...edgeData(array), shape: array.shape } : array);
  const part = (dim: number, offset: number, indent: string, width: number): string => {
    const size = array.shape[dim];
    const stride = array.shape.slice(dim + 1).reduce((product, one) => product * one, 1);
    const shown = shownIndices(size, isSummary);
    if (dim === array.shape.length - 1) {
      const words = shown.map((i) => (i === null ? '...' : format(array.data[offset + i])));
      return `[${wrapped(words, layout.separator, indent, width).slice(indent.length)}]`;
    }
    const separator = layout.separator.trimEnd() + '\n'.repeat(array.shape.length - dim - 1);
    const rows = shown.map((i) =>
      i === null ? `${indent}...` : indent + part(dim + 1, offset + i * stride, `${indent} `, width - 1),
    );
    return `[${rows.join(separator).slice(indent.length)}]`;
  };
  return part(0, 0, ' '.repeat(layout.indent + 1), lineWidth - layout.suffix);
}

/** The words in lines of at most `width` columns, less the bracket or comma behind them. */
function wrapped(words: readonly string[], separator: string, indent: string, width: number): string {
  const limit = width - Math.max(separator.trimEnd().length, 1);
  let text = '';
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > limit && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += word + (i < words.length - 1 ? separator : '');
  });
  return text + line;
}

function shownIndices(size: number, isSummary: boolean): readonly (number | null)[] {
  const all = Array.from({ length: size }, (_, i) => i);
  if (!isSummary || size <= 2 * edgeItems) return all;
  return [...all.slice(0, edgeItems), null, ...all.slice(-edgeItems)];
}
