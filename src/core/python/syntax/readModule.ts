import type { SyntaxNode, Tree } from '@lezer/common';
import type { Decorator, ExceptClause, Expression, ImportedName, Module, Statement } from './ast';
import { childrenOf, isError, splitAt } from './nodes';
import { ExpressionReader } from './readExpression';
import { PatternReader } from './readPattern';

/** Statements nested deeper than this are not read. */
const deepestStatement = 40;

/**
 * The statements of a syntax tree of `@lezer/python`, in order. Never throws: what the parser could not read
 * becomes a `broken` statement.
 */
export function readModule(tree: Tree, text: string): Module {
  const reader = new StatementReader(text);
  return { body: reader.body(tree.topNode), from: 0, to: text.length };
}

/** Whether a function's body yields, without the functions in it. */
function hasYield(body: SyntaxNode): boolean {
  let found = false;
  body.cursor().iterate(({ name }) => {
    found ||= /^Yield/.test(name);
    return !/^(FunctionDefinition|ClassDefinition|LambdaExpression)$/.test(name);
  });
  return found;
}

class StatementReader extends ExpressionReader {
  private level = 0;

  body(node: SyntaxNode | null): Statement[] {
    if (!node) return [];
    if (this.level >= deepestStatement) return [this.broken(node)];
    this.level++;
    const found = childrenOf(node).flatMap((child) => this.statement(child));
    this.level--;
    return found;
  }

  private statement(node: SyntaxNode): Statement[] {
    const { from, to } = node;
    if (node.name === 'StatementGroup') return childrenOf(node).flatMap((child) => this.statement(child));
    if (isError(node)) return [];
    if (this.isBroken(node)) return [this.broken(node)];
    switch (node.name) {
      case 'AssignStatement':
        return this.assign(node);
      case 'UpdateStatement':
        return this.update(node);
      case 'ExpressionStatement':
        return node.firstChild
          ? [{ type: 'expression', value: this.expression(node.firstChild), from, to }]
          : [];
      case 'ReturnStatement': {
        const values = childrenOf(node).slice(1);
        return [{ type: 'return', value: values.length > 0 ? this.expressionList(values) : null, from, to }];
      }
      case 'IfStatement':
        return this.branch(node);
      case 'ForStatement':
        return this.loop(node);
      case 'WhileStatement':
        return this.whileLoop(node);
      case 'WithStatement':
        return this.withStatement(node);
      case 'TryStatement':
        return this.tryStatement(node);
      case 'MatchStatement':
        return this.match(node);
      case 'FunctionDefinition':
        return this.functionDefinition(node, []);
      case 'ClassDefinition':
        return this.classDefinition(node, []);
      case 'DecoratedStatement':
        return this.decorated(node);
      case 'ImportStatement':
        return this.importStatement(node);
      case 'DeleteStatement':
        return [{ type: 'delete', targets: this.parts(node), from, to }];
      case 'ScopeStatement': {
        const names = node.getChildren('VariableName').map((name) => this.textOf(name));
        return [{ type: 'scope', keyword: this.textOf(childrenOf(node)[0]), names, from, to }];
      }
      case 'RaiseStatement':
        return [{ type: 'raise', value: this.parts(node)[0] ?? null, from, to }];
      case 'BreakStatement':
        return [{ type: 'break', from, to }];
      case 'ContinueStatement':
        return [{ type: 'continue', from, to }];
      case 'AssertStatement': {
        const [test, message = null] = this.parts(node);
        return test ? [{ type: 'assert', test, message, from, to }] : [];
      }
      case 'YieldStatement':
      case 'PrintStatement': {
        const nodes = childrenOf(node).filter(({ name }) => /^[A-Z]/.test(name) && !/Op$/.test(name));
        return [{ type: 'expression', value: this.other(node, nodes), from, to }];
      }
      case 'PassStatement':
      case 'Comment':
        return [];
      default:
        return /^[A-Z]/.test(node.name) ? [this.broken(node)] : [];
    }
  }

  /** What cannot be read, with the names in it. */
  private broken(node: SyntaxNode): Statement {
    const parts: Expression[] = [];
    const cursor = node.cursor();
    do {
      if (cursor.name === 'VariableName') parts.push(this.expression(cursor.node));
    } while (cursor.next() && cursor.from < node.to);
    return { type: 'broken', parts, from: node.from, to: node.to };
  }

  /** An error right below a simple statement; those below a block concern only a part of it. */
  private isBroken(node: SyntaxNode): boolean {
    if (!/^(Assign|Update|Expression|Return|Import)Statement$/.test(node.name)) return false;
    const cursor = node.cursor();
    do {
      if (cursor.type.isError && cursor.from < node.to) return true;
    } while (cursor.next() && cursor.from < node.to);
    return false;
  }

  private parts(node: SyntaxNode) {
    return childrenOf(node)
      .filter(({ name }) => /^[A-Z]/.test(name) && !/(Op|TypeDef|Body)$/.test(name))
      .map((child) => this.expression(child));
  }

  private assign(node: SyntaxNode): Statement[] {
    const isAnnotated = node.getChild('TypeDef') !== null;
    const nodes = childrenOf(node).filter(({ name }) => name !== 'TypeDef');
    const sides = splitAt(nodes, 'AssignOp').filter((side) => side.length > 0);
    if (sides.length < 2) return this.declaration(node);
    const last = sides[sides.length - 1];
    const targets = sides.slice(0, -1).map((side) => this.expressionList(side));
    const value = this.expressionList(last);
    return [{ type: 'assign', targets, value, isAnnotated, from: node.from, to: node.to }];
  }

  private declaration(node: SyntaxNode): Statement[] {
    const { firstChild, from, to } = node;
    if (firstChild?.name !== 'VariableName') return [this.broken(node)];
    return [{ type: 'declare', name: this.textOf(firstChild), from, to }];
  }

  private update(node: SyntaxNode): Statement[] {
    const [target, operator, ...rest] = childrenOf(node);
    if (!operator || rest.length === 0) return [this.broken(node)];
    return [
      {
        type: 'update',
        target: this.expression(target),
        operator: this.textOf(operator).slice(0, -1),
        value: this.expressionList(rest),
        from: node.from,
        to: node.to,
      },
    ];
  }

  private branch(node: SyntaxNode): Statement[] {
    const nodes = childrenOf(node);
    const branches = [];
    let otherwise: Statement[] = [];
    for (let i = 0; i < nodes.length; i++) {
      const { name } = nodes[i];
      if ((name === 'if' || name === 'elif') && nodes[i + 1] && nodes[i + 2]) {
        branches.push({ test: this.expression(nodes[i + 1]), body: this.body(nodes[i + 2]) });
        i += 2;
      } else if (name === 'else') {
        otherwise = this.body(nodes[i + 1] ?? null);
      }
    }
    if (branches.length === 0) return [this.broken(node)];
    return [{ type: 'if', branches, otherwise, from: node.from, to: node.to }];
  }

  private loop(node: SyntaxNode): Statement[] {
    const nodes = childrenOf(node).filter(({ name }) => name !== 'async');
    const at = nodes.findIndex(({ name }) => name === 'in');
    const bodyAt = nodes.findIndex(({ name }) => name === 'Body');
    if (at < 2 || bodyAt < at + 2 || node.firstChild?.name === 'async') return [this.broken(node)];
    return [
      {
        type: 'for',
        target: this.expressionList(nodes.slice(1, at)),
        iterable: this.expressionList(nodes.slice(at + 1, bodyAt)),
        body: this.body(nodes[bodyAt]),
        otherwise: this.elseOf(nodes),
        from: node.from,
        to: node.to,
      },
    ];
  }

  private elseOf(nodes: readonly SyntaxNode[]): Statement[] {
    const at = nodes.findIndex(({ name }) => name === 'else');
    return at < 0 ? [] : this.body(nodes[at + 1] ?? null);
  }

  private whileLoop(node: SyntaxNode): Statement[] {
    const nodes = childrenOf(node);
    if (!nodes[1]) return [this.broken(node)];
    return [
      {
        type: 'while',
        test: this.expression(nodes[1]),
        body: this.body(node.getChild('Body')),
        otherwise: this.elseOf(nodes),
        from: node.from,
        to: node.to,
      },
    ];
  }

  private withStatement(node: SyntaxNode): Statement[] {
    const nodes = childrenOf(node).filter(
      ({ name }) => name !== 'with' && name !== 'async' && name !== 'Body',
    );
    if (node.firstChild?.name === 'async' || nodes.some(isError)) return [this.broken(node)];
    const items = splitAt(nodes, ',').flatMap((part) => {
      const [value, , target] = part.filter(({ name }) => name !== '(' && name !== ')');
      return value
        ? [{ value: this.expression(value), target: target ? this.expression(target) : null }]
        : [];
    });
    return [{ type: 'with', items, body: this.body(node.getChild('Body')), from: node.from, to: node.to }];
  }

  private tryStatement(node: SyntaxNode): Statement[] {
    const found = { body: [] as Statement[], handlers: [] as ExceptClause[] };
    let caught: SyntaxNode[] = [];
    let otherwise: Statement[] = [];
    let last: Statement[] = [];
    let part = 'try';
    if (childrenOf(node).some(({ name }) => name === '*')) return [this.broken(node)];
    for (const child of childrenOf(node)) {
      if (child.name !== 'Body') {
        if (['except', 'else', 'finally'].includes(child.name)) {
          part = child.name;
          caught = [];
        } else caught.push(child);
      } else if (part === 'try') found.body = this.body(child);
      else if (part === 'except') found.handlers.push(this.exceptClause(caught, child));
      else if (part === 'else') otherwise = this.body(child);
      else last = this.body(child);
    }
    return [{ type: 'try', ...found, otherwise, last, from: node.from, to: node.to }];
  }

  private exceptClause(caught: readonly SyntaxNode[], body: SyntaxNode): ExceptClause {
    const [test, name] = caught.filter((node) => /^[A-Z]/.test(node.name));
    return {
      test: test ? this.expression(test) : null,
      name: name ? this.textOf(name) : null,
      body: this.body(body),
    };
  }

  private match(node: SyntaxNode): Statement[] {
    const subject = childrenOf(node)[1];
    const body = node.getChild('MatchBody');
    if (!subject || !body) return [this.broken(node)];
    const clauses = body.getChildren('MatchClause');
    const cases = clauses.map((clause) => this.body(clause.getChild('Body')));
    const read = new PatternReader(this);
    const tests = clauses.map((clause) => read.test(clause));
    const { from, to } = node;
    const captures = clauses.flatMap((clause) => read.captures(clause));
    return [{ type: 'match', subject: this.expression(subject), cases, tests, captures, from, to }];
  }

  private functionDefinition(node: SyntaxNode, decorators: readonly SyntaxNode[]): Statement[] {
    const name = node.getChild('VariableName');
    const list = node.getChild('ParamList');
    const block = node.getChild('Body');
    if (!name || !list) return [this.broken(node)];
    const body = this.body(block);
    return [
      {
        type: 'function',
        name: this.textOf(name),
        parameters: this.parameters(list),
        decorators: decorators.map((decorator) => this.decorator(decorator)),
        body,
        isGenerator: block !== null && hasYield(block),
        isAsync: node.firstChild?.name === 'async',
        from: node.from,
        to: node.to,
      },
    ];
  }

  private classDefinition(node: SyntaxNode, decorators: readonly SyntaxNode[]): Statement[] {
    const name = node.getChild('VariableName');
    if (!name) return [this.broken(node)];
    const list = node.getChild('ArgList');
    const given = list ? this.arguments(list) : [];
    const bases = given.filter((base) => base.name === null);
    return [
      {
        type: 'class',
        name: this.textOf(name),
        bases: bases.map(({ value }) => value),
        keywords: given.filter((base) => base.name !== null),
        decorators: decorators.map((decorator) => this.decorator(decorator)),
        body: this.body(node.getChild('Body')),
        from: node.from,
        to: node.to,
      },
    ];
  }

  private decorated(node: SyntaxNode): Statement[] {
    const decorators = node.getChildren('Decorator');
    const definition = node.lastChild;
    if (definition?.name === 'FunctionDefinition') return this.functionDefinition(definition, decorators);
    if (definition?.name === 'ClassDefinition') return this.classDefinition(definition, decorators);
    return [this.broken(node)];
  }

  /** `@a.b(c)` holds its names and brackets side by side. */
  private decorator(node: SyntaxNode): Decorator {
    const names = childrenOf(node).filter(({ name }) => name === 'VariableName' || name === 'PropertyName');
    const from = names[0]?.from ?? node.from;
    const to = names[names.length - 1]?.to ?? node.to;
    const list = node.getChild('ArgList');
    const args = list ? this.arguments(list) : null;
    return { type: 'name', id: names.map((name) => this.textOf(name)).join('.'), args, from, to };
  }

  private importStatement(node: SyntaxNode): Statement[] {
    const nodes = childrenOf(node).filter(({ name }) => name !== '(' && name !== ')');
    const { from, to } = node;
    const at = nodes.findIndex(({ name }) => name === 'import');
    const names = splitAt(nodes.slice(at + 1), ',').flatMap((part) => this.importedName(part));
    if (nodes[0].name !== 'from') return [{ type: 'import', names, from, to }];
    const source = nodes.slice(1, at);
    const written = source.map((part) => this.textOf(part)).join('');
    const module = written.replace(/^\.+/, '');
    const isStar = nodes[at + 1]?.name === '*';
    return [
      { type: 'from', level: written.length - module.length, module, names: isStar ? null : names, from, to },
    ];
  }

  private importedName(part: readonly SyntaxNode[]): ImportedName[] {
    const at = part.findIndex(({ name }) => name === 'as');
    const path = at < 0 ? part : part.slice(0, at);
    const name = path.map((one) => this.textOf(one)).join('');
    const alias = at < 0 || !part[at + 1] ? null : this.textOf(part[at + 1]);
    return name === '' ? [] : [{ name, alias }];
  }
}
