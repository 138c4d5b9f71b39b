import { type EvaluateOptions, type Evaluation, evaluateParsed, parseText } from '../../../src/core';
import type { FromWebview, ToWebview } from '../../../src/messages/panel';
import type { SavedState } from '../../../src/messages/savedState';
import type { ParsedState, Report } from '../../../src/webview/state/snapshot';
import { Store } from '../../../src/webview/state/store';

export const goodText = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]';

export function stateOf(text: string, uri = 'file:///a.py'): ParsedState {
  const source = { uri, label: 'a.py', line: 1, pieces: [], ranges: [], isBox: false, readings: {} };
  return { kind: 'parsed', source, parsed: parseText(text), options: {} };
}

export function message(revision: number, text: string): ToWebview {
  return { type: 'state', revision, state: stateOf(text) };
}

export function reportOf(text: string, options: EvaluateOptions = {}): Report {
  const { source, parsed } = stateOf(text);
  return { source, parsed, options, evaluation: evaluateParsed(parsed, options) };
}

/** A store over the real evaluation; what it does aside waits for `answer`. */
export function newStore(saved: SavedState | null = null) {
  const posted: FromWebview[] = [];
  const kept: SavedState[] = [];
  const scrolled: number[] = [];
  const released: Evaluation[] = [];
  const aside: (() => Promise<void>)[] = [];
  const store = new Store({
    post: (one) => posted.push(one),
    save: (state) => kept.push(state),
    saved: () => saved,
    evaluate: evaluateParsed,
    evaluateAside: (parsed, options) =>
      new Promise<Evaluation>((resolve) => {
        aside.push(async () => resolve(evaluateParsed(parsed, options)));
      }),
    release: (evaluation) => released.push(evaluation),
    scrollTo: (top) => scrolled.push(top),
    now: () => 0,
  });
  /** Answers the oldest request that waits, and lets the store take the answer. */
  const answer = async () => {
    await aside.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { store, posted, kept, scrolled, released, aside, answer };
}
