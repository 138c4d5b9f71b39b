import type {
  LineNote,
  SnippetError,
  SnippetResult,
  SnippetStep,
  TextRange,
  Unevaluated,
} from '../../../core';
import type { Stage } from '../../../messages/worker';
import { type LinePiece, piecesOf } from './linePieces';

/** One line of the text with what is said below it. */
export interface ShownLine extends TextRange {
  /** In the program, from 1. */
  readonly line: number;
  /** Without the indent that all lines have. */
  readonly text: string;
  /** The text once more, in pieces of one look each. */
  readonly pieces: readonly LinePiece[];
  /** What ran here, the last run of each statement; in order. */
  readonly steps: readonly RepeatedStep[];
  readonly unevaluated: readonly Unevaluated[];
  /** Where nan begins, and the like. */
  readonly remarks: readonly LineNote[];
  readonly error: SnippetError | null;
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
export function linesOf({ text, selection, colours, result }: Stage, firstLine = 1): readonly ShownLine[] {
  const ranges = lineRangesOf(text);
  const steps = stepsByLine(text, result, ranges);
  const lineAt = (offset: number) => lineOf(ranges, offset);
  const error = result.error ?? null;
  const errorLine = error && lineAt(Math.max(error.from, error.to - 1));
  const lines = ranges.map((range, i) => {
    const line = i + 1;
    return {
      ...range,
      line,
      text: text.slice(range.from, range.to),
      steps: steps.get(line) ?? [],
      unevaluated: result.unevaluated.filter((one) => lineAt(one.from) === line),
      remarks: result.notes.filter((one) => lineAt(one.from) === line),
      error: errorLine === line ? error : null,
      isReached: errorLine === null || line <= errorLine,
    };
  });
  const isSelected = ({ from, to }: TextRange) => !selection || (from < selection.to && to >= selection.from);
  const shown = trimmed(
    lines.filter(
      (line) =>
        line.line >= firstLine && (isSelected(line) || line.error !== null || line.unevaluated.length > 0),
    ),
  );
  const indent = commonIndent(shown.map((line) => line.text));
  return shown.map((line) => {
    const from = Math.min(line.from + indent, line.to);
    return {
      ...line,
      text: text.slice(from, line.to),
      pieces: piecesOf(text, { from, to: line.to }, colours, error),
    };
  });
}

/** True when something is said below a line. */
export function hasNotes({ steps, unevaluated, remarks, error }: Untrimmed): boolean {
  return error !== null || unevaluated.length > 0 || remarks.length > 0 || steps.length > 0;
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

type Untrimmed = Omit<ShownLine, 'pieces'>;

/** Without the blank lines at both ends. */
function trimmed(lines: readonly Untrimmed[]): readonly Untrimmed[] {
  const isBlank = (line: Untrimmed) => line.text.trim() === '' && !hasNotes(line);
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from])) from++;
  while (to > from && isBlank(lines[to - 1])) to--;
  return lines.slice(from, to);
}

/** How many blanks all lines with something in them begin with; a tab and a space are different blanks. */
function commonIndent(texts: readonly string[]): number {
  const indents = texts.filter((text) => text.trim() !== '').map((text) => /^[ \t]*/.exec(text)?.[0] ?? '');
  let length = Math.min(...indents.map((indent) => indent.length));
  while (length > 0 && indents.some((indent) => !indent.startsWith(indents[0].slice(0, length)))) length--;
  return Number.isFinite(length) ? length : 0;
}
