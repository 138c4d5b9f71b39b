import type { Program, Stretch } from './program';

/** A line of code within a text: `from` is where the code starts, behind indent and prompt. */
export interface CodeLine {
  readonly line: Line;
  readonly from: number;
  /** What each further line of an insertion starts with. */
  readonly lead: string;
}

export interface Line {
  readonly from: number;
  /** Before the line break. */
  readonly to: number;
  /** After the line break. */
  readonly next: number;
}

export function* linesOf(text: string): Generator<Line> {
  let from = 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { from, to: index, next: index + lineBreak.length };
    from = index + lineBreak.length;
  }
  yield { from, to: text.length, next: text.length };
}

/** What Python's and IPython's prompts look like at the start of a line. */
const firstPrompt = /^[ \t]{0,20}(?:>>>(?: |$)|In \[\d{1,9}\]:(?: |$))/;
const furtherPrompt = /^[ \t]{0,20}\.\.\.:?(?: |$)/;

/** True for a line that a prompt of a session starts. */
export function isPrompted(line: string): boolean {
  return firstPrompt.test(line);
}

/**
 * The lines of a session that were typed, from behind their prompts; what it printed is left out. `leads` are the
 * beginnings of the lines that are no part of the session, such as the indent of a Markdown fence.
 */
export function sessionLines(
  text: string,
  lines: readonly { readonly line: Line; readonly lead: string }[],
): readonly CodeLine[] {
  const found: CodeLine[] = [];
  let isOpen = false;
  for (const { line, lead } of lines) {
    const code = text.slice(line.from + lead.length, line.to);
    const prompt: RegExpExecArray | null =
      firstPrompt.exec(code) ?? (isOpen ? furtherPrompt.exec(code) : null);
    isOpen = prompt !== null;
    if (prompt) {
      found.push({ line, from: line.from + lead.length + prompt[0].length, lead: `${lead}>>> ` });
    }
  }
  return found;
}

/** The program of some lines of a text, each at its line; all others are blank. */
export function programOfLines(text: string, lines: readonly CodeLine[]): Program {
  let program = '';
  let read = 0;
  const stretches: Stretch[] = [];
  for (const { line, from, lead } of lines) {
    program += blank(text.slice(read, line.from));
    const start = program.length;
    program += text.slice(from, line.next);
    stretches.push({ from: start, to: program.length, part: 0, offset: from, lead });
    read = line.next;
  }
  return { text: program + blank(text.slice(read)), parts: [text], stretches };
}

/** The same number of lines and characters, with nothing in them. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
