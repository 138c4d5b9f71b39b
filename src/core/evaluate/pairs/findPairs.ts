import type { LossUsage } from '../../python/lossUsage';
import type { TensorLiteral } from '../../text/literal';
import type { Pair } from '../evaluation';
import { FreeIndices } from './freeIndices';
import type { InferredRole } from './inferRoles';
import { shapeKey, targetShapeKeys } from './targetShapes';

/**
 * The input/target pairs of a text: those that a loss call joins, in the order of the calls, then those of the literals
 * that no call uses, by their roles, each input with the nearest target whose shape fits; inputs with a target first.
 */
export function findPairs(
  literals: readonly TensorLiteral[],
  usage: LossUsage,
  roles: readonly InferredRole[],
): readonly Pair[] {
  const called = pairsOfCalls(literals, usage);
  const taken = new Set([
    ...called.flatMap(({ input, target, weight }) => [input, target, weight]),
    ...usage.ingredients,
  ]);
  const expressions = literals.filter(({ expression }) => expression !== undefined);
  const free = literals
    .map((_, index) => index)
    .filter((index) => !taken.has(index) && !isIngredient(literals[index], expressions));
  const ofRole = (role: string) => free.filter((index) => roles[index].role === role);
  const weight = ofRole('weight')[0] ?? null;
  const inputs = ofRole('input');
  const targetOf = pairUp(literals, roles, inputs, ofRole('target'));
  const paired = inputs.map((input): Pair => {
    const target = targetOf.get(input) ?? null;
    return { ...extent(literals, [input, target]), input, target, weight, call: null };
  });
  const unnamed = (index: number) => (roles[index].isNamed ? 0 : 1);
  const rank = ({ input, target }: Pair) => (target === null ? 4 : 2 * unnamed(target)) + unnamed(input);
  return [...called, ...paired.sort((a, b) => rank(a) - rank(b) || a.from - b.from)];
}

/**
 * A target for each input, as far as there are any. Where names tell both, those of a fitting shape that stand nearest
 * to each other come first; every other input takes the nearest target whose shape fits, those with a name before the
 * others.
 */
function pairUp(
  literals: readonly TensorLiteral[],
  roles: readonly InferredRole[],
  inputs: readonly number[],
  targets: readonly number[],
): ReadonlyMap<number, number> {
  const all = new FreeTargets(literals, targets);
  const named = new FreeTargets(
    literals,
    targets.filter((index) => roles[index].isNamed),
  );
  const found = new Map<number, number>();
  const join = (input: number, target: number | null) => {
    if (target === null || found.has(input)) return;
    found.set(input, target);
    for (const free of [all, named]) free.take(target);
  };
  const distance = (input: number) => Math.abs((named.nearestFitting(input) ?? Infinity) - input);
  const byDistance = inputs
    .filter((index) => roles[index].isNamed)
    .map((input) => ({ input, by: distance(input) }))
    .sort((a, b) => a.by - b.by);
  for (const { input } of byDistance) join(input, named.nearestFitting(input));
  const unnamed = inputs.filter((index) => !roles[index].isNamed);
  for (const input of [...byDistance.map((one) => one.input), ...unnamed]) {
    if (!found.has(input)) join(input, all.nearest(input));
  }
  return found;
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
    const [input, target, weight] = [call.input, call.target, call.weight].map(
      (part) => part?.literal ?? null,
    );
    if (input === null) return [];
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

  /** The nearest target of a fitting shape, else the nearest of any shape. */
  nearest(input: number): number | null {
    return this.nearestFitting(input) ?? this.all.nearest(input);
  }

  /** The nearest target of a fitting shape, those after the input first. */
  nearestFitting(input: number): number | null {
    const keys = new Set([this.shapeOf(input), ...targetShapeKeys(this.literals[input].tensor.shape)]);
    const fitting = [...keys]
      .map((key) => this.byShape.get(key)?.nearest(input) ?? null)
      .filter((index) => index !== null);
    const distance = (index: number) =>
      index > input ? index - input : this.literals.length + input - index;
    const [nearest] = fitting.sort((a, b) => distance(a) - distance(b));
    return nearest ?? null;
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
