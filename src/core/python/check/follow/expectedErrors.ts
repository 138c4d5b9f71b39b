import type { ExceptClause, Expression, Statement } from '../../syntax/ast';

/** What catches the errors that PyTorch raises for inputs of a loss. */
const catching: ReadonlySet<string> = new Set(
  'Exception BaseException RuntimeError IndexError ValueError TypeError'.split(' '),
);

/** Blocks in which an error is what is wanted: `with pytest.raises(RuntimeError):`. */
const expecting: ReadonlySet<string> = new Set('raises assertRaises assertRaisesRegex suppress'.split(' '));

/**
 * True when a `try` is there to see whether one statement works: an error in it is no mistake. Of longer bodies, and of
 * handlers that raise again, nothing is said.
 */
export function isProbe(body: readonly Statement[], handlers: readonly ExceptClause[]): boolean {
  const isSimple = body.length === 1 && ['expression', 'assign', 'return'].includes(body[0].type);
  return isSimple && handlers.some((handler) => catchesAll(handler.test) && !raises(handler.body));
}

function catchesAll(test: Expression | null): boolean {
  if (test === null) return true;
  if (test.type === 'tuple') return test.items.some(catchesAll);
  return test.type === 'name' && catching.has(test.id);
}

function raises(body: readonly Statement[]): boolean {
  return body.some(({ type }) => type === 'raise');
}

/** True for the head of a `with` whose body is to raise an error. */
export function expectsError(head: Expression): boolean {
  if (head.type !== 'call') return false;
  const { callee } = head;
  if (callee.type === 'attribute') return expecting.has(callee.name);
  return callee.type === 'name' && expecting.has(callee.id);
}
