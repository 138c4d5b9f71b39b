import type { Problem } from '../../problem';
import type { DType } from '../../tensor/dtype';
import type { ArrayBody } from '../body/bodyResult';
import type { Blanks } from '../characters/blanks';
import type { Form } from '../forms/form';
import type { LiteralKeyword, LiteralOperation } from '../literal';

/** The constructor or print around a body. */
export interface Construction {
  readonly form: Form;
  readonly callee: string;
  readonly from: number;
  readonly to: number;
  readonly keywords: readonly LiteralKeyword[];
  /** The dtype that is written, or null. */
  readonly dtype: DType | null;
  /** The shape that a print of no values says, or null. */
  readonly shape: readonly number[] | null;
}

/** A literal while it grows outward from its brackets; `from` and `to` span what has been understood so far. */
export interface Expression {
  readonly text: string;
  readonly body: ArrayBody;
  readonly blanks: Blanks;
  /** Nothing before `floor` or from `limit` on is looked at. */
  readonly floor: number;
  readonly limit: number;
  from: number;
  to: number;
  construction: Construction | null;
  readonly operations: LiteralOperation[];
  /** dtype of a list's floats; a function of numpy makes it float64. */
  listFloats: DType;
  requiresGrad: boolean;
  gradFn: string | null;
  problem: Problem | null;
}

/** An expression that is nothing but its brackets yet. */
export function expressionOf(
  text: string,
  body: ArrayBody,
  blanks: Blanks,
  floor: number,
  limit: number,
): Expression {
  return {
    text,
    body,
    blanks,
    floor,
    limit,
    from: body.from,
    to: body.to,
    construction: null,
    operations: [],
    listFloats: body.isBlankSeparated ? 'float64' : 'float32',
    requiresGrad: false,
    gradFn: null,
    problem: null,
  };
}

/** Puts the operation that the expression now ends with on its list. */
export function addOperation(expression: Expression, name: string, dim: number | null): void {
  expression.operations.push({ name, dim, from: expression.from, to: expression.to });
}
