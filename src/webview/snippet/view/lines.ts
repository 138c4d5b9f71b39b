import type { SnippetError, SnippetResult, SnippetStep, TextRange, Unevaluated } from '../../../core';
import type { Stage } from '../../../messages/worker';

/** One line of the text with what is said below it. */
export interface ShownLine extends TextRange {
  /** In the program, from 1. */
  readonly line: number;
  readonly text: string;
  /** What ran here, the last run of each statement; in order. */
  readonly steps: readonly RepeatedStep[];
  readonly unevaluated: readonly Unevaluated[];
  readonly error: SnippetError | null;
  /** The part of `text` that the expression at fault takes, as offsets of `text`; null for other lines. */
  readonly fault: TextRange | null;
  /** False behind the line where Python stops. */
  readonly isReached: boolean;
}

/** A statement that ran once or, in a loop, several times. */
export interface RepeatedStep extends Pick<SnippetStep, 'bound' | 'printed' | 'value'> {
  readonly times: number;
}

/**
 * The lines of a stage's text from `firstLine` on: those of its selection, and whatever else has an error or
 * something that was not evaluated.
 */
export function linesOf({ text, selection, result }: Stage, firstLine = 1): readonly ShownLine[] {
  const ranges = lineRangesOf(text);
  const steps = stepsByLine(text, result, ranges);
  const lineAt = (offset: number) => lineOf(ranges, offset);
  const error = result.error ?? null;
  const errorLine = error && lineAt(Math.max(error.from, error.to - 1));
  const lines = ranges.map((range, i): ShownLine => {
    const line = i + 1;
    return {
      ...range,
      line,
      text: text.slice(range.from, range.to),
      steps: steps.get(line) ?? [],
      unevaluated: result.unevaluated.filter((one) => lineAt(one.from) === line),
      error: errorLine === line ? error : null,
      fault: error && faultIn(range, text, error),
      isReached: errorLine === null || line <= errorLine,
    };
  });
  const isSelected = ({ from, to }: TextRange) => !selection || (from < selection.to && to >= selection.from);
  return trimmed(
    lines.filter(
      (line) =>
        line.line >= firstLine && (isSelected(line) || line.error !== null || line.unevaluated.length > 0),
    ),
  );
}

/** True when something is said below a line. */
export function hasNotes({ steps, unevaluated, error }: ShownLine): boolean {
  return error !== null || unevaluated.length > 0 || steps.length > 0;
}

/** Lines without notes in a row, longer than this, are folded. */
const longestPlain = 7;

/** The lines in groups: one that is shown, or one that is folded away until it is asked for. */
export function foldedOf(lines: readonly ShownLine[]): readonly (readonly ShownLine[])[] {
  const groups: ShownLine[][] = [];
  let plain: ShownLine[] = [];
  const flush = () => {
    if (plain.length > longestPlain) groups.push(plain);
    else groups.push(...plain.map((line) => [line]));
    plain = [];
  };
  for (const line of lines) {
    if (hasNotes(line)) {
      flush();
      groups.push([line]);
    } else plain.push(line);
  }
  flush();
  return groups;
}

/** The part of a line that a range of the text takes, without the indent. */
function faultIn(line: TextRange, text: string, { from, to }: TextRange): TextRange | null {
  const written = text.slice(line.from, line.to);
  const indent = written.length - written.trimStart().length;
  const first = Math.max(from - line.from, indent);
  const last = Math.min(to - line.from, written.length);
  return first < last ? { from: first, to: last } : null;
}

function lineRangesOf(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let from = 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    ranges.push({ from, to: index });
    from = index + lineBreak.length;
  }
  return [...ranges, { from, to: text.length }];
}

/** The line of an offset, from 1. */
function lineOf(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ranges[middle].from <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/**
 * What ran, by the line below which it is told: the last line of its statement, but the first where other
 * statements stand inside, as in a loop.
 */
function stepsByLine(
  text: string,
  result: SnippetResult,
  ranges: readonly TextRange[],
): Map<number, RepeatedStep[]> {
  const runs = new Map<number, SnippetStep[]>();
  for (const step of result.steps) {
    const known = runs.get(step.from);
    if (known) known.push(step);
    else runs.set(step.from, [step]);
  }
  const starts = [...runs.keys()].sort((a, b) => a - b);
  const told = new Map<number, RepeatedStep[]>();
  for (const [index, from] of starts.entries()) {
    const steps = runs.get(from) ?? [];
    const last = steps[steps.length - 1];
    const printed = steps.flatMap((step) => step.printed);
    // A text that stands by itself is a comment in all but name.
    const value = docstring.test(text.slice(from, from + 3)) ? null : last.value;
    if (last.bound.length === 0 && printed.length === 0 && value === null) continue;
    const hasInner = starts[index + 1] < last.to;
    const line = lineOf(ranges, hasInner ? from : Math.max(from, last.to - 1));
    const before = told.get(line) ?? [];
    told.set(line, [...before, { bound: last.bound, value, printed, times: steps.length }]);
  }
  return told;
}

/** The first characters of a statement that is a string. */
const docstring = /^[rub]?["']/i;

/** Without the blank lines at both ends. */
function trimmed(lines: readonly ShownLine[]): readonly ShownLine[] {
  const isBlank = (line: ShownLine) => line.text.trim() === '' && !hasNotes(line);
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from])) from++;
  while (to > from && isBlank(lines[to - 1])) to--;
  return lines.slice(from, to);
}
