import type { Decorator, Expression, FunctionDefinition, Module, Statement } from '../../syntax/ast';
import { blocksOf, type Node, statementsOf, walk } from '../../syntax/walk';
import { lastPart, type NamesIn, namesIn } from './namesIn';

/** Calls that put their arguments into what they are called on. */
const puts = /^(add_\w+|append|extend|register\w*|setdefault|update)$/;

export type Import = Extract<Statement, { type: 'import' | 'from' }>;

/** A statement that runs when its module does, or a whole definition. */
export interface Piece {
  readonly statement: Statement;
  /** Names of the module that it gives a value, or into whose value it puts something. */
  readonly defines: readonly string[];
  readonly found: NamesIn;
  /** Names of the classes that it inherits from. */
  readonly bases: readonly string[];
}

interface Pieces {
  readonly pieces: readonly Piece[];
  /** Wherever they stand. */
  readonly imports: readonly Import[];
}

const known = new WeakMap<Module, Pieces>();

/** What a module is made of; kept as long as its syntax is. */
export function piecesOf(module: Module): Pieces {
  let found = known.get(module);
  if (!found) {
    const pieces = [...statementsIn(module.body)].map((statement) => ({
      statement,
      defines: definedBy(statement),
      found: namesIn(statement),
      bases: statement.type === 'class' ? statement.bases.flatMap(lastName) : [],
    }));
    const imports = [...walk(module.body, statementsOf)].filter(isImport);
    found = { pieces, imports };
    known.set(module, found);
  }
  return found;
}

function lastName(base: Expression): readonly string[] {
  if (base.type === 'name') return [base.id];
  return base.type === 'attribute' ? [base.name] : [];
}

function isImport(node: Node): node is Import {
  return node.type === 'import' || node.type === 'from';
}

/** The statements that run when a module does, but for its imports; definitions whole. */
function* statementsIn(body: readonly Statement[]): Generator<Statement> {
  for (const statement of body) {
    if (isImport(statement)) continue;
    const isDefinition = statement.type === 'function' || statement.type === 'class';
    const blocks = isDefinition ? [] : blocksOf(statement);
    if (blocks.length === 0) yield statement;
    for (const block of blocks) yield* statementsIn(block);
  }
}

function definedBy(statement: Statement): readonly string[] {
  switch (statement.type) {
    case 'function':
      return [statement.name, ...statement.decorators.flatMap(registry), ...filledByFunction(statement)];
    case 'class':
      return [statement.name, ...statement.decorators.flatMap(registry)];
    case 'assign':
      return statement.targets.flatMap(rootNames);
    default:
      return filledBy(statement);
  }
}

function registry({ id }: Decorator): readonly string[] {
  return puts.test(lastPart(id)) ? [id.split('.')[0]] : [];
}

/** Names of the module into whose values a function puts something. */
function filledByFunction({ parameters, body }: FunctionDefinition): readonly string[] {
  const own = new Set(['self', 'cls', ...parameters.map(({ name }) => name)]);
  for (const node of walk(body, statementsOf)) {
    if (node.type === 'assign')
      for (const target of node.targets)
        if (target.type !== 'subscript') for (const name of rootNames(target)) own.add(name);
  }
  return body.flatMap(filledBy).filter((name) => !own.has(name));
}

/** Names into whose value code puts something: `a` of `a[0] = b`, `a += b` and `a.append(b)`. */
function filledBy(code: Statement): readonly string[] {
  return [...walk(code)].flatMap((node) => {
    if (node.type === 'update') return rootNames(node.target);
    if (node.type === 'assign')
      return node.targets.filter(({ type }) => type === 'subscript').flatMap(rootNames);
    if (node.type !== 'call') return [];
    const { callee } = node;
    if (callee.type === 'name') return puts.test(callee.id) ? [callee.id] : [];
    return callee.type === 'attribute' && puts.test(callee.name) ? rootNames(callee.object) : [];
  });
}

/** `a` of `a`, `a.b`, `a[0]` and `a.b(c)`; all names of a tuple. */
function rootNames(target: Expression): readonly string[] {
  switch (target.type) {
    case 'name':
      return [target.id];
    case 'attribute':
    case 'subscript':
      return rootNames(target.object);
    case 'call':
      return rootNames(target.callee);
    case 'starred':
      return rootNames(target.value);
    case 'tuple':
    case 'list':
      return target.items.flatMap(rootNames);
    default:
      return [];
  }
}
