import type { Unevaluated } from '../../../core';

/** What could not be evaluated, without its line: that is told beside it, as the document counts it. */
export function unevaluatedText({ message, line }: Pick<Unevaluated, 'message' | 'line'>): string {
  return message.replace(` at line ${line}`, '');
}
