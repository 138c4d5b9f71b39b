import type { DType } from '../../tensor/dtype';
import type { TextRange } from '../../textRange';
import type { TensorLiteral } from '../literal';
import type { CellReader } from './cells';

interface Grid extends TextRange {
  readonly data: Float64Array;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly name: string | null;
  readonly isDtypeWritten: boolean;
  readonly gradFn: string | null;
}

/** The literal that a grid is. */
export function gridLiteral(grid: Grid, cells: CellReader): TensorLiteral {
  const { from, to, data, shape, dtype } = grid;
  return {
    from,
    to,
    body: { from, to },
    tensor: { data, shape, dtype },
    form: 'printed',
    callee: null,
    name: grid.name,
    decimals: cells.hasFloats ? cells.decimals : null,
    scientificDecimals: cells.hasFloats && cells.isScientific ? cells.mantissaDecimals : null,
    isDtypeWritten: grid.isDtypeWritten,
    keywords: [],
    gradFn: grid.gradFn,
    requiresGrad: grid.gradFn !== null,
    operations: [],
  };
}

/** The name that a line gives to what follows it: `logits =`, `log_probs:`. */
export function labelOf(line: string): string | null {
  return /^([\p{L}_][\p{L}\p{N}_]{0,60})\s{0,9}[=:]$/u.exec(line)?.[1] ?? null;
}
