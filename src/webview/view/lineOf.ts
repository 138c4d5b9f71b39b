import type { PanelSource } from '../../messages/panel';

/**
 * The line of an offset in the document that a source comes from, from 1; null where its text was not kept, and for
 * the cells of a notebook, whose text does not say where each begins.
 */
export function lineOf({ uri, pieces, ranges, line }: PanelSource, offset: number): number | null {
  if (uri?.startsWith('vscode-notebook-cell:')) return null;
  const start = Math.min(...ranges.map(({ from }) => from));
  const piece = pieces.find(({ from, text }) => {
    return [offset, start].every((at) => from <= at && at <= from + text.length);
  });
  if (!piece) return null;
  const breaks = piece.text
    .slice(Math.min(start, offset) - piece.from, Math.max(start, offset) - piece.from)
    .match(/\r\n|\n|\r/g);
  return line + Math.sign(offset - start) * (breaks?.length ?? 0);
}
