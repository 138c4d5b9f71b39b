import type { EvaluateOptions, Evaluation, ParsedText } from '../../core';
import type { Comparison } from '../../messages/comparison';
import type { FromWebview, OfferedFix, PanelSource, PanelState } from '../../messages/panel';
import type { SavedState } from '../../messages/savedState';
import type { ViewState } from '../../messages/viewState';

/** A text that was evaluated, with what was used. */
export interface Report {
  readonly source: PanelSource;
  readonly parsed: ParsedText;
  readonly options: EvaluateOptions;
  readonly evaluation: Evaluation;
}

export type ParsedState = PanelState & { readonly kind: 'parsed' };

/** Everything that the page shows. */
export interface Snapshot {
  readonly panel: Exclude<PanelState, { kind: 'empty' }> | { readonly kind: 'waiting' };
  /** True for the example that the page shows while it has nothing else. */
  readonly isExample: boolean;
  /**
   * The evaluation of the present text; null before the first. While a large one is computed (`isComputing`), this is
   * the one before, and `panel.options` are ahead of it.
   */
  readonly report: Report | null;
  /** The last report that has values: shown, and said to be old, while its text is typed at and gives none. */
  readonly lastGood: Report | null;
  /** What was pinned, and what is compared. */
  readonly comparison: Comparison;
  readonly isComputing: boolean;
  readonly view: ViewState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** True when edits were dropped because the text under them changed. */
  readonly hasDroppedEdits: boolean;
  /** What mends the code at the call that is shown. */
  readonly fixes: readonly OfferedFix[];
  /** Set after a finding was mended: in the text, by the fix of this title, or with null in the numbers here. */
  readonly applied: { readonly title: string | null } | null;
  /** An exception in the evaluation. */
  readonly failure: string | null;
}

/** What the store needs of the world around it. */
export interface StoreContext {
  post(message: FromWebview): void;
  save(state: SavedState): void;
  /** What the page saved before it was hidden or reloaded; null when there is nothing. */
  saved(): SavedState | null;
  /** For what takes less than a frame. */
  evaluate(parsed: ParsedText, options: EvaluateOptions): Evaluation;
  /** For the rest: beside the page, which stays alive. Calls are answered in their order. */
  evaluateAside(parsed: ParsedText, options: EvaluateOptions): Promise<Evaluation>;
  /** Takes back an evaluation that is not shown any more; may be called before the page is drawn without it. */
  release(evaluation: Evaluation): void;
  /** Scrolls the page so that it begins `top` px further down, as far as it goes, once it is drawn. */
  scrollTo(top: number): void;
  /** Milliseconds. */
  now(): number;
}
