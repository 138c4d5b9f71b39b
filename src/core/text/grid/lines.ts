import type { TextRange } from '../../textRange';

/** The lines of a text as ranges without their line breaks and the blanks around them. */
export function linesOf(text: string): TextRange[] {
  const lines: TextRange[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    lines.push({ from, to });
    start = end + 1;
  }
  return lines;
}

const isBlank = (code: number) => code === 32 || code === 13;
