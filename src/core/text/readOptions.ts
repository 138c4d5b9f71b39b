export interface ReadOptions {
  /** VS Code's id of the language, as `python`; it decides whether `//` starts a comment. */
  readonly languageId?: string;
  /**
   * True for text that somebody selected or pasted as tensors: arrays of other languages and lines of numbers count
   * too, which are too much like code and prose to be looked for in a whole document.
   */
  readonly isPasted?: boolean;
  /** The reading to take instead of the usual one, by the offset of the literal. */
  readonly readings?: Readonly<Record<number, string>>;
  /** Most expressions of the program around the tensors that are evaluated; behind them no call is known. */
  readonly maxSteps?: number;
  /** Asked now and then; once it says true the reader stops with a `cancelled` problem. */
  readonly isCancelled?: () => boolean;
}
