import type { Comparison, Run } from '../../../messages/comparison';

/** A run with the id of its pin; null for the present one. */
export interface ChosenRun {
  readonly id: number | null;
  readonly run: Run;
}

/** The two runs that are compared; null without pins. A pin that is no longer there is the present run. */
export function chosenRuns(
  { pins, a, b }: Comparison,
  now: Run,
): { readonly a: ChosenRun; readonly b: ChosenRun } | null {
  if (pins.length === 0) return null;
  const runWith = (id: number | null): ChosenRun =>
    pins.find((pin) => pin.id === id) ?? { id: null, run: now };
  return { a: runWith(a), b: runWith(b) };
}
