import { numelOf } from '../../tensor/shape';
import type { TextRange } from '../../textRange';
import type { TensorLiteral } from '../literal';

/** The key of values that are written in one row, and what JavaScript prints between it and them. */
const dataKey =
  /[\s,{"'](?:data|cpuData|values|float_data)["']?: ?(?:[A-Z][a-z]{1,9}\d{1,2}Array\(\d{1,12}\) )?$/;

const shapeAfter =
  /^[^[\]{}()]{0,80}[\s,{"']((?:dims|shape)["']?: ?[[(]( ?\d{1,9}(?:, ?\d{1,9}){0,7} ?)[\])])/;
const shapeBefore =
  /[\s,{"']((?:dims|shape)["']?: ?[[(]( ?\d{1,9}(?:, ?\d{1,9}){0,7} ?)[\])])[^[\]{}()]{0,80}$/;

/** How far from the values the shape is looked for. Unit: UTF-16 code units. */
const reach = 200;

/**
 * Values in one row with their shape beside them, as `{"shape": [2, 3], "data": [1, …]}` and ONNX Runtime's
 * `Tensor { cpuData: Float32Array(6) [ … ], dims: [ 2, 3 ], … }`, in that shape where it has as many elements.
 */
export function withShapes(text: string, literals: readonly TensorLiteral[]): readonly TensorLiteral[] {
  const endsOfShapes = new Set<number>();
  const shaped = literals.map((literal) => {
    const { tensor, operations, body } = literal;
    if (tensor.shape.length !== 1 || operations.length > 0) return literal;
    if (!dataKey.test(text.slice(Math.max(0, body.from - 60), body.from))) return literal;
    const found = shapeBeside(text, body);
    if (!found || numelOf(found.shape) !== tensor.data.length) return literal;
    endsOfShapes.add(found.to);
    return { ...literal, tensor: { ...tensor, shape: found.shape } };
  });
  return shaped.filter(({ to }) => !endsOfShapes.has(to));
}

function shapeBeside(text: string, { from, to }: TextRange) {
  const after = shapeAfter.exec(text.slice(to, to + reach));
  if (after) return shapeOf(after, to + after[0].length - after[1].length);
  const start = Math.max(0, from - reach);
  const before = shapeBefore.exec(text.slice(start, from));
  return before && shapeOf(before, start + before.index + before[0].indexOf(before[1]));
}

function shapeOf([, written, sizes]: RegExpExecArray, from: number) {
  const shape = sizes.split(',').map(Number);
  return { shape, to: from + written.length };
}
