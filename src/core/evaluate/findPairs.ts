import type { LossUsage } from '../python/lossUsage';
import { isSameShape } from '../tensor/shape';
import type { TensorLiteral } from '../text/literal';
import type { Pair } from './evaluation';
import { type InferredRole, isTargetShape } from './inferRoles';

/**
 * The input/target pairs of a text in the order of their inputs: those that a loss call joins, then those of the
 * literals that no call uses, by their roles, each input with the nearest target whose shape fits.
 */
export function findPairs(
  literals: readonly TensorLiteral[],
  usage: LossUsage,
  roles: readonly InferredRole[],
): readonly Pair[] {
  const called = pairsOfCalls(literals, usage);
  const taken = new Set(called.flatMap(({ input, target, weight }) => [input, target, weight]));
  const free = literals
    .map((_, index) => index)
    .filter((index) => !taken.has(index) && !isIngredient(literals, index));
  const ofRole = (role: string) => free.filter((index) => roles[index].role === role);
  const targets = new Set(ofRole('target'));
  const weight = ofRole('weight')[0] ?? null;
  const paired = ofRole('input').map((input): Pair => {
    const target = nearestTarget(literals, input, targets);
    if (target !== null) targets.delete(target);
    return { ...extent(literals, [input, target]), input, target, weight, call: null };
  });
  return [...called, ...paired].sort((a, b) => a.from - b.from);
}

/** A literal that an expression starts from has its say through that. */
function isIngredient(literals: readonly TensorLiteral[], index: number): boolean {
  const { from, to, name } = literals[index];
  return literals.some(
    (one, other) =>
      other !== index &&
      one.expression !== undefined &&
      ((one.from <= from && one.to >= to) ||
        (name !== null && one.expression.names.includes(name) && from < one.from)),
  );
}

function pairsOfCalls(literals: readonly TensorLiteral[], usage: LossUsage): Pair[] {
  return usage.calls.flatMap((call, index) => {
    const input = call.input.literal;
    if (input === null) return [];
    const target = call.target?.literal ?? null;
    const weight = call.options.weight?.literal ?? null;
    return [{ ...extent(literals, [input, target]), input, target, weight, call: index }];
  });
}

/** The nearest target of a fitting shape, those after the input first; else the nearest of any shape. */
function nearestTarget(
  literals: readonly TensorLiteral[],
  input: number,
  targets: ReadonlySet<number>,
): number | null {
  const { shape } = literals[input].tensor;
  const byDistance = [...targets].sort(
    (a, b) => Number(a < input) - Number(b < input) || Math.abs(a - input) - Math.abs(b - input),
  );
  const fits = byDistance.find((index) => {
    const other = literals[index].tensor.shape;
    return isTargetShape(shape, other) || isSameShape(shape, other);
  });
  return fits ?? byDistance[0] ?? null;
}

function extent(literals: readonly TensorLiteral[], indices: readonly (number | null)[]) {
  const ranges = indices.flatMap((index) => (index === null ? [] : [literals[index]]));
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}
