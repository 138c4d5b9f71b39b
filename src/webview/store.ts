import type { EvaluateOptions, Evaluation, ParsedText } from '../core';
import { type FromWebview, isToWebview, type PanelSource, type PanelState } from '../protocol';
import type { SavedState } from '../savedState';

/** A text that was evaluated, with what was used. */
export interface Report {
  readonly source: PanelSource;
  readonly parsed: ParsedText;
  readonly options: EvaluateOptions;
  readonly evaluation: Evaluation;
}

/** Everything that the page shows. */
export interface Snapshot {
  readonly panel: PanelState | { readonly kind: 'waiting' };
  /** The evaluation of the present text; null before the first and while a large one is computed. */
  readonly report: Report | null;
  /** The last report that has losses: shown, and said to be old, where the present text gives none. */
  readonly lastGood: Report | null;
  readonly isComputing: boolean;
  /** Flat index of the selected sample. */
  readonly sample: number;
  /** An exception in the evaluation. */
  readonly failure: string | null;
}

/** What the store needs of the world around it. */
export interface StoreContext {
  post(message: FromWebview): void;
  save(state: SavedState): void;
  evaluate(parsed: ParsedText, options: EvaluateOptions): Evaluation;
  /** Runs the task after the next paint. */
  defer(task: () => void): void;
  /** Milliseconds. */
  now(): number;
}

/** Above this an evaluation is announced ("Computing…") before it blocks the page. Unit: ms. */
const noticeableDelay = 100;

/** Assumed until one was measured, from plain JavaScript on one core. Unit: ms per element. */
const initialCost = 1.5e-4;

/** Below this size the fixed cost of a call dominates, so that its time says nothing about the cost per element. */
const smallestMeasured = 10_000;

/** The page's one state: messages and the user's changes go in, snapshots come out. */
export class Store {
  #snapshot: Snapshot = {
    panel: { kind: 'waiting' },
    report: null,
    lastGood: null,
    isComputing: false,
    sample: 0,
    failure: null,
  };
  #revision = -1;
  #costPerElement = initialCost;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly context: StoreContext) {}

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a message from the host. Malformed ones are reported, old ones dropped. */
  receive(message: unknown): void {
    if (!isToWebview(message)) {
      this.context.post({ type: 'failed', message: 'The page received a malformed message.' });
      return;
    }
    if (message.revision <= this.#revision) return;
    this.#revision = message.revision;
    this.#show(message.state);
  }

  /** Merges a change into the options; an option that is set to undefined is inferred again. */
  change(change: EvaluateOptions): void {
    const { panel } = this.#snapshot;
    if (panel.kind !== 'parsed') return;
    const options = { ...panel.options, ...change };
    this.context.post({ type: 'options', options });
    this.#show({ ...panel, options });
  }

  /** False for a text that stands in no document: nothing of it can be shown in the editor. */
  get hasDocument(): boolean {
    const { panel } = this.#snapshot;
    return panel.kind === 'parsed' && panel.source.uri !== null;
  }

  /** Has the literal at this offset read in another way. */
  readAs(from: number, id: string): void {
    this.context.post({ type: 'reading', from, id });
  }

  select(sample: number): void {
    if (sample !== this.#snapshot.sample) this.#set({ sample });
  }

  reveal(from: number, to: number): void {
    this.context.post({ type: 'reveal', from, to });
  }

  copy(text: string): void {
    this.context.post({ type: 'copy', text });
  }

  openDocs(code: string): void {
    this.context.post({ type: 'openDocs', code });
  }

  #show(panel: PanelState): void {
    const before = this.#snapshot.report;
    const isSamePair =
      panel.kind === 'parsed' &&
      before !== null &&
      panel.source.uri === before.source.uri &&
      panel.options.pair === before.options.pair;
    const isReading = panel.kind === 'reading';
    const sample = isSamePair || isReading ? this.#snapshot.sample : 0;
    if (panel.kind === 'empty') {
      this.#set({ panel, sample, report: null, lastGood: null, isComputing: false, failure: null });
    } else if (panel.kind === 'reading') {
      this.#set({ panel, isComputing: false });
    } else {
      this.context.save({ source: panel.source, options: panel.options });
      this.#evaluate(panel, sample);
    }
  }

  #evaluate(panel: PanelState & { readonly kind: 'parsed' }, sample: number): void {
    if (numberOfElements(panel.parsed) * this.#costPerElement < noticeableDelay) {
      this.#finish(panel, sample);
      return;
    }
    this.#set({ panel, sample, isComputing: true });
    this.context.defer(() => {
      if (this.#snapshot.panel === panel) this.#finish(panel, sample);
    });
  }

  #finish(panel: PanelState & { readonly kind: 'parsed' }, sample: number): void {
    const { source, parsed, options } = panel;
    try {
      const start = this.context.now();
      const evaluation = this.context.evaluate(parsed, options);
      this.#measure(parsed, this.context.now() - start);
      const report = { source, parsed, options, evaluation };
      const lastGood = evaluation.losses ? report : this.#snapshot.lastGood;
      this.#set({ panel, report, lastGood, sample, isComputing: false, failure: null });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      this.context.post({
        type: 'failed',
        message: error instanceof Error ? (error.stack ?? failure) : failure,
      });
      this.#set({ panel, sample, report: null, isComputing: false, failure });
    }
  }

  #measure(parsed: ParsedText, elapsed: number): void {
    const numel = numberOfElements(parsed);
    if (numel >= smallestMeasured) this.#costPerElement = elapsed / numel;
  }

  #set(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function numberOfElements(parsed: ParsedText): number {
  return parsed.literals.reduce((numel, literal) => numel + literal.tensor.data.length, 0);
}
