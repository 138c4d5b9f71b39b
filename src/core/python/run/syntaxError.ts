import type { Tree } from '@lezer/common';
import type { TextRange } from '../../textRange';
import { errorRanges } from '../syntax/nodes';
import { PythonError } from './pythonError';

/** What Python's parser would refuse within the selection, if anything. */
export function syntaxErrorOf(tree: Tree, text: string, selection?: TextRange): PythonError | null {
  const [first] = errorRanges(tree.topNode).filter(
    ({ from, to }) => !selection || (from <= selection.to && to >= selection.from),
  );
  if (!first) return null;
  const error = new PythonError('SyntaxError', 'invalid syntax');
  const from = Math.min(first.from, Math.max(0, text.length - 1));
  error.range = { from, to: Math.max(first.to, from + 1) };
  return error;
}
