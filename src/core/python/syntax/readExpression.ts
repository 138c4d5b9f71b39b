import type { SyntaxNode } from '@lezer/common';
import type {
  CallArgument,
  ComprehensionClause,
  Constant,
  Dictionary,
  Expression,
  Literal,
  Parameter,
} from './ast';
import { isBoolean, readBoolean } from './booleans';
import { formatParts } from './formatParts';
import { childrenOf, isError, splitAt } from './nodes';

/** Expressions nested deeper than this are not read, so that no text runs out of stack. */
const deepestExpression = 60;

/** Expressions of the syntax tree of `text`. What cannot be read becomes an `other` without a value. */
export class ExpressionReader {
  private depth = 0;

  constructor(protected readonly text: string) {}

  expression(node: SyntaxNode): Expression {
    if (this.depth >= deepestExpression) return this.other(node, []);
    this.depth++;
    const read = this.read(node);
    this.depth--;
    return read;
  }

  /** `a, b` without parentheses, as in assignments, `for` and `return`; one expression is itself. */
  expressionList(nodes: readonly SyntaxNode[]): Expression {
    const { from } = nodes[0];
    const { to } = nodes[nodes.length - 1];
    const isTuple = nodes.some(({ name }) => name === ',');
    const items = this.items(nodes);
    return isTuple || items.length !== 1 ? { type: 'tuple', items, from, to } : items[0];
  }

  textOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to);
  }

  private read(node: SyntaxNode): Expression {
    const { from, to } = node;
    if (isBoolean(node)) return readBoolean(node, (one) => this.expression(one)) ?? this.other(node, []);
    switch (node.name) {
      case 'VariableName':
        return { type: 'name', id: this.textOf(node), from, to };
      case 'Number':
        if (/[jJ]$/.test(this.textOf(node))) return this.other(node, []);
        return numberConstant(this.text.slice(from, to + 1), from, to);
      case 'Boolean':
        return { type: 'constant', value: this.textOf(node) === 'True', isFloat: false, from, to };
      case 'None':
        return { type: 'constant', value: null, isFloat: false, from, to };
      case 'Ellipsis':
        return { type: 'ellipsis', from, to };
      case 'String':
      case 'FormatString':
      case 'ContinuedString':
        return this.string(node);
      case 'MemberExpression':
        return this.member(node);
      case 'CallExpression':
        return this.call(node);
      case 'ParenthesizedExpression':
        return this.parenthesized(node);
      case 'TupleExpression':
        return { type: 'tuple', items: this.items(inside(node)), from, to };
      case 'ArrayExpression':
        return { type: 'list', items: this.items(inside(node)), from, to };
      case 'SetExpression':
        return { type: 'set', items: this.items(inside(node)), from, to };
      case 'DictionaryExpression':
        return this.dictionary(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'ConditionalExpression':
        return this.conditional(node);
      case 'LambdaExpression':
        return this.lambda(node);
      case 'AwaitExpression':
        return this.expression(node.lastChild ?? node);
      case 'NamedExpression':
        return this.named(node);
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression':
      case 'ComprehensionExpression':
        return this.comprehension(node, inside(node));
      default:
        return this.other(node, childrenOf(node).filter(isReadable));
    }
  }

  other(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const { from, to, name } = node;
    const isFrom = node.getChild('from') !== null;
    // A `yield from` that nothing stands behind is none.
    const isYield = /^Yield/.test(name) && !(isFrom && parts.length === 0);
    return {
      type: 'other',
      isYield,
      isFrom: isYield && isFrom,
      parts: parts.map((part) => this.expression(part)),
      from,
      to,
    };
  }

  private string(node: SyntaxNode): Expression {
    const { from, to } = node;
    const written = node.name === 'ContinuedString' ? childrenOf(node) : [node];
    const parts = written.flatMap((part) => formatParts(part, this.text, (one) => this.expression(one)));
    if (parts.some((part) => part === null)) return this.other(node, []);
    const known = parts.filter((part) => part !== null);
    if (!written.some(({ name }) => name === 'FormatString')) {
      return { type: 'constant', value: known.join(''), isFloat: false, from, to };
    }
    return { type: 'formatted', parts: known, from, to };
  }

  private items(nodes: readonly SyntaxNode[]): Expression[] {
    return splitAt(nodes, ',').flatMap((part) => {
      const [first, second] = part.filter((node) => !isError(node));
      if (!first) return [];
      if (first.name === '*' && second) {
        return [
          { type: 'starred' as const, value: this.expression(second), from: first.from, to: second.to },
        ];
      }
      return [this.expression(first)];
    });
  }

  private member(node: SyntaxNode): Expression {
    const { from, to } = node;
    const [object, ...rest] = childrenOf(node);
    const property = rest.find(({ name }) => name === 'PropertyName');
    if (property) {
      const name = this.textOf(property);
      return {
        type: 'attribute',
        object: this.expression(object),
        name,
        nameFrom: property.from,
        from,
        to,
      };
    }
    if (rest[0]?.name !== '[') return this.other(node, [object].filter(isReadable));
    const inner = rest.slice(1).filter(({ name }) => name !== ']');
    const parts = splitAt(inner, ',');
    const index = parts.filter((part) => part.length > 0).map((part) => this.index(part));
    return { type: 'subscript', object: this.expression(object), index, from, to };
  }

  private index(part: readonly SyntaxNode[]): Expression {
    const [first] = part;
    if (!part.some(({ name }) => name === ':')) return this.expression(first);
    const bounds = splitAt(part, ':').map(([bound]) => (bound ? this.expression(bound) : null));
    const [lower = null, upper = null, step = null] = bounds;
    return { type: 'slice', lower, upper, step, from: first.from, to: part[part.length - 1].to };
  }

  private call(node: SyntaxNode): Expression {
    const { from, to } = node;
    const list = node.getChild('ArgList');
    const callee = node.firstChild;
    if (!list || !callee) return this.other(node, []);
    return { type: 'call', callee: this.expression(callee), args: this.arguments(list), from, to };
  }

  arguments(list: SyntaxNode): readonly CallArgument[] {
    const nodes = inside(list);
    if (nodes.some(({ name }) => name === 'for')) {
      const value = this.comprehension(list, nodes);
      return [{ name: null, stars: 0, value, from: value.from, to: value.to }];
    }
    return splitAt(nodes, ',').flatMap((part): CallArgument[] => {
      const [first, second, third] = part.filter((one) => !isError(one));
      if (!first) return [];
      const to = part[part.length - 1].to;
      if (first.name === '*' || first.name === '**') {
        const stars = first.name.length as 1 | 2;
        return second ? [{ name: null, stars, value: this.expression(second), from: first.from, to }] : [];
      }
      if (second?.name === 'AssignOp') {
        if (!third) return [];
        const value = this.expression(third);
        return this.textOf(second) === '='
          ? [{ name: this.textOf(first), stars: 0, value, from: first.from, to }]
          : [{ name: null, stars: 0, value: this.namedAs(first, value), from: first.from, to }];
      }
      return [{ name: null, stars: 0, value: this.expression(first), from: first.from, to }];
    });
  }

  private parenthesized(node: SyntaxNode): Expression {
    const parts = inside(node).filter((part) => !isError(part));
    if (parts.some(({ name }) => name === 'for')) return this.comprehension(node, parts);
    return parts.length === 1 ? this.expression(parts[0]) : this.other(node, parts.filter(isReadable));
  }

  private dictionary(node: SyntaxNode): Expression {
    const entries = splitAt(inside(node), ',').flatMap((part): Dictionary['entries'][number][] => {
      const [first, second, third] = part.filter((one) => !isError(one));
      if (first?.name === '**' && second) return [{ key: null, value: this.expression(second) }];
      return third ? [{ key: this.expression(first), value: this.expression(third) }] : [];
    });
    return { type: 'dict', entries, from: node.from, to: node.to };
  }

  private binary(node: SyntaxNode): Expression {
    const nodes = childrenOf(node).filter((child) => !isError(child));
    const left = nodes[0];
    const right = nodes[nodes.length - 1];
    const middle = nodes.slice(1, -1);
    if (middle.length === 0) return this.other(node, nodes.filter(isReadable));
    const operator = middle.map((part) => this.textOf(part)).join(' ');
    const { from, to } = node;
    return { type: 'binary', operator, left: this.expression(left), right: this.expression(right), from, to };
  }

  private unary(node: SyntaxNode): Expression {
    const [sign, value] = childrenOf(node);
    const { from, to } = node;
    if (!value || isError(value)) return this.other(node, []);
    const operator = this.textOf(sign);
    const operand = this.expression(value);
    if (operator === '-' && operand.type === 'constant' && typeof operand.value === 'number') {
      return { ...operand, value: -operand.value, from, to };
    }
    return { type: 'unary', operator, value: operand, from, to };
  }

  private conditional(node: SyntaxNode): Expression {
    const parts = childrenOf(node).filter(isReadable);
    if (parts.length !== 3) return this.other(node, parts);
    const [then, test, otherwise] = parts.map((part) => this.expression(part));
    return { type: 'conditional', test, then, otherwise, from: node.from, to: node.to };
  }

  private lambda(node: SyntaxNode): Expression {
    const list = node.getChild('ParamList');
    const body = node.lastChild;
    if (!body || !isReadable(body)) return this.other(node, []);
    const parameters = list ? this.parameters(list) : [];
    return { type: 'lambda', parameters, body: this.expression(body), from: node.from, to: node.to };
  }

  private named(node: SyntaxNode): Expression {
    const parts = childrenOf(node).filter(isReadable);
    if (parts.length !== 2) return this.other(node, parts);
    return this.namedAs(parts[0], this.expression(parts[1]));
  }

  private namedAs(target: SyntaxNode, value: Expression): Expression {
    return { type: 'named', target: this.expression(target), value, from: target.from, to: value.to };
  }

  parameters(list: SyntaxNode): readonly Parameter[] {
    let isKeywordOnly = false;
    return splitAt(inside(list), ',').flatMap((part): Parameter[] => {
      const stars = part[0]?.name === '*' ? 1 : part[0]?.name === '**' ? 2 : 0;
      const name = part.find((one) => one.name === 'VariableName');
      const at = part.findIndex((one) => one.name === 'AssignOp');
      const value = at >= 0 && part[at + 1] ? this.expression(part[at + 1]) : null;
      const wasKeywordOnly = isKeywordOnly;
      if (stars === 1) isKeywordOnly = true;
      if (!name) return [];
      return [{ name: this.textOf(name), stars, isKeywordOnly: wasKeywordOnly, value }];
    });
  }

  private comprehension(node: SyntaxNode, nodes: readonly SyntaxNode[]): Expression {
    const first = nodes.findIndex(({ name }) => name === 'for' || name === 'async');
    const head = nodes.slice(0, first).filter(isReadable);
    const clauses = this.clauses(nodes.slice(first));
    if (head.length === 0 || clauses === null || clauses.length === 0) return this.other(node, []);
    const [key, element] = head.length > 1 ? head.map((part) => this.expression(part)) : [null, null];
    return {
      type: 'comprehension',
      key,
      element: element ?? this.expression(head[0]),
      clauses,
      from: node.from,
      to: node.to,
    };
  }

  private clauses(nodes: readonly SyntaxNode[]): readonly ComprehensionClause[] | null {
    const found = splitAt(nodes, 'for')
      .slice(1)
      .map((part) => this.clause(part));
    return found.every((clause) => clause !== null) ? found : null;
  }

  private clause(part: readonly SyntaxNode[]): ComprehensionClause | null {
    const [target, rest = []] = splitAt(part, 'in').map((side) => side.filter((node) => !isError(node)));
    const [iterable = [], ...conditions] = splitAt(rest, 'if');
    if (target.length === 0 || iterable.length === 0) return null;
    return {
      target: this.expressionList(target),
      iterable: this.expression(iterable[0]),
      conditions: conditions.flatMap(([test]) => (test ? [this.expression(test)] : [])),
    };
  }
}

/** Children without the first and last bracket. */
function inside(node: SyntaxNode): readonly SyntaxNode[] {
  const nodes = childrenOf(node);
  const from = /^[([{]$/.test(nodes[0]?.name ?? '') ? 1 : 0;
  const to = /^[)\]}]$/.test(nodes[nodes.length - 1]?.name ?? '') ? nodes.length - 1 : nodes.length;
  return nodes.slice(from, to);
}

/** True for nodes that are expressions: they have a name that starts with a capital letter. */
function isReadable(node: SyntaxNode): boolean {
  return /^[A-Z]/.test(node.name) && !/Op$/.test(node.name) && node.name !== 'TypeDef';
}

/** `text` has one character more, which may be the point of `1.`, but not that of `1.5.hex()`. */
function numberConstant(text: string, from: number, to: number): Constant {
  const own = text.slice(0, to - from);
  const written = text.endsWith('.') && /^[\d_]+$/.test(own) ? text : own;
  const value: Literal = Number(written.replaceAll('_', '').replace(/[lL]$/, ''));
  const isFloat = /[.eE]/.test(written) && !/^0[xX]/.test(written);
  return { type: 'constant', value: Number.isNaN(value) ? '' : value, isFloat, from, to };
}
