import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { DType } from '../../tensor/dtype';
import type { TextRange } from '../../textRange';
import { GrowingFloat64 } from '../characters/growingFloat64';
import { dtypeOf } from '../expression/dtypeNames';
import type { ReadResult, TensorLiteral } from '../literal';
import { CellReader, cellsOf } from './cells';
import { gridLiteral, labelOf } from './gridLiteral';

const footer =
  /^\[ (?:CPU|CUDA|MPS|XPU)(\w{1,20})Type\{([\d,]{0,200})\} \](?:\[ grad_fn = <(\w{1,80})> \])?$/;
const slice = /^\((?:\d{1,9},){1,20}\.,\.\) =$/;
/** LibTorch writes the first row, or the factor, right behind the heading: `Columns 1 to 61e-06 *`. */
const columns =
  /^Columns (\d{1,9}) (?:to|and) \d{1,9}?(?=(?:10{0,20}|0\.0{0,20}1|1e[+-]?\d{1,3}) \*$|[ -]|$) */;
const factor = /^[\d.]{1,20}(?:e[+-]?\d{1,3})? \*$/;

interface Row extends TextRange {
  readonly start: number;
  readonly count: number;
  readonly column: number;
  readonly slice: readonly number[];
}

/** Prints of LibTorch: every run of rows that ends with `[ CPUFloatType{2,3} ]`. */
export function readLibTorch(text: string, lines: readonly TextRange[]): ReadResult {
  const literals: TensorLiteral[] = [];
  const problems: Problem[] = [];
  let print = new Print(text);
  for (const line of lines) {
    const written = line.to - line.from > 400 ? '' : text.slice(line.from, line.to);
    const end = footer.exec(written);
    if (end) {
      const result = print.finish(end, line);
      if ('code' in result) problems.push(result);
      else literals.push(result);
      print = new Print(text);
    } else if (!print.take(line, written)) {
      print = new Print(text);
      print.name = labelOf(written);
    }
  }
  return { literals, problems };
}

/** One print while its lines are read. */
class Print {
  name: string | null = null;
  private readonly cells: CellReader;
  private readonly values = new GrowingFloat64();
  private readonly rows: Row[] = [];
  private from = -1;
  private column = 0;
  private scale = 0;
  /** The leading indices; LibTorch counts the first of them fastest. */
  private slice: readonly number[] = [];

  constructor(private readonly text: string) {
    this.cells = new CellReader(text);
  }

  /** False when the line is no part of a print. */
  take(line: TextRange, written: string): boolean {
    if (line.from === line.to) return true;
    const block = columns.exec(this.text.slice(line.from, Math.min(line.to, line.from + 40)));
    if (block) {
      this.column = Number(block[1]) - 1;
      if (this.from < 0) this.from = line.from;
      // The first row of a block, or its factor, stands on the line of its heading.
      return this.take({ from: line.from + block[0].length, to: line.to }, written.slice(block[0].length));
    }
    if (slice.test(written)) this.startSlice(written);
    else if (factor.test(written)) this.scale = Math.round(Math.log10(Number(written.slice(0, -2))));
    else if (written !== 'torch_tensor' && !this.takeRow(line)) return false;
    if (this.from < 0) this.from = line.from;
    return true;
  }

  private startSlice(written: string): void {
    this.slice = (written.match(/\d+/g) ?? []).map((index) => Number(index) - 1);
    this.column = 0;
    this.scale = 0;
  }

  private takeRow(line: TextRange): boolean {
    const start = this.values.length;
    for (const cell of cellsOf(this.text, line, ' ')) {
      if (!this.cells.read(cell, this.scale)) return false;
      this.values.push(this.cells.value);
    }
    const count = this.values.length - start;
    this.rows.push({ ...line, start, count, column: this.column, slice: this.slice });
    return true;
  }

  finish(end: RegExpExecArray, line: TextRange): TensorLiteral | Problem {
    const shape = end[2] === '' ? [] : end[2].split(',').map(Number);
    const dtype: DType | null = dtypeOf(`${end[1]}Tensor`);
    if (!dtype)
      return { code: 'not-a-number', message: l10n.t('expected a real dtype, got {0}', end[1]), ...line };
    const data = this.arrange(shape, line);
    if (!(data instanceof Float64Array)) return data;
    const from = this.from < 0 ? line.from : this.from;
    const gradFn = end[3] ?? null;
    const grid = { from, to: line.to, data, shape, dtype, name: this.name, isDtypeWritten: true, gradFn };
    return gridLiteral(grid, this.cells);
  }

  /** The values in the order of the shape: column blocks of a slice stand below each other. */
  private arrange(shape: readonly number[], line: TextRange): Float64Array | Problem {
    const written = this.values.finish();
    const numel = shape.reduce((product, size) => product * size, 1);
    if (numel !== written.length) {
      const message = l10n.t(
        'expected {0} values for the shape [{1}], got {2}',
        numel,
        shape.join(', '),
        written.length,
      );
      return { code: 'ragged', message, ...line };
    }
    if (shape.length < 2) return written;
    const [height, width] = shape.slice(-2);
    const data = new Float64Array(numel);
    const isFilled = new Uint8Array(numel);
    let inBlock = 0;
    for (const row of this.rows) {
      if (inBlock === height) inBlock = 0;
      const first = row.slice.reduce((sum, index, dim) => sum * shape[dim] + index, 0) * height * width;
      const at = first + inBlock++ * width + row.column;
      if (at < 0 || row.column + row.count > width || at + row.count > numel) {
        const message = l10n.t(
          'expected at most {0} numbers in this row, got {1}',
          width - row.column,
          row.count,
        );
        return { code: 'ragged', message, from: row.from, to: row.to };
      }
      if (isFilled.subarray(at, at + row.count).includes(1)) {
        const message = l10n.t('expected each slice and block of columns once, got one again');
        return { code: 'ragged', message, from: row.from, to: row.to };
      }
      isFilled.fill(1, at, at + row.count);
      data.set(written.subarray(row.start, row.start + row.count), at);
    }
    return data;
  }
}
