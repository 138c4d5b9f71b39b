import type { Expression } from '../../syntax/ast';
import { moved, numberOf } from '../effects/shapes';
import { sourceOf, type TensorKind, type TensorValue, tensor } from '../values/tensorValue';
import { constant, type Value } from '../values/value';

/** One part of an index, evaluated: a value, or a slice with its bounds. */
export interface IndexPart {
  readonly node: Expression;
  readonly value: Value;
  readonly bounds: Bounds | null;
}

/** The bounds of a slice; null where none is written. */
export interface Bounds {
  readonly lower: Value | null;
  readonly upper: Value | null;
  readonly step: Value | null;
}

/** A part of a tensor shares its memory, unless an index says each position. */
export function partIn(x: TensorValue, index: readonly IndexPart[]): Value {
  const part = partOf(x, index);
  if (part.type !== 'tensor') return part;
  const isBasic = index.every(({ node, value, bounds: range }) => {
    if (range !== null || node.type === 'ellipsis') return true;
    return value.type === 'constant' || (value.type === 'unknown' && node.type === 'name');
  });
  const isWhole = index.every(({ bounds: range }) => range !== null && !range.lower && !range.upper);
  const memory = isBasic && x.memory ? { ...x.memory, isPart: x.memory.isPart || !isWhole } : null;
  return { ...part, memory };
}

/** Kinds of which any part is of the same kind. */
const elementKinds: ReadonlySet<TensorKind> = new Set([
  'scores',
  'indices',
  'sigmoid',
  'unknown',
  'loss',
  'decisions',
]);

/** A part of a tensor. Probabilities stay such only when no class is left out. */
function partOf(x: TensorValue, index: readonly IndexPart[]): Value {
  const isWhole = (part: IndexPart | undefined) =>
    part === undefined || (part.bounds !== null && !part.bounds.lower && !part.bounds.upper);
  const rank = rankAfter(x, index);
  if (elementKinds.has(x.kind)) {
    const last = index[index.length - 1]?.node;
    const isLastAxisOne = last?.type === 'constant' && last.value === null;
    const isLastKept =
      x.isLastAxisClasses && (index.length === 1 ? x.rank !== 1 : isWhole(index[index.length - 1]));
    return { ...moved(x, rank), isLastAxisClasses: isLastKept, isLastAxisOne };
  }
  if (x.kind === 'oneHot') return index.length === 1 ? { ...moved(x, rank), minRank: 1 } : tensor({});
  const dim = sourceOf(x)?.activation.dim;
  const isKept =
    index.length === 1
      ? x.rank !== 1 && dim !== 0
      : typeof dim === 'number' && dim >= 0
        ? isWhole(index[dim])
        : dim === -1 && isWhole(index[index.length - 1]);
  return isKept ? moved(x, rank) : tensor({});
}

function rankAfter(x: TensorValue, index: readonly IndexPart[]): number | null {
  if (x.rank === null) return null;
  let rank = x.rank;
  for (const { node, value, bounds: range } of index) {
    if (range !== null) continue;
    if (node.type === 'constant' && node.value === null) rank++;
    else if (numberOf(value) !== undefined) rank--;
    else return null;
  }
  return rank;
}

/** What a loop over a tensor goes through: parts along its first axis. */
export function rowOf(x: TensorValue): Value {
  const first = { type: 'constant', value: 0, isFloat: false, from: 0, to: 0 } as const;
  return partIn(x, [{ node: first, value: constant(0), bounds: null }]);
}
