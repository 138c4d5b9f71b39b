import type { SyntaxNode } from '@lezer/common';
import type { Expression } from './ast';
import { childrenOf, isError } from './nodes';

/** Longer conditions are not read, so that no text runs out of stack. */
const mostTerms = 200;

/** `a and b`, `a or b` and `not a` without brackets around them. */
export function isBoolean(node: SyntaxNode): boolean {
  const parts = childrenOf(node);
  if (parts.some(isError)) return false;
  if (node.name === 'UnaryExpression') return parts.length === 2 && parts[0].name === 'not';
  return node.name === 'BinaryExpression' && parts.length === 3 && /^(and|or)$/.test(parts[1].name);
}

/**
 * A condition as Python groups it: `not` before `and` before `or`. The parser takes `not a and b` for `not (a and b)`.
 * Null for one that is too long.
 */
export function readBoolean(node: SyntaxNode, operand: (node: SyntaxNode) => Expression): Expression | null {
  const terms = termsOf(node);
  return terms.length > mostTerms ? null : new BooleanReader(terms, operand).or();
}

/** Operands and words in order. */
function termsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const terms: SyntaxNode[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isBoolean(next)) open.push(...[...childrenOf(next)].reverse());
    else terms.push(next);
  }
  return terms;
}

class BooleanReader {
  private at = 0;

  constructor(
    private readonly terms: readonly SyntaxNode[],
    private readonly operand: (node: SyntaxNode) => Expression,
  ) {}

  or(): Expression {
    return this.joined('or', () => this.joined('and', () => this.not()));
  }

  private joined(operator: string, part: () => Expression): Expression {
    let left = part();
    while (this.terms[this.at]?.name === operator) {
      this.at++;
      const right = part();
      left = { type: 'binary', operator, left, right, from: left.from, to: right.to };
    }
    return left;
  }

  private not(): Expression {
    const term = this.terms[this.at++];
    if (term.name !== 'not') return this.operand(term);
    const value = this.not();
    return { type: 'unary', operator: 'not', value, from: term.from, to: value.to };
  }
}
