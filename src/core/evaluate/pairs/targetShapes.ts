/** A shape as a key: the same text for the same shape. */
export function shapeKey(shape: readonly number[]): string {
  return shape.join(',');
}

/** The keys of the shapes that class indices may have for an input of shape `input`. */
export function targetShapeKeys(input: readonly number[]): readonly string[] {
  if (input.length === 0) return [];
  if (input.length === 1) return [shapeKey([]), shapeKey([1])];
  return [shapeKey([input[0], ...input.slice(2)])];
}

/** True when `target` is the shape of class indices for an input of shape `input`. */
export function isTargetShape(input: readonly number[], target: readonly number[]): boolean {
  return targetShapeKeys(input).includes(shapeKey(target));
}
