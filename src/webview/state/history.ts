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

/** Numbers in the steps that are kept for when the page is shown again. */
const mostKept = 10_000;

/** The steps nearest to the present that hold no more numbers than are kept. */
export function keptHistory({ past, future }: History): Pick<History, 'past' | 'future'> {
  let room = mostKept;
  const nearest = (steps: readonly EvaluateOptions[]) => {
    let first = steps.length;
    while (first > 0 && numbersIn(steps[first - 1]) <= room) {
      first--;
      room -= numbersIn(steps[first]);
    }
    return steps.slice(first);
  };
  return { past: nearest(past), future: nearest(future) };
}

function numbersIn({ edits = {}, target, weight }: EvaluateOptions): number {
  const edited = Object.values(edits).map(
    ({ at, dims }) => 2 * at.length + (dims ?? []).reduce((sum, order) => sum + (order?.length ?? 0), 0),
  );
  const whole = [target, weight].map((tensor) => tensor?.data.length ?? 0);
  return [...edited, ...whole].reduce((sum, count) => sum + count, 0);
}
