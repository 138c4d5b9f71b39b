import type { SnippetSource } from '../../../messages/snippet';

/** A line of the program as the document counts it; null for one of an earlier cell. */
export function shownLine({ firstLine }: Pick<SnippetSource, 'firstLine'>, line: number): number | null {
  const shown = line - 1 + firstLine;
  return shown >= 1 ? shown : null;
}
