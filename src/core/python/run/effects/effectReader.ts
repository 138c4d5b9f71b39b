import type { Call, ClassDefinition, Expression, FunctionDefinition, Statement } from '../../syntax/ast';
import { type Node, partsOf, walk } from '../../syntax/walk';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { PyIterator } from '../../values/iterables';
import { PyInstance } from '../../values/objects';
import {
  Callable,
  ModuleInstance,
  ModuleValue,
  PyObject,
  Unknown,
  type UnknownKind,
  type Value,
} from '../../values/values';
import { bindingsOf } from './bindings';
import { namesIn } from './namesIn';
import {
  hasWritingKeyword,
  isLibrary,
  isOmnipotent,
  isPureBuiltin,
  isPureFunction,
  isPureMethod,
  isSetting,
  onlyLooks,
} from './purity';

/** What the names of a statement stand for, and which of its calls were made before it could not go on. */
export interface KnownParts {
  /** Undefined for a name that nobody bound. */
  readonly find: (name: string) => Value | undefined;
  readonly done: ReadonlyMap<Call, Value>;
  /** True for a field or an entry of something known that can be unknown by itself. */
  readonly isHolder: (target: Expression) => boolean;
}

/** What a statement that was not evaluated may have changed, as far as its text and its names tell. */
export class EffectReader {
  /** Names whose values it may have written into. */
  readonly touched = new Set<string>();
  /** Names whose values it may have gone through, which writes into nothing else. */
  private readonly ran = new Set<string>();
  /** True when it may have bound or changed anything at all. */
  isEverything = false;
  /** True when it changed what the libraries do. */
  isPatch = false;
  hasBackward = false;

  constructor(private readonly parts: KnownParts) {}

  /**
   * Looks at a statement; blocks are looked at as a whole, for their names may stand for each other. Returns the kind
   * of what it binds.
   */
  read(statement: Statement): UnknownKind {
    const kind = this.kindOfStatement(statement);
    for (const name of this.ran) this.touched.add(name);
    return kind;
  }

  private kindOfStatement(statement: Statement): UnknownKind {
    if (isSimple(statement)) return this.simple(statement);
    if (statement.type !== 'function' && statement.type !== 'class') return this.unit(statement);
    this.definition(statement);
    return 'code';
  }

  /** The body of a function does not run yet, unless a decorator runs it. */
  private definition(node: FunctionDefinition | ClassDefinition): void {
    if (node.decorators.length > 0) this.touch(node);
    if (node.type === 'function') for (const { value } of node.parameters) if (value) this.kindOf(value);
    if (node.type === 'class') {
      if (node.keywords.length > 0) this.touch(node);
      for (const statement of node.body) this.kindOfStatement(statement);
    }
  }

  /** Kind of what an expression gives, on the way noting what it writes into. */
  kindOf(node: Expression): UnknownKind {
    switch (node.type) {
      case 'constant':
      case 'ellipsis':
        return 'plain';
      case 'name':
        return this.kindOfName(node.id);
      case 'call':
        return this.call(node);
      case 'attribute': {
        const value = this.valueAt(node);
        if (value !== undefined) return kindOfValue(value);
        const kind = this.kindOf(node.object);
        const path = this.pathOf(node);
        if (path !== null) return isPureFunction(path) ? kind : worst([kind, 'foreign']);
        // A method may write when it is called, by whatever name; a class has them all.
        return kind === 'plain' && (node.name.startsWith('__') || !isPureMethod(node.name)) ? 'code' : kind;
      }
      case 'lambda':
        return 'code';
      case 'starred':
        this.goThrough(node.value);
        return this.kindOf(node.value);
      case 'comprehension':
      case 'other':
        return this.unit(node);
      default:
        return worst(expressionsOf(node).map((part) => this.kindOf(part)));
    }
  }

  private simple(statement: SimpleStatement): UnknownKind {
    switch (statement.type) {
      case 'assign':
        if (statement.targets.some(({ type }) => type === 'tuple' || type === 'list'))
          this.goThrough(statement.value);
        for (const target of statement.targets) this.store(target);
        return this.kindOf(statement.value);
      case 'update':
        this.store(statement.target);
        this.touch(statement.target);
        return worst([this.kindOf(statement.target), this.kindOf(statement.value)]);
      case 'delete':
        for (const target of statement.targets) this.store(target);
        return 'foreign';
      default:
        return worst(expressionsOf(statement).map((part) => this.kindOf(part)));
    }
  }

  /** Everything in it is one: names may be bound in it that stand for others. */
  private unit(node: Node): UnknownKind {
    const within = new EffectReader({ ...this.parts, done: new Map(), isHolder: () => false });
    let isPlain = true;
    for (const part of walk(node)) {
      if (part === node && !['broken', 'for', 'comprehension'].includes(part.type)) continue;
      if (isSimpleNode(part)) within.simple(part);
      else if (part.type === 'for') within.goThrough(part.iterable);
      else if (part.type === 'comprehension')
        for (const { iterable } of part.clauses) within.goThrough(iterable);
      else if (part.type === 'starred') within.goThrough(part.value);
      else if (part.type === 'call') isPlain = within.call(part) === 'plain' && isPlain;
      else if (part.type === 'name') isPlain = within.kindOf(part) === 'plain' && isPlain;
      else if (part.type === 'other' || part.type === 'broken') within.touch(part);
    }
    if (node.type === 'other') within.touch(node);
    const { bound } = bindingsOf(node);
    if (within.touched.size > 0 || [...within.ran].some((name) => bound.has(name))) this.touch(node);
    for (const name of within.ran) this.ran.add(name);
    this.isEverything ||= within.isEverything;
    this.isPatch ||= within.isPatch;
    this.hasBackward ||= within.hasBackward;
    return isPlain && within.touched.size === 0 ? 'plain' : 'foreign';
  }

  private store(target: Expression): void {
    if (target.type === 'tuple' || target.type === 'list') for (const item of target.items) this.store(item);
    else if (target.type === 'starred') this.store(target.value);
    else if ((target.type === 'attribute' || target.type === 'subscript') && !this.parts.isHolder(target)) {
      this.kindOf(target);
      this.touch(target.type === 'subscript' && this.isTensor(target.object) ? target.object : target);
      if (this.pathOf(target) !== null || this.isOfLibrary(target.object)) this.isPatch = true;
    }
  }

  /** Writing into a tensor copies: nothing else is changed, or held by it. */
  private isTensor(node: Expression): boolean {
    return node.type === 'name' && this.parts.find(node.id) instanceof TorchTensor;
  }

  /** `nn.CrossEntropyLoss.forward = …`, through any name. */
  private isOfLibrary(node: Expression): boolean {
    const root = rootOf(node);
    const value = root === null ? undefined : this.parts.find(root);
    return value instanceof ModuleValue || (value instanceof Callable && value.path !== null);
  }

  private touch(node: Node): void {
    for (const name of namesIn(node)) this.touched.add(name);
  }

  private kindOfName(id: string): UnknownKind {
    const value = this.parts.find(id);
    if (value === undefined) {
      this.isEverything ||= isOmnipotent(id);
      return 'foreign';
    }
    return kindOfValue(value);
  }

  private call(node: Call): UnknownKind {
    const made = this.parts.done.get(node);
    if (made !== undefined) return kindOfValue(made);
    const kinds = node.args.map(({ value }) => this.kindOf(value));
    const runsNothing =
      !kinds.includes('code') && (!kinds.includes('foreign') || this.onlyLooks(node.callee));
    const isPure = this.isPureCallee(node) && runsNothing && !this.mayWriteArguments(node);
    if (this.setsAttribute(node)) this.isPatch = true;
    if (!isPure) this.touch(node);
    if (!isPure) return 'foreign';
    return worst(kinds);
  }

  /** `out=…`; the functions of NumPy take it as the last argument too. */
  private mayWriteArguments({ callee, args }: Call): boolean {
    const isOfNumpy = this.pathOf(callee)?.startsWith('numpy.') ?? false;
    const arrays = args.filter(({ name, value }) => name === null && this.mayBeArray(value));
    return hasWritingKeyword(args) || (isOfNumpy && arrays.length > 1);
  }

  private mayBeArray(node: Expression): boolean {
    if (node.type === 'constant' || node.type === 'list' || node.type === 'tuple') return false;
    const value = node.type === 'name' ? this.parts.find(node.id) : undefined;
    return value === undefined || value instanceof PyObject;
  }

  /** `setattr(F, 'softmax', …)` */
  private setsAttribute({ callee, args }: Call): boolean {
    const isSetter = callee.type === 'name' && /^(set|del)attr$/.test(callee.id);
    const object = args[0]?.value;
    return isSetter && object !== undefined && (this.pathOf(object) !== null || this.isOfLibrary(object));
  }

  private onlyLooks(callee: Expression): boolean {
    const value = callee.type === 'name' ? this.parts.find(callee.id) : undefined;
    return !(value instanceof Callable) || onlyLooks(value.path);
  }

  /** Going through what is not known may run anything. */
  private goThrough(iterable: Expression): void {
    if (this.kindOf(iterable) !== 'plain') for (const name of namesIn(iterable)) this.ran.add(name);
  }

  private isPureCallee({ callee }: Call): boolean {
    const path = this.pathOf(callee);
    if (path !== null) {
      if (isSetting(path)) this.isPatch = true;
      return isPureFunction(path);
    }
    const value = this.valueAt(callee);
    if (value !== undefined) return kindOfValue(value) === 'plain' && !(value instanceof Callable);
    if (callee.type === 'attribute') {
      const kind = this.kindOf(callee.object);
      if (callee.name === 'backward') this.hasBackward = true;
      return kind === 'plain' && isPureMethod(callee.name);
    }
    if (callee.type === 'name') return this.isPureName(callee.id);
    return this.kindOf(callee) === 'plain';
  }

  private isPureName(id: string): boolean {
    const isPlain = this.kindOfName(id) === 'plain';
    const value = this.parts.find(id);
    if (value === undefined || !isPlain) return false;
    if (!(value instanceof Callable)) return true;
    if (value.path === null) return isPureMethod(value.name);
    if (isSetting(value.path)) this.isPatch = true;
    return value.path.startsWith('builtins.') ? isPureBuiltin(value.name) : isPureFunction(value.path);
  }

  /** What a field of an object of the snippet holds; undefined for everything else. */
  private valueAt(node: Expression): Value | undefined {
    if (node.type !== 'attribute') return undefined;
    const { object } = node;
    const holder = object.type === 'name' ? this.parts.find(object.id) : this.valueAt(object);
    return holder instanceof PyInstance && !holder.isUnknown ? holder.attributes.get(node.name) : undefined;
  }

  /** `torch.nn.functional.softmax` of an attribute that starts with a module; null for others. */
  private pathOf(node: Expression): string | null {
    if (node.type === 'name') {
      const value = this.parts.find(node.id);
      return value instanceof ModuleValue ? value.path : null;
    }
    if (node.type !== 'attribute') return null;
    const path = this.pathOf(node.object);
    return path && `${path}.${node.name}`;
  }
}

/** What a known value may do when it is given to somebody. */
export function kindOfValue(value: Value, depth = 0): UnknownKind {
  if (!(value instanceof PyObject)) return 'plain';
  if (value instanceof Unknown) return value.kind;
  if (value instanceof TorchTensor) return 'plain';
  if (value instanceof ModuleInstance) return value.isUnknown ? 'foreign' : 'plain';
  if (value instanceof ModuleValue) return isLibrary(value.path) ? 'plain' : 'foreign';
  if (value instanceof Callable) {
    if (value.path !== null)
      return isLibrary(value.path) || value.path.startsWith('builtins.') ? 'plain' : 'foreign';
    return value.code ? 'code' : kindOfValue(value.self, depth);
  }
  if (value.code || value instanceof PyIterator) return 'code';
  const { held } = value;
  if (depth > 3 || held.length > 1000) return 'foreign';
  return worst(held.map((item) => kindOfValue(item, depth + 1)));
}

function worst(kinds: readonly UnknownKind[]): UnknownKind {
  if (kinds.includes('code')) return 'code';
  return kinds.includes('foreign') ? 'foreign' : 'plain';
}

type SimpleStatement = Extract<
  Statement,
  { type: 'assign' | 'update' | 'expression' | 'return' | 'delete' | 'assert' | 'raise' }
>;

function isSimpleNode(node: Node): node is SimpleStatement {
  return ['assign', 'update', 'delete'].includes(node.type);
}

/** A statement without blocks, and without names that it binds for itself. */
function isSimple(statement: Statement): statement is SimpleStatement {
  if (!['assign', 'update', 'expression', 'return', 'delete', 'assert', 'raise'].includes(statement.type))
    return false;
  return ![...walk(statement)].some(({ type }) => type === 'named');
}

/** The expressions right below a node in which no statements stand. */
function expressionsOf(node: SimpleStatement | Expression): readonly Expression[] {
  return partsOf(node) as readonly Expression[];
}

function rootOf(node: Expression): string | null {
  if (node.type === 'name') return node.id;
  return node.type === 'attribute' || node.type === 'subscript' || node.type === 'call'
    ? rootOf(node.type === 'call' ? node.callee : node.object)
    : null;
}
