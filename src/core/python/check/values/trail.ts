import type { ChainStep, FileRange } from '../findings/codeFinding';
import { alternativesOf } from './choice';
import type { TensorValue } from './tensorValue';
import type { Trail } from './trailStep';
import type { Single, Value } from './value';

/** Longer ways are not told whole. */
const longestTrail = 12;

/**
 * The same value, having come one step further. Only what is known of tensors and losses has a way to tell, so
 * `tell` is called for them alone.
 */
export function withStep(value: Value, place: FileRange, tell: () => string): Value {
  if (value.type === 'choice') {
    return {
      type: 'choice',
      alternatives: value.alternatives.map((one) => ({ ...one, value: stepOf(one.value, place, tell) })),
    };
  }
  return stepOf(value, place, tell);
}

function stepOf(value: Single, place: FileRange, tell: () => string): Single {
  if (value.type === 'tuple') {
    const step = (item: Value) => withStep(item, place, tell);
    return {
      ...value,
      items: value.items.map(step),
      rest: value.rest && step(value.rest),
      tail: value.tail.map(step),
    };
  }
  if (value.type !== 'tensor' && value.type !== 'loss') return value;
  if (value.type === 'tensor' && value.kind === 'unknown' && value.trail === null) return value;
  return { ...value, trail: addStep(value.trail, place, tell()) };
}

export function addStep(trail: Trail | null, place: FileRange, message: string): Trail {
  if (trail && trail.path === place.path && trail.from === place.from && trail.message === message)
    return trail;
  const { path, from, to } = place;
  return { path, from, to, message, previous: trail };
}

/** The steps of a way in order. */
export function chainOf(trail: Trail | null): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  for (let step = trail; step; step = step.previous) {
    steps.unshift({ path: step.path, from: step.from, to: step.to, message: step.message });
  }
  if (steps.length <= longestTrail) return steps;
  return [...steps.slice(0, longestTrail / 2), ...steps.slice(-longestTrail / 2)];
}

/** The tensors that a value may be. */
export function tensorsOf(value: Value): readonly TensorValue[] {
  return alternativesOf(value).flatMap(({ value: single }) => (single.type === 'tensor' ? [single] : []));
}
