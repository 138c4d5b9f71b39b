import type { SyntaxNode, Tree } from '@lezer/common';
import type { ExceptClause, ImportedName, Module, Statement } from './ast';
import { childrenOf, isError, splitAt } from './nodes';
import { ExpressionReader } from './readExpression';

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

class StatementReader extends ExpressionReader {
  private level = 0;
  /** Whether the function being read has a `yield`. */
  private hasYield = false;

  body(node: SyntaxNode | null): Statement[] {
    if (!node || this.level >= deepestStatement) return [];
    this.level++;
    const found = childrenOf(node).flatMap((child) => this.statement(child));
    this.level--;
    return found;
  }

  private statement(node: SyntaxNode): Statement[] {
    const { from, to } = node;
    if (node.name === 'StatementGroup') return childrenOf(node).flatMap((child) => this.statement(child));
    if (isError(node)) return [];
    if (this.isBroken(node)) return [{ type: 'broken', parts: this.parts(node), from, to }];
    switch (node.name) {
      case 'AssignStatement':
        return this.assign(node);
      case 'UpdateStatement':
        return this.update(node);
      case 'ExpressionStatement':
        return node.firstChild ? [{ type: 'expression', value: this.value(node.firstChild), from, to }] : [];
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
        const isYield = node.name === 'YieldStatement';
        this.hasYield ||= isYield;
        return [
          {
            type: 'expression',
            value: { type: 'other', isYield, parts: this.parts(node), from, to },
            from,
            to,
          },
        ];
      }
      default:
        return [];
    }
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

  private value(node: SyntaxNode) {
    if (node.name === 'YieldExpression') this.hasYield = true;
    return this.expression(node);
  }

  private parts(node: SyntaxNode) {
    return childrenOf(node)
      .filter(({ name }) => /^[A-Z]/.test(name) && !/(Op|TypeDef|Body)$/.test(name))
      .map((child) => this.expression(child));
  }

  private assign(node: SyntaxNode): Statement[] {
    const nodes = childrenOf(node).filter(({ name }) => name !== 'TypeDef');
    const sides = splitAt(nodes, 'AssignOp').filter((side) => side.length > 0);
    if (sides.length < 2) return this.declaration(node);
    const last = sides[sides.length - 1];
    if (last[0].name === 'YieldExpression') this.hasYield = true;
    const targets = sides.slice(0, -1).map((side) => this.expressionList(side));
    return [{ type: 'assign', targets, value: this.expressionList(last), from: node.from, to: node.to }];
  }

  private declaration(node: SyntaxNode): Statement[] {
    const { firstChild, from, to } = node;
    if (firstChild?.name !== 'VariableName') return [];
    return [{ type: 'declare', name: this.textOf(firstChild), from, to }];
  }

  private update(node: SyntaxNode): Statement[] {
    const [target, operator, ...rest] = childrenOf(node);
    if (!operator || rest.length === 0) return [];
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
    return [{ type: 'if', branches, otherwise, from: node.from, to: node.to }];
  }

  private loop(node: SyntaxNode): Statement[] {
    const nodes = childrenOf(node).filter(({ name }) => name !== 'async');
    const at = nodes.findIndex(({ name }) => name === 'in');
    const bodyAt = nodes.findIndex(({ name }) => name === 'Body');
    if (at < 2 || bodyAt < at + 2) return [];
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
    if (!nodes[1]) return [];
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
    if (!subject || !body) return [];
    const cases = body.getChildren('MatchClause').map((clause) => this.body(clause.getChild('Body')));
    return [{ type: 'match', subject: this.expression(subject), cases, from: node.from, to: node.to }];
  }

  private functionDefinition(node: SyntaxNode, decorators: readonly SyntaxNode[]): Statement[] {
    const name = node.getChild('VariableName');
    const list = node.getChild('ParamList');
    if (!name || !list) return [];
    const outerYield = this.hasYield;
    this.hasYield = false;
    const body = this.body(node.getChild('Body'));
    const isGenerator = this.hasYield;
    this.hasYield = outerYield;
    return [
      {
        type: 'function',
        name: this.textOf(name),
        parameters: this.parameters(list),
        decorators: decorators.map((decorator) => this.decorator(decorator)),
        body,
        isGenerator,
        from: node.from,
        to: node.to,
      },
    ];
  }

  private classDefinition(node: SyntaxNode, decorators: readonly SyntaxNode[]): Statement[] {
    const name = node.getChild('VariableName');
    if (!name) return [];
    const list = node.getChild('ArgList');
    const bases = list ? this.arguments(list).filter((base) => base.name === null) : [];
    return [
      {
        type: 'class',
        name: this.textOf(name),
        bases: bases.map(({ value }) => value),
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
    return [];
  }

  /** `@a.b(c)` holds its names and brackets side by side; only the dotted name and whether it is called count. */
  private decorator(node: SyntaxNode) {
    const names = childrenOf(node).filter(({ name }) => name === 'VariableName' || name === 'PropertyName');
    const from = names[0]?.from ?? node.from;
    const to = names[names.length - 1]?.to ?? node.to;
    return { type: 'name' as const, id: names.map((name) => this.textOf(name)).join('.'), from, to };
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
