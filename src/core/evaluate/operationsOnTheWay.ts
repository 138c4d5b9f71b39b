import type { TraceStep } from '../python/run/result/snippetResult';
import { detailsOf, type Effect } from '../python/torch/effect';
import { moduleNamed } from '../python/torch/modules';
import { operationsNamed } from '../python/torch/operations';
import { castOf } from '../text/expression/dtypeNames';
import type { LiteralOperation } from '../text/literal';

/** What lies between a literal and a loss. */
export interface Way {
  /** Softmax, log and their kin, and casts, innermost first. */
  readonly operations: readonly LiteralOperation[];
  /** The literal that is reached; null when something else is done on the way, before those operations. */
  readonly end: TraceStep | null;
}

/** Follows the steps of a value, outermost first, through what the losses know of, as far as that goes. */
export function operationsOnTheWay(
  steps: readonly TraceStep[],
  isLiteral: (step: TraceStep) => boolean,
): Way {
  const operations: LiteralOperation[] = [];
  for (const step of steps) {
    if (isLiteral(step)) return { operations: operations.reverse(), end: step };
    const names = wordsOf(step);
    if (names === null) break;
    operations.push(...names.map((name) => ({ name, dim: step.dim, from: step.from, to: step.to })));
  }
  return { operations: operations.reverse(), end: null };
}

/** Words for what a step does; none when it keeps the values, null when the losses know nothing of it. */
function wordsOf({ name }: TraceStep): readonly string[] | null {
  if (name === 'data' || name === 'Parameter') return [];
  const cast = castOf(name);
  if (cast) return [cast];
  const effect = effectOf(name);
  if (effect === 'keeps' || effect === 'requires-grad') return [];
  if (effect === 'log' || effect === 'exp') return [effect];
  const activation = detailsOf(effect, 'activates');
  if (activation) return activation.isPlain ? [activation.name] : null;
  const isOfNumbers = detailsOf(effect, 'creates')?.values === 'written';
  return detailsOf(effect, 'casts') || isOfNumbers ? [] : null;
}

function effectOf(name: string): Effect | null {
  const module = moduleNamed(name);
  if (module) return module.effect;
  return operationsNamed(name).find(({ effect }) => effect !== null)?.effect ?? null;
}
