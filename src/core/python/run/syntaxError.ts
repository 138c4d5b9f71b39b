import type { Tree } from '@lezer/common';
import * as l10n from '../../l10n';
import type { TextRange } from '../../textRange';
import type { Statement } from '../syntax/ast';
import { certainFault } from '../syntax/certainFault';
import { errorsIn } from '../syntax/nodes';
import { type Node, partsOf, walk } from '../syntax/walk';
import { NotEvaluated, PythonError } from '../values/pythonError';

/** What no Python takes within the selection, or else what the parser here cannot read; null when all is well. */
export function syntaxErrorOf(
  tree: Tree,
  body: readonly Statement[],
  text: string,
  selection?: TextRange,
): PythonError | NotEvaluated | null {
  const isSelected = ({ from, to }: TextRange) =>
    !selection || (from <= selection.to && to >= selection.from);
  const first = errorsIn(tree.topNode).find(isSelected);
  if (!first) return indentationError(body, text, selection) ?? yieldError(body, isSelected);
  const fault = certainFault(text);
  const isFault = fault !== null && isSelected(fault);
  const error = isFault
    ? new PythonError('SyntaxError', 'invalid syntax')
    : new NotEvaluated(l10n.t('what cannot be read as Python'));
  const place = isFault ? fault : first;
  const from = Math.min(place.from, Math.max(0, text.length - 1));
  error.range = { from, to: Math.max(place.to, from + 1) };
  return error;
}

/** Statements at the top must stand in one column; the parser takes them in any. */
function indentationError(
  body: readonly Statement[],
  text: string,
  selection?: TextRange,
): PythonError | null {
  const starts = firstOnTheirLines(body, text);
  const odd = starts.find(({ column }) => column > starts[0].column)?.statement;
  if (!odd || (selection && (odd.from > selection.to || odd.to < selection.from))) return null;
  const error = new PythonError('IndentationError', 'unexpected indent');
  error.range = { from: odd.from, to: odd.to };
  return error;
}

/** The statements with nothing but blanks in front of them, and in which column they start. */
function firstOnTheirLines(body: readonly Statement[], text: string) {
  const starts: { statement: Statement; column: number }[] = [];
  let before = -1;
  for (const statement of body) {
    const lineEnd = text.slice(Math.max(0, before), statement.from).lastIndexOf('\n');
    if (lineEnd >= 0 || before < 0) {
      const lineStart = Math.max(0, before) + lineEnd + 1;
      const isFirst = /^[ \t]*$/.test(text.slice(lineStart, statement.from));
      if (isFirst) starts.push({ statement, column: statement.from - lineStart });
    }
    before = statement.from;
  }
  return starts;
}

/** A `yield` that no function holds; those in a comprehension are an error of their own. */
function yieldError(
  body: readonly Statement[],
  isSelected: (range: TextRange) => boolean,
): PythonError | null {
  const outside = (node: Node) =>
    node.type === 'function' || node.type === 'lambda' || node.type === 'comprehension' ? [] : partsOf(node);
  for (const node of walk(body, outside)) {
    if (node.type !== 'other' || !node.isYield || !isSelected(node)) continue;
    const error = new PythonError('SyntaxError', "'yield' outside function");
    error.range = { from: node.from, to: node.to };
    return error;
  }
  return null;
}
