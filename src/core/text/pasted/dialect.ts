import type { DType } from '../../tensor/dtype';
import type { TextRange } from '../../textRange';

/** A stretch of text that another language wrote, as the reader of brackets knows it. */
export interface Translation extends TextRange {
  /** As long as the range, so that everything stays at its place. */
  readonly text: string;
  /** dtype of what is read in it; null for what the numbers say. */
  readonly dtype: DType | null;
}

/** How one language writes arrays, as a translation into nested square brackets. */
export interface Dialect {
  readonly translate: (text: string) => readonly Translation[];
}

/** Blanks in place of a text; its line breaks stay. */
export function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
