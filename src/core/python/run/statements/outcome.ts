import type { Value } from '../../values/values';

/** How a statement or a block ended. */
export type Outcome = 'normal' | 'break' | 'continue' | { readonly returned: Value };

/** A statement that runs: it stops where a generator yields, and goes on when the next item is asked for. */
export type Flow = Generator<Value, Outcome, void>;

/** Runs what holds no function of its own: a `yield` there is of an excerpt of one, and gives None. */
export function finish(flow: Flow): Outcome {
  for (;;) {
    const { done, value } = flow.next();
    if (done) return value;
  }
}
