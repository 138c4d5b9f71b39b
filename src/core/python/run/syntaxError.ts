import type { Tree } from '@lezer/common';
import type { TextRange } from '../../textRange';
import type { Statement } from '../syntax/ast';
import { errorsIn, isInHeadOfWith } from '../syntax/nodes';
import { NotEvaluated, PythonError } from '../values/pythonError';

/** What Python's parser would refuse within the selection, or what ours cannot read; null when all is well. */
export function syntaxErrorOf(
  tree: Tree,
  body: readonly Statement[],
  text: string,
  selection?: TextRange,
): PythonError | NotEvaluated | null {
  const [first] = errorsIn(tree.topNode).filter(
    ({ from, to }) => !selection || (from <= selection.to && to >= selection.from),
  );
  if (!first) return indentationError(body, text, selection);
  const error = isInHeadOfWith(first, text)
    ? new NotEvaluated('with …')
    : new PythonError('SyntaxError', 'invalid syntax');
  const from = Math.min(first.from, Math.max(0, text.length - 1));
  error.range = { from, to: Math.max(first.to, from + 1) };
  return error;
}

/** Statements at the top must stand in one column; the parser takes them in any. */
function indentationError(
  body: readonly Statement[],
  text: string,
  selection?: TextRange,
): PythonError | null {
  const columnOf = ({ from }: TextRange) => from - (text.lastIndexOf('\n', from - 1) + 1);
  const starts = body.filter(({ from }) =>
    /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', from - 1) + 1, from)),
  );
  const odd = starts.find((statement) => columnOf(statement) > columnOf(starts[0]));
  if (!odd || (selection && (odd.from > selection.to || odd.to < selection.from))) return null;
  const error = new PythonError('IndentationError', 'unexpected indent');
  error.range = { from: odd.from, to: odd.to };
  return error;
}
