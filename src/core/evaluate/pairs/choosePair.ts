import type { Role } from '../../diagnosis/evaluatedPair';
import type { EvaluateOptions, Pair } from '../evaluation';

/** The literals that play a part, after what the user reassigned. */
export interface ChosenPair {
  readonly input: number | null;
  readonly target: number | null;
  readonly weight: number | null;
  readonly call: number | null;
}

const parts = ['input', 'target', 'weight'] as const;

/**
 * The chosen pair with the user's roles laid over it. A literal that takes over a part pushes out the one that
 * had it; a pair with another input than the call's is no longer that call's.
 */
export function choosePair(pair: Pair | undefined, roles: EvaluateOptions['roles']): ChosenPair {
  const chosen: Record<(typeof parts)[number], number | null> = {
    input: pair?.input ?? null,
    target: pair?.target ?? null,
    weight: pair?.weight ?? null,
  };
  const assigned = Object.entries(roles ?? {}).map(([index, role]): [number, Role] => [Number(index), role]);
  for (const [index] of assigned) {
    for (const part of parts) if (chosen[part] === index) chosen[part] = null;
  }
  for (const [index, role] of assigned) if (role !== 'other') chosen[role] = index;
  const isStillCalled = pair !== undefined && chosen.input === pair.input;
  return { ...chosen, call: isStillCalled ? pair.call : null };
}
