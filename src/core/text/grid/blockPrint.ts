import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { DType } from '../../tensor/dtype';
import type { TextRange } from '../../textRange';
import { GrowingFloat64 } from '../characters/growingFloat64';
import type { ReadResult, TensorLiteral } from '../literal';
import { CellReader, cellsOf } from './cells';
import { gridLiteral } from './gridLiteral';

/** How a language prints an array in lines: what the lines around the rows say. */
export interface BlockForm {
  /** What a line starts a print with: its name, and what it says of dtype and shape. Null for no start. */
  readonly start: (line: string) => { name?: string; dtype?: DType; shape?: readonly number[] } | null;
  /** `Columns 1 through 8:`, or a heading of columns: that further columns of the same rows follow. */
  readonly isColumns: (line: string) => boolean;
  /** `ans(:,:,2) =`: the indices behind the first two, from 1; null for no such line. */
  readonly slice: (line: string) => readonly number[] | null;
  /** `1.0e+03 *`: the power of ten that all numbers are multiplied by; null for no such line. */
  readonly power: (line: string) => number | null;
  /** What stands in front of the numbers of a row. */
  readonly rowLabel: RegExp | null;
  /** True when rows without a start are a print as well. */
  readonly startsAtRow: boolean;
  /** One row of several is one vector that was wrapped. */
  readonly isVector: (line: string) => boolean;
  readonly floats: DType;
}

interface Block {
  readonly slice: string;
  readonly rows: { readonly values: Float64Array; readonly line: TextRange }[];
}

/** Every print of a form, in order. */
export function readBlockPrints(text: string, lines: readonly TextRange[], form: BlockForm): ReadResult {
  const literals: TensorLiteral[] = [];
  const problems: Problem[] = [];
  let print: BlockPrint | null = null;
  const finish = () => {
    const result = print?.finish() ?? null;
    if (result && 'code' in result) problems.push(result);
    else if (result) literals.push(result);
    print = null;
  };
  for (const line of lines) {
    const written = line.to - line.from > 4000 ? '' : text.slice(line.from, line.to);
    const start = form.start(written);
    if (start) {
      finish();
      print = new BlockPrint(text, form, line, start);
      continue;
    }
    if (!print && form.startsAtRow && (form.isColumns(written) || form.isVector(written))) {
      print = new BlockPrint(text, form, line, {});
    }
    if (print && !print.take(line, written)) finish();
  }
  finish();
  return { literals, problems };
}

class BlockPrint {
  private readonly cells: CellReader;
  private readonly blocks: Block[] = [];
  private power = 0;
  private isVector = false;
  private slice: readonly number[] = [];
  private to: number;

  constructor(
    private readonly text: string,
    private readonly form: BlockForm,
    private readonly from: TextRange,
    private readonly about: { name?: string; dtype?: DType; shape?: readonly number[] },
  ) {
    this.cells = new CellReader(text);
    this.to = from.to;
  }

  /** False when the line is no part of the print. */
  take(line: TextRange, written: string): boolean {
    const { form } = this;
    if (written === '') return true;
    const slice = form.slice(written);
    const power = form.power(written);
    if (slice) this.startBlock(slice);
    else if (power !== null) this.power = power;
    else if (form.isColumns(written)) this.startBlock(this.slice);
    else return this.takeRow(line, written);
    return true;
  }

  private startBlock(slice: readonly number[]): void {
    this.slice = slice;
    if (this.blocks.at(-1)?.rows.length === 0) this.blocks.pop();
    this.blocks.push({ slice: slice.join(), rows: [] });
  }

  private takeRow(line: TextRange, written: string): boolean {
    const label = this.form.rowLabel?.exec(written);
    if (this.form.rowLabel && !label) return false;
    this.isVector ||= this.form.isVector(written);
    const from = line.from + (label?.[0].length ?? 0);
    const values = new GrowingFloat64();
    for (const cell of cellsOf(this.text, { from, to: line.to }, ' ')) {
      if (!this.cells.read(cell, this.power)) return false;
      values.push(this.cells.value);
    }
    if (this.blocks.length === 0) this.startBlock(this.slice);
    this.blocks[this.blocks.length - 1].rows.push({ values: values.finish(), line });
    this.to = line.to;
    return true;
  }

  finish(): TensorLiteral | Problem | null {
    const blocks = this.blocks.filter(({ rows }) => rows.length > 0);
    if (blocks.length === 0) return null;
    const arranged = this.isVector ? vectorOf(blocks) : arrayOf(blocks);
    if ('code' in arranged) return arranged;
    const shape = this.about.shape ?? arranged.shape;
    if (shape.reduce((product, size) => product * size, 1) !== arranged.data.length) {
      const message = l10n.t(
        'expected the values of the shape ({0}), got {1}',
        shape.join(', '),
        arranged.data.length,
      );
      return { code: 'ragged', message, from: this.from.from, to: this.to };
    }
    const dtype = this.about.dtype ?? (this.cells.hasFloats ? this.form.floats : 'int64');
    const grid = {
      from: this.from.from,
      to: this.to,
      data: arranged.data,
      shape,
      dtype,
      name: this.about.name ?? null,
      isDtypeWritten: this.about.dtype !== undefined,
      gradFn: null,
    };
    const literal = gridLiteral(grid, this.cells);
    if (arranged.shape.length < 3) return literal;
    return { ...literal, reading: { taken: l10n.t('the slices as the first dimension'), others: [] } };
  }
}

interface Arranged {
  readonly data: Float64Array;
  readonly shape: readonly number[];
}

function vectorOf(blocks: readonly Block[]): Arranged {
  const values = new GrowingFloat64();
  for (const { rows } of blocks) for (const row of rows) for (const value of row.values) values.push(value);
  const data = values.finish();
  return { data, shape: [data.length] };
}

/** Blocks of one slice stand side by side, slices behind each other: their indices become the first dimensions. */
function arrayOf(blocks: readonly Block[]): Arranged | Problem {
  const slices = new Map<string, Block[]>();
  for (const block of blocks) slices.set(block.slice, [...(slices.get(block.slice) ?? []), block]);
  const [first] = slices.values();
  const height = first[0].rows.length;
  const width = first.reduce((sum, { rows }) => sum + rows[0].values.length, 0);
  const data = new Float64Array(slices.size * height * width);
  let at = 0;
  for (const parts of slices.values()) {
    for (let row = 0; row < height; row++) {
      for (const part of parts) {
        const expected = part.rows[0].values.length;
        const one = part.rows[row];
        if (
          !one ||
          part.rows.length !== height ||
          one.values.length !== expected ||
          at + expected > data.length
        ) {
          const line = (one ?? part.rows[part.rows.length - 1]).line;
          const message = l10n.t(
            'expected {0} rows of {1} values in each slice, got others here',
            height,
            width,
          );
          return { code: 'ragged', message, from: line.from, to: line.to };
        }
        data.set(one.values, at);
        at += expected;
      }
    }
  }
  if (at !== data.length) {
    const { line } = first[0].rows[0];
    return { code: 'ragged', message: l10n.t('expected slices of one shape'), from: line.from, to: line.to };
  }
  const names = [...slices.keys()];
  if (names.length === 1 && names[0] === '') return { data, shape: [height, width] };
  const sizes = names.at(-1)?.split(',').map(Number) ?? [];
  return { data, shape: [...sizes.reverse(), height, width] };
}
