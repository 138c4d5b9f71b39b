import type { PanelSource } from '../../messages/panel';

/** Where something stands, for people. */
export interface TextPlace {
  /** Of a notebook, counted from 1; null elsewhere. */
  readonly cell: number | null;
  /** In its document or cell, from 1. */
  readonly line: number;
}

/**
 * The place of an offset in the document that a source comes from; null where its text was not kept, or does not say
 * where the cells of its notebook begin.
 */
export function placeOf({ uri, pieces, ranges, line, cells }: PanelSource, offset: number): TextPlace | null {
  const cell = cells?.filter(({ from }) => from <= offset).at(-1);
  if (!cell && uri?.startsWith('vscode-notebook-cell:')) return null;
  const start = cell ? cell.from : Math.min(...ranges.map(({ from }) => from));
  const piece = pieces.find(({ from, text }) =>
    [offset, start].every((at) => from <= at && at <= from + text.length),
  );
  if (!piece) return null;
  const breaks = piece.text
    .slice(Math.min(start, offset) - piece.from, Math.max(start, offset) - piece.from)
    .match(/\r\n|\n|\r/g);
  const lines = Math.sign(offset - start) * (breaks?.length ?? 0);
  return { cell: cell?.number ?? null, line: (cell ? 1 : line) + lines };
}
