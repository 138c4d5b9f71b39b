import type { SyntaxNode } from '@lezer/common';
import type { CaseTest, Pattern } from './ast';
import { childrenOf, isError } from './nodes';
import type { ExpressionReader } from './readExpression';

/** The patterns of `match`; classes and mappings are read for the names that they bind alone. */
export class PatternReader {
  constructor(private readonly expressions: ExpressionReader) {}

  test(clause: SyntaxNode): CaseTest {
    const pattern = childrenOf(clause).find(({ name }) => /Pattern$/.test(name));
    const guard = clause.getChild('Guard')?.lastChild ?? null;
    return {
      pattern: pattern ? this.pattern(pattern) : { kind: 'other' },
      guard: guard && this.expressions.expression(guard),
    };
  }

  /** Every name in the patterns of a case: it binds no others. */
  captures(clause: SyntaxNode): readonly string[] {
    const names: string[] = [];
    clause.cursor().iterate(({ name, node }) => {
      if (name === 'VariableName' && node.parent?.name !== 'Guard') names.push(this.expressions.textOf(node));
      return name !== 'Body';
    });
    return names;
  }

  private pattern(node: SyntaxNode): Pattern {
    const parts = childrenOf(node);
    if (parts.some(isError)) return { kind: 'other' };
    switch (node.name) {
      case 'LiteralPattern':
        return parts.length === 1
          ? { kind: 'value', value: this.expressions.expression(parts[0]) }
          : { kind: 'other' };
      case 'CapturePattern':
        return { kind: 'capture', name: this.name(node) };
      case 'StarPattern':
        return { kind: 'star', name: this.name(node) };
      case 'SequencePattern':
        return { kind: 'sequence', patterns: this.patterns(node) };
      case 'OrPattern':
        return { kind: 'or', patterns: this.patterns(node) };
      case 'AsPattern':
        return {
          kind: 'as',
          pattern: this.pattern(parts[0]),
          name: this.expressions.textOf(parts[parts.length - 1]),
        };
      default:
        return { kind: 'other' };
    }
  }

  private patterns(node: SyntaxNode): readonly Pattern[] {
    return childrenOf(node)
      .filter(({ name }) => /Pattern$/.test(name))
      .map((part) => this.pattern(part));
  }

  private name(node: SyntaxNode): string | null {
    const name = this.expressions.textOf(node).replace(/^\*\s*/, '');
    return name === '_' ? null : name;
  }
}
