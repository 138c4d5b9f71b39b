import type { EvaluateOptions, ParsedText } from './core';

/** Where the tensors in the panel come from. Offsets in `ParsedText` are offsets of the document `uri`. */
export interface PanelSource {
  readonly uri: string;
  /** File name to show. */
  readonly label: string;
  /** 1-based line of the selection, to show. */
  readonly line: number;
}

/** The whole state of the panel: every message carries all of it, so reopening needs no other path. */
export type PanelState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly source: PanelSource }
  | {
      readonly kind: 'parsed';
      readonly source: PanelSource;
      readonly parsed: ParsedText;
      readonly options: EvaluateOptions;
    };

/** Host to webview. */
export type ToWebview =
  /** The state to show; a message with a revision not above the last one is dropped. */
  { readonly type: 'state'; readonly revision: number; readonly state: PanelState };

/** Webview to host. */
export type FromWebview =
  /** The page is up and wants its state. */
  | { readonly type: 'ready' }
  /** The user changed an option or a role; the host keeps them for the next reload. */
  | { readonly type: 'options'; readonly options: EvaluateOptions }
  /** Select this range of the source document in the editor. */
  | { readonly type: 'reveal'; readonly from: number; readonly to: number }
  /** Put this text on the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  /** Open the section of docs/findings.md. */
  | { readonly type: 'openDocs'; readonly code: string }
  /** An exception in the page, for the log and a notice. */
  | { readonly type: 'failed'; readonly message: string };
