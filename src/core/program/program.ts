import type { TextRange } from '../textRange';

/** A stretch of a program's text and where it comes from: `[from, to)` is `[offset, offset + to - from)` of a part. */
export interface Stretch extends TextRange {
  /** Index of the part. */
  readonly part: number;
  readonly offset: number;
  /** What each further line of an insertion starts with, as the indent of a Markdown fence. */
  readonly lead: string;
}

/**
 * Python text that is checked as one, put together from the texts of one or more documents: all of a file, the
 * cells of a notebook in order, or the Python fences of a Markdown text.
 */
export interface Program {
  readonly text: string;
  /** Whole texts of the documents that it comes from. */
  readonly parts: readonly string[];
  /** In the order of the program's text; what lies between them comes from nowhere. */
  readonly stretches: readonly Stretch[];
}

/** A range of one of a program's parts. */
export interface PartRange extends TextRange {
  readonly part: number;
  readonly lead: string;
}

/** A text that is Python from end to end. */
export function plainProgram(text: string): Program {
  return { text, parts: [text], stretches: [{ from: 0, to: text.length, part: 0, offset: 0, lead: '' }] };
}

/** Where a range of a program's text comes from; null when it does not lie within one part. */
export function partRangeOf({ stretches }: Program, { from, to }: TextRange): PartRange | null {
  const first =
    stretches.find((one) => one.from <= from && from < one.to) ?? stretches.find((one) => one.to === from);
  const last = from === to ? first : stretches.find((one) => one.from < to && to <= one.to);
  if (!first || !last || first.part !== last.part) return null;
  return {
    part: first.part,
    from: first.offset + from - first.from,
    to: last.offset + to - last.from,
    lead: first.lead,
  };
}

/** Where a range of a part stands in the program's text; null when nothing of it does. */
export function programRangeOf(program: Program, part: number, range: TextRange): TextRange | null {
  const touched = program.stretches.flatMap((one) => {
    if (one.part !== part) return [];
    const from = Math.max(range.from, one.offset);
    const to = Math.min(range.to, one.offset + one.to - one.from);
    return from < to ? [{ from: one.from + from - one.offset, to: one.from + to - one.offset }] : [];
  });
  const last = touched.at(-1);
  return last ? { from: touched[0].from, to: last.to } : null;
}
