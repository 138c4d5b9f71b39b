import type { Value } from '../../values/values';

/** How a statement or a block ended. */
export type Outcome = 'normal' | 'break' | 'continue' | { readonly returned: Value };

/** A statement that runs: it stops where a generator yields, and goes on when the next item is asked for. */
export type Flow = Generator<Value, Outcome, void>;

/** Runs what does not yield. */
export function finish(flow: Flow): Outcome {
  const { done, value } = flow.next();
  if (!done) throw new RangeError('a yield outside of a generator');
  return value;
}
