import type { TextRange } from '../textRange';
import { type CodeLine, isPrompted, type Line, linesOf, programOfLines, sessionLines } from './codeLines';
import type { Program } from './program';

/** What the first word after a fence says when Python is inside. */
const pythonWords = new Set(['python', 'py', 'python3', 'py3', 'pycon', 'ipython', 'ipython3']);

interface Fence {
  /** Of the line that opens it. */
  readonly from: number;
  readonly indent: string;
  readonly mark: string;
  /** Null for a fence without a word that names a language. */
  readonly isPython: boolean | null;
  readonly lines: Line[];
}

/**
 * The Python fences of a Markdown text as one program. Everything else is blanked out, so offsets stay, but for
 * fences that are indented or hold a session with `>>>`: their lines are taken from behind the indent or prompt.
 * In an excerpt, fences that name no language count too, and the text may start inside of one.
 */
export function markdownProgram(text: string, { isExcerpt = false } = {}): Program {
  const fences = fencesOf(text, isExcerpt && startsInFence(text));
  const chosen = fences.filter(({ isPython }) => isPython ?? isExcerpt);
  return programOfLines(
    text,
    chosen.flatMap((fence) => codeLines(text, fence)),
  );
}

/** True when a text has a line that opens or closes a Markdown fence. */
export function hasFence(text: string): boolean {
  return /^[ \t>]{0,20}(?:```|~~~)/m.test(text);
}

/** The first of an odd number of marks closes a fence that was opened above. */
function startsInFence(text: string): boolean {
  const marks = [...text.matchAll(/^[ \t>]{0,20}(?:`{3,}|~{3,})([^\r\n]*)/gm)];
  return marks.length % 2 === 1 && marks[0][1].trim() === '';
}

/** The lines inside of the Python fence at an offset, its marks included; null when there is none. */
export function pythonFenceAt(text: string, offset: number): TextRange | null {
  for (const { from, mark, isPython, lines } of fencesOf(text)) {
    const [first] = lines;
    const last = lines.at(-1);
    if (!isPython || !first || !last || offset < from) continue;
    const closing = /^.*/.exec(text.slice(last.next)) ?? [''];
    const end = closing[0].includes(mark) ? last.next + closing[0].length : last.to;
    if (offset <= end) return { from: first.from, to: last.to };
  }
  return null;
}

/** Every fenced block; one that is never closed reaches to the end. `isInside` when the text starts in one. */
function fencesOf(text: string, isInside = false): readonly Fence[] {
  const outer: Fence = { from: 0, indent: '', mark: '```', isPython: null, lines: [] };
  const fences: Fence[] = isInside ? [outer] : [];
  let open: Fence | null = isInside ? outer : null;
  for (const line of linesOf(text)) {
    const written = text.slice(line.from, line.to);
    const [start = '', indent, mark] = /^([ \t>]*)(`{3,}|~{3,})/.exec(written) ?? [];
    const info = written.slice(start.length);
    if (open?.indent.includes('>') && !/^\s*>/.test(written)) open = null;
    if (open) {
      const isEnd = mark?.startsWith(open.mark) && info.trim() === '';
      if (isEnd) open = null;
      else open.lines.push(line);
    } else if (mark && !(mark[0] === '`' && info.includes('`'))) {
      open = { from: line.from, indent, mark, isPython: isPythonInfo(info), lines: [] };
      fences.push(open);
    }
  }
  return fences;
}

/** `python`, `python title="x"`, `{python}`, `{.python}`, `{code-cell} python`; null for nothing. */
function isPythonInfo(info: string): boolean | null {
  const words = info
    .toLowerCase()
    .split(/[\s{}.,:=]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return pythonWords.has(words[0] === 'code-cell' ? words[1] : words[0]);
}

/** The lines of code of a fence, from behind its indent; in a session only what follows the prompts. */
function codeLines(text: string, { indent, lines }: Fence): readonly CodeLine[] {
  const contents = lines.map((line) => ({ line, lead: leadOf(text.slice(line.from, line.to), indent) }));
  const isSession = contents.some(({ line, lead }) =>
    isPrompted(text.slice(line.from + lead.length, line.to)),
  );
  if (isSession) return sessionLines(text, contents);
  return contents.map(({ line, lead }) => ({ line, from: line.from + lead.length, lead }));
}

/** As much of the indent of a fence as a line of it has: `>` for an empty line in a quote. */
function leadOf(line: string, indent: string): string {
  const [blanks] = /^[ \t]*/.exec(line) ?? [''];
  const start = indent.includes('>') ? (/^[ \t>]*/.exec(line)?.[0] ?? '') : blanks;
  return start.slice(0, indent.length);
}
