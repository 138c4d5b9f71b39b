import type { Statement } from '../../syntax/ast';

/** Whether a statement may leave the block it stands in, or yields: where it was not evaluated, the block ends. */
export function mayJump(statement: Statement, isInLoop = false): boolean {
  switch (statement.type) {
    case 'return':
      return true;
    case 'break':
    case 'continue':
      return !isInLoop;
    case 'if':
      return (
        [...statement.branches.flatMap(({ body }) => body), ...statement.otherwise].some((one) =>
          mayJump(one, isInLoop),
        ) || yields(statement.branches.map(({ test }) => test))
      );
    case 'for':
    case 'while':
      return (
        statement.body.some((one) => mayJump(one, true)) ||
        statement.otherwise.some((one) => mayJump(one, isInLoop))
      );
    case 'with':
      return statement.body.some((one) => mayJump(one, isInLoop));
    case 'try':
      return [
        ...statement.body,
        ...statement.handlers.flatMap(({ body }) => body),
        ...statement.otherwise,
        ...statement.last,
      ].some((one) => mayJump(one, isInLoop));
    case 'match':
      return statement.cases.flat().some((one) => mayJump(one, isInLoop));
    case 'function':
    case 'class':
      return false;
    default:
      return yields(statement);
  }
}

/** A yield anywhere in an expression, without those of lambdas. */
function yields(node: unknown): boolean {
  if (node === null || typeof node !== 'object') return false;
  const { type, isYield } = node as { readonly type?: string; readonly isYield?: boolean };
  if (type === 'lambda') return false;
  return isYield === true || Object.values(node).some(yields);
}
