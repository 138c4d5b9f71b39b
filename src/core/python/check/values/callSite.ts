import type { FileRange } from '../findings/codeFinding';

/** Where a call is written, and the last word of what is called. */
export interface CallSite extends FileRange {
  readonly word: FileRange;
  /** What is called, as written: `F.softmax`. */
  readonly written: string;
}
