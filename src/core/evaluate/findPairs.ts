import type { LossUsage } from '../python/lossUsage';
import type { TensorLiteral } from '../text/literal';
import type { Pair } from './evaluation';
import { FreeIndices } from './freeIndices';
import type { InferredRole } from './inferRoles';
import { shapeKey, targetShapeKeys } from './targetShapes';

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
  const expressions = literals.filter(({ expression }) => expression !== undefined);
  const free = literals
    .map((_, index) => index)
    .filter((index) => !taken.has(index) && !isIngredient(literals[index], expressions));
  const ofRole = (role: string) => free.filter((index) => roles[index].role === role);
  const targets = new FreeTargets(literals, ofRole('target'));
  const weight = ofRole('weight')[0] ?? null;
  const paired = ofRole('input').map((input): Pair => {
    const target = targets.nearest(input);
    if (target !== null) targets.take(target);
    return { ...extent(literals, [input, target]), input, target, weight, call: null };
  });
  return [...called, ...paired].sort((a, b) => a.from - b.from);
}

/** A literal that an expression starts from has its say through that. */
function isIngredient(literal: TensorLiteral, expressions: readonly TensorLiteral[]): boolean {
  const { from, to, name } = literal;
  return expressions.some(
    (one) =>
      one !== literal &&
      ((one.from <= from && one.to >= to) ||
        (name !== null && one.expression?.names.includes(name) && from < one.from)),
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

/** The targets that no input has taken yet, by their shapes. */
class FreeTargets {
  private readonly all: FreeIndices;
  private readonly byShape = new Map<string, FreeIndices>();

  constructor(
    private readonly literals: readonly TensorLiteral[],
    targets: readonly number[],
  ) {
    this.all = new FreeIndices(targets);
    const groups = new Map<string, number[]>();
    for (const index of targets) {
      const group = groups.get(this.shapeOf(index));
      if (group) group.push(index);
      else groups.set(this.shapeOf(index), [index]);
    }
    for (const [shape, indices] of groups) this.byShape.set(shape, new FreeIndices(indices));
  }

  /** The nearest target of a fitting shape, those after the input first; else the nearest of any shape. */
  nearest(input: number): number | null {
    const keys = new Set([this.shapeOf(input), ...targetShapeKeys(this.literals[input].tensor.shape)]);
    const fitting = [...keys]
      .map((key) => this.byShape.get(key)?.nearest(input) ?? null)
      .filter((index) => index !== null);
    const distance = (index: number) =>
      index > input ? index - input : this.literals.length + input - index;
    const [nearest] = fitting.sort((a, b) => distance(a) - distance(b));
    return nearest ?? this.all.nearest(input);
  }

  take(target: number): void {
    this.all.take(target);
    this.byShape.get(this.shapeOf(target))?.take(target);
  }

  private shapeOf(index: number): string {
    return shapeKey(this.literals[index].tensor.shape);
  }
}

function extent(literals: readonly TensorLiteral[], indices: readonly (number | null)[]) {
  const ranges = indices.flatMap((index) => (index === null ? [] : [literals[index]]));
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}
