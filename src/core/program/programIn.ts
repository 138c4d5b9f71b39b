import { isPrompted, linesOf, programOfLines, sessionLines } from './codeLines';
import { hasFence, markdownProgram } from './markdownProgram';
import { blankMagics } from './notebookProgram';
import { type Program, plainProgram } from './program';

/**
 * The Python program that stands in a text, whatever it stands in: Markdown fences, a session of Python or IPython
 * with its prompts and prints, a cell with magic commands, or nothing but code.
 */
export function programIn(text: string): Program {
  if (hasFence(text)) return markdownProgram(text, { isExcerpt: true });
  const lines = [...linesOf(text)].map((line) => ({ line, lead: '' }));
  if (lines.some(({ line }) => isPrompted(text.slice(line.from, line.to)))) {
    return programOfLines(text, sessionLines(text, lines));
  }
  return { ...plainProgram(text), text: blankMagics(text) };
}
