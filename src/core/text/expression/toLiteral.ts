import { type DType, dtypes } from '../../tensor/dtype';
import type { ArrayBody } from '../body/bodyResult';
import type { LiteralForm, TensorLiteral } from '../literal';
import { nameBefore } from '../surroundings/nameBefore';
import type { Construction, Expression } from './expression';

/** The literal that a grown expression is. */
export function toLiteral(expression: Expression): TensorLiteral {
  const { text, body, construction, floor, blanks, operations } = expression;
  return {
    from: construction?.from ?? body.from,
    to: construction?.to ?? body.to,
    body: { from: body.from, to: body.to },
    tensor: { data: body.data, shape: shapeOf(body, construction), dtype: dtypeOfBody(expression) },
    form: formOfBody(body, construction),
    callee: construction?.callee ?? null,
    name: nameBefore(text, expression.from, floor, blanks),
    decimals: body.decimals,
    scientificDecimals: body.scientificDecimals,
    isDtypeWritten:
      (construction?.dtype ?? null) !== null || operations.some(({ name }) => dtypes.includes(name as DType)),
    keywords: construction?.keywords ?? [],
    gradFn: expression.gradFn,
    requiresGrad: expression.requiresGrad,
    operations,
  };
}

function formOfBody(body: ArrayBody, construction: Construction | null): LiteralForm {
  if (construction) return construction.form.form;
  if (body.shape.length === 0) return 'scalar';
  return body.isBlankSeparated ? 'printed' : 'list';
}

/** A print of no values says its shape: `tensor([], size=(0, 3))`. */
function shapeOf(body: ArrayBody, construction: Construction | null): readonly number[] {
  const written = construction?.shape ?? null;
  return body.data.length === 0 && written?.includes(0) ? written : body.shape;
}

/** As PyTorch infers it: float32 for any float, int64 for ints, bool when there are only bools. */
function dtypeOfBody({ body, construction, listFloats }: Expression): DType {
  if (construction?.dtype) return construction.dtype;
  const { floats, ints } = construction?.form ?? { floats: listFloats, ints: 'int64' as const };
  if (body.hasFloats || body.data.length === 0) return floats;
  return body.hasInts ? ints : 'bool';
}
