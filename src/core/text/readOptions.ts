export interface ReadOptions {
  /** VS Code's id of the language, as `python`; it decides whether `//` starts a comment. */
  readonly languageId?: string;
  /** Asked now and then; once it says true the reader stops with a `cancelled` problem. */
  readonly isCancelled?: () => boolean;
}
