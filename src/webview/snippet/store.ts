import type { SnippetEdit } from '../../core';
import {
  type FromSnippetPage,
  isToSnippetPage,
  type PythonState,
  type SnippetSource,
  type SnippetState,
  type Stop,
  type ToSnippetPage,
} from '../../messages/snippet';
import type { SnippetRequest, Stage } from '../../messages/worker';
import { PageStore } from '../page/pageStore';
import type { Run, RunListener } from '../worker/workerQueue';
import { messageOf } from './view/messageOf';

/** A source and what became of it: the text as it is, then with one correction more each. */
export interface SnippetReport {
  readonly source: SnippetSource;
  readonly revision: number;
  readonly stages: readonly Stage[];
}

/** Everything that the page shows. */
export interface SnippetSnapshot {
  readonly state: SnippetState | { readonly kind: 'waiting' };
  /** The last evaluation; of an earlier text while the present one is evaluated. */
  readonly report: SnippetReport | null;
  /** The last report whose text could be read as Python: shown, and said to be old, while that cannot. */
  readonly lastGood: SnippetReport | null;
  /** `slow` from when a run is worth a notice. */
  readonly run: 'none' | 'started' | 'slow' | 'cancelled';
  /** What became of a comparison with the user's Python. */
  readonly python: PythonState;
  /** An exception in the evaluation. */
  readonly failure: string | null;
}

/** What the store needs of the world around it. */
export interface SnippetContext {
  post(message: FromSnippetPage): void;
  save(source: SnippetSource): void;
  start(request: SnippetRequest, listener: RunListener<readonly Stage[]>): Run;
  /** Runs the task after so many milliseconds; the function it gives prevents that. */
  after(delay: number, task: () => void): () => void;
}

/** A run that takes longer is announced, with a button that ends it. Unit: ms. */
const noticeableDelay = 200;

const nothing: SnippetSnapshot = {
  state: { kind: 'waiting' },
  report: null,
  lastGood: null,
  run: 'none',
  python: { kind: 'none' },
  failure: null,
};

/** What the panel of snippets shows, and the run that makes it. */
export class SnippetStore extends PageStore<SnippetSnapshot, ToSnippetPage> {
  #stop: () => void = () => undefined;

  constructor(private readonly context: SnippetContext) {
    super(nothing, isToSnippetPage, context.post);
  }

  /** Evaluates the present text, again if it was. */
  runAgain(): void {
    const { state } = this.snapshot;
    if (state.kind !== 'snippet') return;
    const { source } = state;
    const { revision } = this;
    this.set({ run: 'started', failure: null });
    const forget = this.context.after(noticeableDelay, () => this.set({ run: 'slow' }));
    const run = this.context.start(source, {
      done: (stages) => {
        forget();
        const report = { source, revision, stages };
        const lastGood = isReadable(report) ? report : this.snapshot.lastGood;
        this.set({ report, lastGood, run: 'none' });
        this.context.post({ type: 'stop', revision, stop: stopOf(report) });
      },
      failed: (message) => {
        forget();
        this.context.post({ type: 'failed', message });
        this.set({ run: 'none', failure: message });
      },
    });
    this.#stop = () => {
      forget();
      run.cancel();
    };
  }

  cancel(): void {
    this.#stop();
    this.set({ run: 'cancelled' });
  }

  /** Makes a correction in the document. */
  apply(edits: readonly SnippetEdit[], { revision }: SnippetReport): void {
    this.context.post({
      type: 'apply',
      revision,
      edits: edits.map(({ from, to, text }) => ({ from, to, text })),
    });
  }

  /** Has the present text run with the user's Python. */
  compare(): void {
    this.context.post({ type: 'compare', revision: this.revision });
  }

  cancelCompare(): void {
    this.context.post({ type: 'cancelCompare', revision: this.revision });
  }

  protected hear(message: ToSnippetPage): void {
    if (message.type === 'state') this.#hearState(message);
    else if (message.revision === this.revision) this.set({ python: message.python });
  }

  #hearState({ revision, state }: ToSnippetPage & { readonly type: 'state' }): void {
    if (!this.isNews(revision)) return;
    this.#stop();
    if (state.kind === 'empty') {
      this.set({ state, report: null, lastGood: null, run: 'none', failure: null });
      return;
    }
    const isSameDocument = this.snapshot.report?.source.uri === state.source.uri;
    this.set(isSameDocument ? { state } : { state, report: null, lastGood: null });
    this.context.save(state.source);
    this.runAgain();
  }
}

/** Where Python stops in the text as it is; null where it does not. */
function stopOf({ stages: [{ result }] }: SnippetReport): Stop | null {
  const { error } = result;
  return error ? { from: error.from, to: error.to, message: messageOf(error) } : null;
}

/** Python reads a text whole before it runs any of it. */
const unreadable = new Set(['SyntaxError', 'IndentationError', 'TabError']);

/** False for a text that is no Python, as while it is being typed. */
export function isReadable({ stages }: SnippetReport): boolean {
  const [{ result }] = stages;
  return !(result.error && unreadable.has(result.error.type) && result.steps.length === 0);
}
