import type { TextRange } from '../core';
import type { Program, Stretch } from './program';

/** What the first word after a fence says when Python is inside. */
const pythonWords = new Set(['python', 'py', 'python3', 'py3', 'pycon', 'ipython', 'ipython3']);

interface Line {
  readonly from: number;
  /** Before the line break. */
  readonly to: number;
  /** After the line break. */
  readonly next: number;
}

interface Fence {
  /** Of the line that opens it. */
  readonly from: number;
  readonly indent: string;
  readonly mark: string;
  readonly isPython: boolean;
  readonly lines: Line[];
}

/**
 * The Python fences of a Markdown text as one program. Everything else is blanked out, so offsets stay, but for
 * fences that are indented or hold a session with `>>>`: their lines are taken from behind the indent or prompt.
 */
export function markdownProgram(text: string): Program {
  const pieces: { readonly line: Line; readonly from: number; readonly lead: string }[] = [];
  for (const fence of fencesOf(text)) {
    if (fence.isPython) pieces.push(...codeLines(text, fence));
  }
  let program = '';
  let read = 0;
  const stretches: Stretch[] = [];
  for (const { line, from, lead } of pieces) {
    program += blank(text.slice(read, line.from));
    const start = program.length;
    program += text.slice(from, line.next);
    stretches.push({ from: start, to: program.length, part: 0, offset: from, lead });
    read = line.next;
  }
  return { text: program + blank(text.slice(read)), parts: [text], stretches };
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

/** The same number of lines and characters, with nothing in them. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function* linesOf(text: string): Generator<Line> {
  let from = 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { from, to: index, next: index + lineBreak.length };
    from = index + lineBreak.length;
  }
  yield { from, to: text.length, next: text.length };
}

/** Every fenced block; one that is never closed reaches to the end. */
function fencesOf(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: Fence | null = null;
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

/** `python`, `python title="x"`, `{python}`, `{.python}`, `{code-cell} python` */
function isPythonInfo(info: string): boolean {
  const words = info
    .toLowerCase()
    .split(/[\s{}.,:=]+/)
    .filter((word) => word !== '');
  return pythonWords.has(words[0] === 'code-cell' ? words[1] : words[0]);
}

/** The lines of code of a fence, from behind its indent; in a session only what follows the prompts. */
function codeLines(text: string, { indent, lines }: Fence) {
  const prompt = /^\s*(?:>>>|\.\.\.)(?: |$)/;
  const contents = lines.map((line) => {
    const written = text.slice(line.from, line.to);
    const lead = leadOf(written, indent);
    return { line, lead, code: written.slice(lead.length) };
  });
  const isSession = contents.some(({ code }) => /^\s*>>>/.test(code));
  return contents.flatMap(({ line, lead, code }) => {
    if (!isSession) return [{ line, from: line.from + lead.length, lead }];
    const [prompted] = prompt.exec(code) ?? [];
    if (prompted === undefined) return [];
    return [{ line, from: line.from + lead.length + prompted.length, lead: `${lead}>>> ` }];
  });
}

/** As much of the indent of a fence as a line of it has: `>` for an empty line in a quote. */
function leadOf(line: string, indent: string): string {
  const [blanks] = /^[ \t]*/.exec(line) ?? [''];
  const start = indent.includes('>') ? (/^[ \t>]*/.exec(line)?.[0] ?? '') : blanks;
  return start.slice(0, indent.length);
}
