import type { EvaluateOptions } from '../../core';

/** States to go back to and forth to, the nearest last. */
export interface History {
  readonly past: readonly EvaluateOptions[];
  readonly future: readonly EvaluateOptions[];
  /** Name of the gesture that the last change belongs to: its further changes are one step with it. */
  readonly gesture: string | null;
}

export const emptyHistory: History = { past: [], future: [], gesture: null };

/** Steps that can be taken back. */
const longest = 200;

/** The history after `present` was left by a change. */
export function recorded(history: History, present: EvaluateOptions, gesture: string | null): History {
  const isOngoing = gesture !== null && gesture === history.gesture;
  const past = isOngoing ? history.past : [...history.past, present].slice(-longest);
  return { past, future: [], gesture };
}

/** Ends a gesture: the next change is a step of its own. */
export function ended(history: History): History {
  return { ...history, gesture: null };
}

/** The state before `present` and the history there; null at the beginning. */
export function undone(history: History, present: EvaluateOptions): [EvaluateOptions, History] | null {
  const before = history.past.at(-1);
  if (!before) return null;
  return [before, { past: history.past.slice(0, -1), future: [...history.future, present], gesture: null }];
}

/** The state after `present` and the history there; null at the end. */
export function redone(history: History, present: EvaluateOptions): [EvaluateOptions, History] | null {
  const after = history.future.at(-1);
  if (!after) return null;
  return [after, { past: [...history.past, present], future: history.future.slice(0, -1), gesture: null }];
}
