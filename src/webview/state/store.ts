import type { EvaluateOptions, Evaluation, Mending, ParsedText } from '../../core';
import { type Comparison, noComparison } from '../../messages/comparison';
import {
  isSameSource,
  isToWebview,
  type OfferedFix,
  type PanelState,
  type ToWebview,
} from '../../messages/panel';
import type { Memory, SavedState } from '../../messages/savedState';
import { initialView, type ViewState } from '../../messages/viewState';
import { PageStore } from '../page/pageStore';
import { runOf } from '../view/compare/runOf';
import { mendInput } from './edits';
import { emptyHistory, ended, type History, keptHistory, recorded, redone, undone } from './history';
import { Kept } from './kept';
import { keptEdits } from './keptEdits';
import { hasValues, lastGoodOf } from './lastGood';
import { withoutPin, withPin } from './pins';
import type { ParsedState, Report, Snapshot, StoreContext } from './snapshot';

/** An evaluation that may take longer than this is done aside, so that the page keeps its frames. Unit: ms. */
const longestInFrame = 8;

/** Assumed until one was measured, from plain JavaScript on one core. Unit: ms per element. */
const initialCost = 1.5e-4;

/** Below this size the fixed cost of a call dominates, so that its time says nothing about the cost per element. */
const smallestMeasured = 10_000;

const nothing: Snapshot = {
  panel: { kind: 'waiting' },
  isExample: false,
  report: null,
  lastGood: null,
  comparison: noComparison,
  isComputing: false,
  view: initialView,
  canUndo: false,
  canRedo: false,
  hasDroppedEdits: false,
  fixes: [],
  applied: null,
  failure: null,
};

/** What the panel of losses shows, and what the user changes in it. */
export class Store extends PageStore<Snapshot, ToWebview> {
  #history: History = emptyHistory;
  #costPerElement = initialCost;
  /** The state that is evaluated aside at present. */
  #running: ParsedState | null = null;
  /** How far the page is scrolled, and where it is to be scrolled to once it shows what it should. Unit: px. */
  #scroll = 0;
  #place: number | null = null;
  /** The call whose fixes were asked for last, as text: a drag asks once. */
  #asked = '';
  readonly kept = new Kept(() => this.#save());

  constructor(private readonly context: StoreContext) {
    super(nothing, isToWebview, context.post);
  }

  /**
   * Merges a change into the options; an option that is set to undefined is inferred again. Changes of one `gesture`
   * (a drag, a field that is typed into) are taken back together.
   */
  change(change: EvaluateOptions, gesture: string | null = null): void {
    this.apply((_, options) => ({ ...options, ...change }), gesture);
  }

  /** The same for a change that depends on what was evaluated: one of `edits.ts`. */
  apply(
    change: (evaluation: Evaluation, options: EvaluateOptions) => EvaluateOptions,
    gesture: string | null = null,
  ): void {
    const { panel, report } = this.snapshot;
    if (panel.kind !== 'parsed' || !report) return;
    const options = change(report.evaluation, panel.options);
    if (options === panel.options) return;
    this.#history = recorded(this.#history, panel.options, gesture);
    this.#change(panel, options);
  }

  endGesture(): void {
    this.#history = ended(this.#history);
  }

  /** Makes a fix that the host offers in the text. */
  applyFix(fix: OfferedFix): void {
    this.context.post({ type: 'applyFix', revision: this.revision, index: this.snapshot.fixes.indexOf(fix) });
  }

  /** Mends the numbers of the input as they go to the losses. */
  mend(mending: Mending): void {
    this.apply((evaluation, options) => mendInput(evaluation, options, mending));
    this.#set({ applied: { title: null } });
  }

  undo(): void {
    this.#travel(undone);
  }

  redo(): void {
    this.#travel(redone);
  }

  /** Keeps what is compared of the present report; one without values is not kept. */
  pin(): void {
    const { report, comparison } = this.snapshot;
    const run = report && hasValues(report.evaluation) ? runOf(report) : null;
    const next = run && withPin(comparison, run);
    if (next) this.compare(next);
  }

  unpin(id: number): void {
    this.compare(withoutPin(this.snapshot.comparison, id));
  }

  /** Changes which two runs are compared. */
  compare(change: Partial<Comparison>): void {
    this.#set({ comparison: { ...this.snapshot.comparison, ...change } });
    this.#save();
  }

  /** Changes what is looked at. */
  look(change: Partial<ViewState>): void {
    this.#set({ view: { ...this.snapshot.view, ...change } });
    this.#save();
  }

  select(sample: number): void {
    if (sample !== this.snapshot.view.sample) this.look({ sample });
  }

  /** Keeps how far the page is scrolled, for when it is shown again. */
  keepPlace(scroll: number): void {
    this.#scroll = scroll;
    if (this.#place === null) this.#save();
  }

  /** False for a text that stands in no document: nothing of it can be shown in the editor. */
  get hasDocument(): boolean {
    const { panel } = this.snapshot;
    return panel.kind === 'parsed' && panel.source.uri !== null;
  }

  /** Posts a request to the host. */
  readonly post: StoreContext['post'] = (message) => this.context.post(message);

  protected hear(message: ToWebview): void {
    switch (message.type) {
      case 'look':
        this.look(message.view);
        this.#addPins(message.comparison);
        return;
      case 'fixes':
        if (message.revision === this.revision) this.#set({ fixes: message.fixes });
        return;
      case 'applied':
        this.#set({ applied: { title: message.title } });
        return;
      case 'state':
        this.#hearState(message);
        return;
      default:
        message satisfies never;
    }
  }

  #hearState(message: ToWebview & { readonly type: 'state' }): void {
    const isFirst = this.revision < 0;
    if (!this.isNews(message.revision)) return;
    const saved = isFirst ? this.context.saved() : null;
    this.#show(message.state);
    if (saved) this.#restore(saved);
  }

  /** Takes the pins of a link to those that are there. */
  #addPins({ pins }: Comparison): void {
    this.compare(pins.reduce((all, { run }) => withPin(all, run) ?? all, this.snapshot.comparison));
  }

  #travel(step: typeof undone): void {
    const { panel } = this.snapshot;
    if (panel.kind !== 'parsed') return;
    const stepped = step(this.#history, panel.options);
    if (!stepped) return;
    const [options, history] = stepped;
    this.#history = history;
    this.#change(panel, options);
  }

  #change(panel: ParsedState, options: EvaluateOptions): void {
    this.context.post({ type: 'options', options });
    this.#set({ hasDroppedEdits: false, applied: null });
    this.#evaluate({ ...panel, options });
  }

  #show(state: PanelState): void {
    const { panel: before } = this.snapshot;
    if (state.kind === 'reading') {
      const lastGood = lastGoodOf(this.snapshot.lastGood, state.source, this.snapshot.lastGood?.options.pair);
      this.#set({ panel: state, lastGood, isComputing: false });
      return;
    }
    const isExample = state.kind === 'empty';
    const panel: ParsedState = isExample ? { kind: 'parsed', ...state.example, options: {} } : state;
    const isSamePair =
      before.kind === 'parsed' &&
      isSameSource(panel.source, before.source) &&
      panel.options.pair === before.options.pair;
    if (!isSamePair) {
      this.#history = emptyHistory;
      this.#place = 0;
      this.kept.clear();
    }
    const view = isSamePair
      ? this.snapshot.view
      : { ...this.snapshot.view, sample: 0, reading: null, batch: null };
    this.#set({ view, isExample, hasDroppedEdits: false, fixes: [], applied: null });
    this.#evaluate(isSamePair ? this.#follow(before, panel) : panel);
  }

  /** The new text with the edits that still hold; what was done to the old one cannot be taken back in it. */
  #follow(before: ParsedState, panel: ParsedState): ParsedState {
    const { options, isLost } = keptEdits(panel.options, before.parsed, panel.parsed);
    if (options === panel.options) return panel;
    this.#history = emptyHistory;
    this.context.post({ type: 'options', options });
    this.#set({ hasDroppedEdits: isLost });
    return { ...panel, options };
  }

  /** Brings back the pins, and what was looked at and done when the page saved it for the source that it shows now. */
  #restore({ source, view, comparison, memory }: SavedState): void {
    const { panel } = this.snapshot;
    const isSame = panel.kind === 'parsed' && isSameSource(source, panel.source);
    if (isSame && memory) this.#recall(memory);
    this.compare(comparison);
    if (!isSame) return;
    this.look(view);
    this.#takePlace();
  }

  #recall(memory: Memory): void {
    const { past, future, scroll, revision } = memory;
    this.kept.recall(memory);
    if (revision === this.revision) this.#history = { past, future, gesture: null };
    this.#scroll = scroll;
    this.#place = scroll;
  }

  /** Scrolls to where the page is to be, when what it should show is there. */
  #takePlace(): void {
    if (this.#place === null || this.snapshot.isComputing) return;
    this.context.scrollTo(this.#place);
    this.#place = null;
  }

  #evaluate(panel: ParsedState): void {
    if (numberOfElements(panel.parsed) * this.#costPerElement > longestInFrame) {
      this.#set({ panel, isComputing: true });
      if (!this.#running) void this.#evaluateAside(panel);
      return;
    }
    try {
      const start = this.context.now();
      const evaluation = this.context.evaluate(panel.parsed, panel.options);
      this.#measure(panel.parsed, this.context.now() - start);
      this.#set({ panel, isComputing: false });
      this.#finish(panel, evaluation);
    } catch (error) {
      this.#set({ panel, report: null });
      this.#fail(error);
    }
  }

  /** Evaluates beside the page; what changed meanwhile is evaluated after it, the latest state only. */
  async #evaluateAside(panel: ParsedState): Promise<void> {
    this.#running = panel;
    try {
      const evaluation = await this.context.evaluateAside(panel.parsed, panel.options);
      const { panel: present, isComputing } = this.snapshot;
      const isOfText = present.kind === 'parsed' && present.parsed === panel.parsed;
      if (isOfText && isComputing) this.#finish(panel, evaluation);
    } catch (error) {
      this.#fail(error);
    }
    this.#running = null;
    const { panel: present, isComputing } = this.snapshot;
    if (isComputing && present.kind === 'parsed') void this.#evaluateAside(present);
  }

  /** Takes an evaluation of the present text; its options may have changed since. */
  #finish(panel: ParsedState, evaluation: Evaluation): void {
    const { source, parsed, options } = panel;
    const { panel: present, lastGood, report: before } = this.snapshot;
    const report: Report = { source, parsed, options, evaluation };
    this.#set({
      report,
      lastGood: hasValues(evaluation) ? report : lastGoodOf(lastGood, source, options.pair),
      isComputing: panel !== present,
      failure: null,
    });
    if (before && before !== this.snapshot.lastGood) this.context.release(before.evaluation);
    this.#takePlace();
    this.#askForFixes(report);
    this.#save();
  }

  /** Asks the host what mends the code at the call, when there is something to mend. */
  #askForFixes({ source, parsed, evaluation }: Report): void {
    const { findings, pairs, pair } = evaluation;
    const call = parsed.usage.calls[pairs[pair]?.call ?? -1];
    if (source.uri === null || findings.length === 0 || !call) return;
    const { from, to } = call;
    const asked = `${this.revision}:${from}:${to}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.context.post({ type: 'findFixes', revision: this.revision, from, to });
  }

  #fail(error: unknown): void {
    const failure = error instanceof Error ? error.message : String(error);
    const message = error instanceof Error ? (error.stack ?? failure) : failure;
    this.context.post({ type: 'failed', message });
    this.#set({ isComputing: false, failure });
  }

  #measure(parsed: ParsedText, elapsed: number): void {
    const numel = numberOfElements(parsed);
    if (numel >= smallestMeasured) this.#costPerElement = elapsed / numel;
  }

  #save(): void {
    const { panel, isExample, view, comparison } = this.snapshot;
    if (panel.kind !== 'parsed' || isExample) return;
    const { source, options } = panel;
    const memory = {
      revision: this.revision,
      scroll: this.#scroll,
      ...keptHistory(this.#history),
      ...this.kept.memory,
    };
    this.context.save({ source, options, view, comparison, memory });
  }

  #set(change: Partial<Snapshot>): void {
    const { past, future } = this.#history;
    this.set({ canUndo: past.length > 0, canRedo: future.length > 0, ...change });
  }
}

function numberOfElements(parsed: ParsedText): number {
  return parsed.literals.reduce((numel, literal) => numel + literal.tensor.data.length, 0);
}
