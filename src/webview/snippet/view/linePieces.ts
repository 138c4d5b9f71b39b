import type { Colour, ColourKind, TextRange } from '../../../core';

/** A piece of a line that looks the same from end to end. */
export interface LinePiece {
  readonly text: string;
  /** Null for the colour of text. */
  readonly kind: ColourKind | null;
  /** True for what the expression at fault takes, blanks at the start of the line aside. */
  readonly isFault: boolean;
}

/** The line of a text in pieces; `colours` are those of all of the text, in order. */
export function piecesOf(
  text: string,
  line: TextRange,
  colours: readonly Colour[],
  fault: TextRange | null,
): readonly LinePiece[] {
  const here = coloursWithin(colours, line);
  const code = line.to - text.slice(line.from, line.to).trimStart().length;
  const faulty = fault && { from: Math.max(fault.from, code), to: fault.to };
  const ends = [line.from, line.to, code, ...(faulty ? [faulty.from, faulty.to] : [])];
  const cuts = [...ends, ...here.flatMap(({ from, to }) => [from, to])]
    .filter((at) => at >= line.from && at <= line.to)
    .sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, i) => {
    const from = cuts[i];
    if (from === to) return [];
    const isWithin = (range: TextRange) => range.from <= from && to <= range.to;
    return [
      {
        text: text.slice(from, to),
        kind: here.find(isWithin)?.kind ?? null,
        isFault: faulty !== null && isWithin(faulty),
      },
    ];
  });
}

/** Those that reach into a line. */
function coloursWithin(colours: readonly Colour[], { from, to }: TextRange): readonly Colour[] {
  let low = 0;
  let high = colours.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (colours[middle].to <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < colours.length && colours[end].from < to) end++;
  return colours.slice(low, end);
}
