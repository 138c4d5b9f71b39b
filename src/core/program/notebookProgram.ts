import type { Program, Stretch } from './program';

/** Cell magics behind which Python follows; behind others comes another language. */
const pythonCellMagics = new Set(['time', 'timeit', 'capture', 'prun', 'python', 'python3', 'pypy']);

/** The code cells of a notebook as one program, in order; each cell is a part. */
export function notebookProgram(cells: readonly string[]): Program {
  let text = '';
  const stretches: Stretch[] = [];
  for (const [part, cell] of cells.entries()) {
    const from = text.length;
    text += blankMagics(cell);
    stretches.push({ from, to: text.length, part, offset: 0, lead: '' });
    text += '\n';
  }
  return { text, parts: cells, stretches };
}

/** A cell with its IPython commands (`%matplotlib inline`, `!pip install torch`) replaced by blanks of equal length. */
export function blankMagics(cell: string): string {
  const [, magic] = /^\s*%%(\w+)/.exec(cell) ?? [];
  if (magic !== undefined && !pythonCellMagics.has(magic)) return blank(cell);
  let isContinued = false;
  return cell
    .split(/(?<=\n|\r(?!\n))/)
    .map((line) => {
      // `%` and `!` can also go on an expression: only a name behind `%`, and no `=` behind `!`, makes a command.
      const isCommand =
        isContinued || /^\s*(?:%%?[a-zA-Z]|![^=\s]|! |\?{1,2}\w)|^\s*[\w.]+\?{1,2}\s*$/.test(line);
      isContinued = isCommand && /\\\s*$/.test(line);
      return isCommand ? blank(line) : line;
    })
    .join('');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
