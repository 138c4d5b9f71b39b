import * as l10n from '../../../l10n';
import type { TextRange } from '../../../textRange';
import type {
  Call,
  CallArgument,
  Comprehension,
  Constant,
  Decorator,
  Expression,
  Replacement,
  Subscript,
} from '../../syntax/ast';
import { hasAttribute } from '../../torch/library/attributeNames';
import type { Libraries } from '../../torch/library/libraries';
import { type BackwardListener, backwardOf, propertyOf } from '../../torch/library/tensorMembers';
import type { LossName } from '../../torch/losses';
import { reprOf, strOf } from '../../torch/tensor/repr';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { truthOf } from '../../torch/tensor/truth';
import { GradModeValue } from '../../values/contexts';
import { PyIterator, PySet } from '../../values/iterables';
import { PyClass, PyInstance, PySuper } from '../../values/objects';
import { NotEvaluated, PythonError, typeError } from '../../values/pythonError';
import {
  type Args,
  Callable,
  DTypeValue,
  ExceptionValue,
  ellipsis,
  GradFnValue,
  ModuleInstance,
  ModuleValue,
  PyDict,
  PyList,
  PyObject,
  PySlice,
  PyTuple,
  typeNameOf,
  Unknown,
  type Value,
} from '../../values/values';
import { builtinNames } from '../builtins/builtinNames';
import { codeOf, lostOf } from '../effects/aftermath';
import { namesIn } from '../effects/namesIn';
import { lossOfValue } from '../losses/calledLoss';
import { isPure, type LossArguments, lossArguments } from '../losses/lossArguments';
import type { Provenance } from '../losses/provenance';
import { Scope } from '../scope';
import { assign, assignAttribute } from '../statements/assignTo';
import {
  attributeOfClass,
  attributeOfInstance,
  attributeOfSuper,
  callInstance,
  instantiate,
} from '../statements/classes';
import { inGradMode } from '../statements/functions';
import { mayHaveAttribute } from './attributesOfTypes';
import { formatOne, percentText } from './formatting';
import { isIterable, itemsOf, iterate } from './iterate';
import { memberOf } from './objectMethods';
import { binaryOperation, comparison, unaryOperation } from './pythonOperators';
import { assignSubscript, subscript } from './subscripts';

const comparisonOperators: ReadonlySet<string> = new Set([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
]);

/** Digits of the longest whole number that is read. */
const longestNumber = 1000;

const noDeclarations = { globals: new Set<string>(), nonlocals: new Set<string>() };

/** Built-in names that no module of anybody binds. */
const neverShadowed: ReadonlySet<string> = new Set(
  'print len isinstance enumerate list dict tuple super __name__ Exception ValueError TypeError'.split(' '),
);

/** What evaluating expressions needs from the run. */
export interface EvaluatorHost {
  readonly context: TorchContext;
  readonly libraries: Libraries;
  readonly builtins: ReadonlyMap<string, Callable>;
  readonly text: string;
  readonly onBackward: BackwardListener;
  /** Counts a step; throws when there were too many. */
  readonly step: () => void;
  /** Told of the value of each call. */
  readonly onCall: (node: Call, value: Value) => void;
  readonly provenance: Provenance;
  /** True where the text may be a part of a program: names that it does not bind may be bound elsewhere. */
  readonly isExcerpt: boolean;
  /** The value of a call that Python refuses, where the text tells what was meant; undefined where it does not. */
  readonly recover: (node: Call) => Value | undefined;
  /** Told of a call of a loss whose arguments have no value. */
  readonly onLossFailed: (node: Call, loss: LossName, error: Error) => void;
  /** Told of a call before it is made, with what its callee and arguments are. */
  readonly beforeCall: (node: Call, callee: Value, args: Args) => void;
  readonly functionOf: (node: Extract<Expression, { type: 'lambda' }>, scope: Scope) => Callable;
}

/** A call that is being evaluated. */
export interface OpenCall {
  readonly node: Call;
  /** What of its arguments is as it was before something that is not evaluated. */
  readonly assumptions: readonly Unknown[];
}

/** How the arguments of a call are evaluated. */
interface ArgumentMode {
  readonly otherwise?: Otherwise;
  /** Functions of the snippet take what is not known: they may not need it. */
  readonly takesUnknown?: boolean;
}

type Otherwise = (argument: CallArgument, error: NotEvaluated) => Value | Args;

const rethrow: Otherwise = (_, error) => {
  throw error;
};

/** `a.b['c']`, whose value can be asked for without doing anything. */
function isPath(node: Expression): boolean {
  if (node.type === 'name') return true;
  if (node.type === 'subscript')
    return isPath(node.object) && node.index.every(({ type }) => type === 'constant');
  return node.type === 'attribute' && isPath(node.object);
}

function isArgs(value: Value | Args): value is Args {
  return value !== null && typeof value === 'object' && 'positional' in value;
}

/** Values of expressions. Errors leave with the range of the innermost expression that Python would name. */
export class Evaluator {
  /** Calls that are being evaluated, innermost last, for those who listen to them. */
  readonly calls: OpenCall[] = [];

  /** The calls that the statement which is being executed has made so far, with what they gave; null for none. */
  done: Map<Call, Value> | null = null;

  /** The calls that the last error came through, innermost first. */
  failedCalls: readonly Call[] = [];

  /** What was taken as it was before a statement that is not evaluated; null while nothing is assumed. */
  private assumed: Unknown[] | null = null;

  constructor(private readonly host: EvaluatorHost) {}

  evaluate(node: Expression, scope: Scope): Value {
    const value = this.evaluateAny(node, scope);
    if (value instanceof PyObject && value.isUnknown) {
      const label = value instanceof Unknown ? value.label : null;
      const error = new NotEvaluated(label ?? this.nameFor(node), label === null);
      error.range = { from: node.from, to: node.to };
      throw error;
    }
    return value;
  }

  /** As `evaluate`, for whoever only passes the value on: it may be one that is not known. */
  evaluateAny(node: Expression, scope: Scope): Value {
    const { provenance, step } = this.host;
    step();
    provenance.enter();
    let value: Value | undefined;
    try {
      value = this.valueOf(node, scope);
      return value;
    } catch (error) {
      if ((error instanceof PythonError || error instanceof NotEvaluated) && error.range === null) {
        error.range = { from: node.from, to: node.to };
      }
      if (error instanceof NotEvaluated && error.what === '') error.what = this.nameFor(node);
      throw error;
    } finally {
      provenance.leave(node, value);
    }
  }

  /** A call is named by its callee alone. */
  private nameFor(node: Expression): string {
    return node.type === 'call' ? `${this.excerpt(node.callee)}(…)` : this.excerpt(node);
  }

  private valueOf(node: Expression, scope: Scope): Value {
    switch (node.type) {
      case 'name':
        return this.nameOf(node.id, scope);
      case 'constant':
        return this.constant(node);
      case 'attribute':
        return this.attribute(this.evaluate(node.object, scope), node.name);
      case 'call':
        return this.call(node, scope);
      case 'tuple':
        return new PyTuple(this.sequence(node.items, scope));
      case 'list':
        return new PyList(this.sequence(node.items, scope));
      case 'set':
        return new PySet(this.sequence(node.items, scope));
      case 'dict':
        return this.dictionary(node, scope);
      case 'subscript':
        return subscript(this.host.context, this.evaluate(node.object, scope), this.index(node, scope));
      case 'slice':
        return this.slice(node, scope);
      case 'ellipsis':
        return ellipsis;
      case 'binary':
        return this.binary(node, scope);
      case 'unary':
        return unaryOperation(node.operator, this.evaluate(node.value, scope), (name, tensor) =>
          this.host.libraries.apply(name, tensor),
        );
      case 'conditional':
        return this.evaluateAny(truthOf(this.evaluate(node.test, scope)) ? node.then : node.otherwise, scope);
      case 'lambda':
        return this.host.functionOf(node, scope);
      case 'comprehension':
        return this.comprehension(node, scope);
      case 'formatted':
        return this.formatted(node.parts, scope);
      case 'named': {
        const value = this.evaluateAny(node.value, scope);
        if (node.target.type !== 'name') throw new NotEvaluated(l10n.t('this assignment'));
        if (!this.assumed) scope.set(node.target.id, value);
        return value;
      }
      case 'starred':
      case 'other':
        throw new NotEvaluated(this.excerpt(node));
    }
  }

  private nameOf(id: string, scope: Scope): Value {
    const bound = scope.get(id);
    if (bound !== undefined) return this.assumed ? this.beforeOf(bound, id) : bound;
    // Anything may have been bound by something that was not evaluated.
    if (scope.module.isOpen && !neverShadowed.has(id)) throw new NotEvaluated(id, true);
    const value = this.host.builtins.get(id);
    if (value !== undefined) return value;
    // What `global` looks past is bound around it, so that it is no name from above an excerpt.
    const isLookedPast = scope.binderOf(id)?.find(id) !== undefined;
    if (this.host.isExcerpt && !isLookedPast) throw new NotEvaluated(id);
    if (builtinNames.has(id)) throw new NotEvaluated(id);
    throw new PythonError('NameError', `name '${id}' is not defined`);
  }

  /** Where things are assumed to be as they were, a value that is not known is the one before. */
  private beforeOf(value: Value, id: string): Value {
    const lost = lostOf(value);
    if (!this.assumed || !lost) return value;
    if (lost.before === null) throw new NotEvaluated(id, true);
    this.assumed.push(lost);
    return lost.before;
  }

  /** Whole numbers are exact, however long. */
  private constant({ value, isFloat, from, to }: Constant): Value {
    if (typeof value !== 'number' || isFloat) return value;
    if (Number.isSafeInteger(value)) return BigInt(value);
    const written = this.host.text.slice(from, to).replaceAll(/[_\s]/g, '');
    if (!/^-?(\d+|0[xob][\da-f]+)$/i.test(written) || written.length > longestNumber)
      throw new NotEvaluated(written.slice(0, 20));
    return written.startsWith('-') ? -BigInt(written.slice(1)) : BigInt(written);
  }

  attribute(object: Value, name: string): Value {
    const { context, libraries } = this.host;
    if (object instanceof ModuleValue) return libraries.member(object.path, name);
    if (object instanceof TorchTensor) {
      const property = propertyOf(context, object, name);
      if (property !== undefined) return property;
      const isBackward = name === 'backward' && object.library === 'torch';
      const method = isBackward ? backwardOf(object, this.host.onBackward) : libraries.method(object, name);
      if (method !== undefined) return ofObject(method, object);
      if (hasAttribute(object.typeName, name) === false) throw noAttribute(object, name);
      throw new NotEvaluated(`.${name}`);
    }
    if (object instanceof PyInstance) return attributeOfInstance(object, name);
    if (object instanceof PyClass) return attributeOfClass(object, name);
    if (object instanceof PySuper) return attributeOfSuper(object, name);
    if (object instanceof ModuleInstance) return this.moduleAttribute(object, name);
    if (object instanceof GradFnValue && name === 'name') return new Callable(name, () => object.typeName);
    if (object instanceof ExceptionValue && name === 'args') return new PyTuple([object.message]);
    if (object instanceof Callable && object.isType && name === '__name__')
      return object.name.split('.').at(-1) ?? '';
    const value = memberOf(context, object, name);
    if (value !== undefined) return ofObject(value, object);
    if (object instanceof Callable) throw new NotEvaluated(`${object.name}.${name}`);
    if (mayHaveAttribute(typeNameOf(object), name)) throw new NotEvaluated(`.${name}`);
    throw noAttribute(object, name);
  }

  private moduleAttribute(object: ModuleInstance, name: string): Value {
    if (name === 'forward' || name === '__call__') return object;
    if (['train', 'eval', 'to', 'cpu', 'float'].includes(name)) return new Callable(name, () => object);
    const value = object.attributes.get(name);
    if (value === undefined || value === null) throw new NotEvaluated(l10n.t('.{0} of a module', name));
    return value;
  }

  private call(node: Call, scope: Scope): Value {
    if (node.callee.type === 'name' && node.callee.id === 'super' && scope.find('super') === undefined)
      return this.superOf(node, scope);
    const callee = this.callee(node, scope);
    const { provenance } = this.host;
    const object = node.callee.type === 'attribute' ? provenance.valueOf(node.callee.object) : undefined;
    if (this.assumed && !isPure(node, callee, object)) throw new NotEvaluated(this.excerpt(node));
    const { args, assumptions, obstacle } = this.argumentsFor(node, callee, scope);
    this.calls.push({ node, assumptions });
    try {
      this.host.beforeCall(node, callee, args);
      const value = this.callValue(callee, args);
      if (obstacle) throw obstacle;
      this.done ??= new Map();
      this.done.set(node, value);
      this.host.onCall(node, value);
      this.failedCalls = [];
      return value;
    } catch (error) {
      this.failedCalls = [...this.failedCalls, node];
      // What a loss says of numbers that are only assumed counts for nothing.
      if (obstacle) throw obstacle;
      const recovered = error instanceof PythonError ? this.host.recover(node) : undefined;
      if (recovered === undefined) throw error;
      return recovered;
    } finally {
      this.calls.pop();
    }
  }

  /** `super()` in a method, and `super(Name, self)`. */
  private superOf(node: Call, scope: Scope): PySuper {
    let around: Scope | null = scope;
    while (around && !around.method) around = around.parent;
    const [type, self] =
      node.args.length === 2
        ? node.args.map(({ value }) => this.evaluate(value, scope))
        : [around?.method?.definedIn.type ?? null, around?.method?.self ?? null];
    if (type instanceof PyClass && self instanceof PyInstance && node.args.length % 2 === 0)
      return new PySuper(type, self);
    throw new NotEvaluated('super(…)');
  }

  private argumentsFor(node: Call, callee: Value, scope: Scope): LossArguments {
    const called = lossOfValue(callee);
    if (!called) {
      const args = this.arguments(node, scope, { takesUnknown: isOfSnippet(callee) });
      return { args, assumptions: [], obstacle: null };
    }
    try {
      return lossArguments(node, called, {
        arguments: (call, otherwise) => this.arguments(call, scope, { otherwise }),
        assume: (expression) => this.assume(expression, scope),
      });
    } catch (error) {
      if (!called.isClass && (error instanceof NotEvaluated || error instanceof PythonError))
        this.host.onLossFailed(node, called.loss.name, error);
      throw error;
    }
  }

  /** What a callee is where finding out changes nothing; undefined otherwise. */
  calleeOf({ callee }: Call, scope: Scope): Value | undefined {
    const isOfClass = callee.type === 'call' && lossOfValue(this.calleeOf(callee, scope) ?? null)?.isClass;
    if (!isOfClass && !isPath(callee)) return undefined;
    try {
      return this.evaluate(callee, scope);
    } catch (error) {
      if (error instanceof NotEvaluated || error instanceof PythonError) return undefined;
      throw error;
    }
  }

  /** The value of an expression with every name as it was before it became unknown; null where that tells nothing. */
  private assume(node: Expression, scope: Scope): { value: Value; unknowns: readonly Unknown[] } | null {
    const outer = this.assumed;
    const unknowns: Unknown[] = [];
    this.assumed = unknowns;
    try {
      const value = this.evaluate(node, scope);
      return unknowns.length > 0 ? { value, unknowns } : null;
    } catch (error) {
      if (error instanceof NotEvaluated || error instanceof PythonError) return null;
      throw error;
    } finally {
      this.assumed = outer;
    }
  }

  /** A function that is not known is named with its call. */
  private callee(node: Call, scope: Scope): Value {
    try {
      return this.evaluate(node.callee, scope);
    } catch (error) {
      if (error instanceof NotEvaluated && !error.isConsequence)
        error.range = { from: node.from, to: node.to };
      const isUnlisted = error instanceof NotEvaluated && /^[\w.]+$/.test(error.what) && !error.isConsequence;
      if (!isUnlisted) throw error;
      const wider = new NotEvaluated(`${error.what}(…)`);
      wider.range = error.range;
      throw wider;
    }
  }

  callValue(callee: Value, args: Args): Value {
    if (callee instanceof PyClass) return instantiate(callee, args);
    if (callee instanceof PyInstance) return callInstance(callee, args);
    if (callee instanceof GradModeValue) return this.decorated(callee, args);
    // `@torch.no_grad` without brackets.
    if (callee instanceof Callable && isGradModeClass(callee) && args.positional[0] instanceof Callable)
      return this.callValue(callee.call({ positional: [], named: new Map() }), args);
    if (callee instanceof Callable || callee instanceof ModuleInstance) return callee.call(args);
    if (callee instanceof ModuleValue) throw new NotEvaluated(`${callee.path}(…)`);
    if (callee instanceof DTypeValue && callee.library === 'numpy')
      throw new NotEvaluated(`numpy.${callee.dtype}(…)`);
    throw typeError(`'${typeNameOf(callee)}' object is not callable`);
  }

  /** `@decorator` and `@decorator(…)` as a value that is called with the function. */
  decorator({ id, args, from, to }: Decorator, scope: Scope): Value {
    const callee = id
      .split('.')
      .reduce<Expression | null>(
        (object, name) =>
          object === null
            ? { type: 'name', id: name, from, to }
            : { type: 'attribute', object, name, nameFrom: from, from, to },
        null,
      );
    if (callee === null) throw new NotEvaluated(id);
    return this.evaluate(args === null ? callee : { type: 'call', callee, args, from, to }, scope);
  }

  private decorated(mode: GradModeValue, { positional: [callee] }: Args): Value {
    if (!(callee instanceof Callable) || mode.before !== null)
      throw new NotEvaluated(l10n.t('this decorator'));
    return inGradMode(this.host.context, mode, callee);
  }

  /** `otherwise` gives what stands for an argument that is not evaluated, or throws. */
  private arguments(
    node: Call,
    scope: Scope,
    { otherwise = rethrow, takesUnknown = false }: ArgumentMode = {},
  ): Args {
    const positional: Value[] = [];
    const named = new Map<string, Value>();
    for (const argument of node.args) {
      try {
        const given = this.argument(argument, scope, takesUnknown);
        positional.push(...given.positional);
        for (const [name, value] of given.named) this.setNamed(named, name, value, node);
      } catch (error) {
        if (!(error instanceof NotEvaluated)) throw error;
        const value = otherwise(argument, error);
        if (isArgs(value)) for (const [name, item] of value.named) named.set(name, item);
        else if (argument.name !== null) named.set(argument.name, value);
        else positional.push(value);
      }
    }
    return { positional, named };
  }

  private argument({ name, stars, value }: CallArgument, scope: Scope, takesUnknown: boolean): Args {
    const isPassedOn = takesUnknown && stars === 0;
    const evaluated = isPassedOn ? this.evaluateAny(value, scope) : this.evaluate(value, scope);
    if (stars === 1) return { positional: this.spread(evaluated), named: new Map() };
    if (stars === 2) {
      if (!(evaluated instanceof PyDict)) throw new NotEvaluated(l10n.t('** of this'));
      return {
        positional: [],
        named: new Map(evaluated.entries.map(([key, item]) => [keywordOf(key), item])),
      };
    }
    if (name !== null) return { positional: [], named: new Map([[name, evaluated]]) };
    return { positional: [evaluated], named: new Map() };
  }

  private setNamed(named: Map<string, Value>, key: string, value: Value, node: Call): void {
    if (named.has(key))
      throw typeError(`${this.excerpt(node.callee)}() got multiple values for keyword argument '${key}'`);
    named.set(key, value);
  }

  /** What `*value` stands for among arguments. */
  private spread(value: Value): readonly Value[] {
    if (!isIterable(value)) throw new NotEvaluated(l10n.t('* of this'));
    return itemsOf(this.host.context, value);
  }

  private sequence(items: readonly Expression[], scope: Scope): Value[] {
    return items.flatMap((item) =>
      item.type === 'starred'
        ? [...itemsOf(this.host.context, this.evaluate(item.value, scope))]
        : [this.evaluateAny(item, scope)],
    );
  }

  private dictionary(node: Extract<Expression, { type: 'dict' }>, scope: Scope): PyDict {
    const dict = new PyDict();
    for (const { key, value } of node.entries) {
      if (key !== null) {
        const evaluatedKey = this.evaluate(key, scope);
        dict.set(evaluatedKey, this.evaluateAny(value, scope));
        continue;
      }
      const evaluated = this.evaluate(value, scope);
      if (evaluated instanceof PyDict) for (const [k, v] of evaluated.entries) dict.set(k, v);
      else throw new NotEvaluated(l10n.t('** of this'));
    }
    return dict;
  }

  index(node: Subscript, scope: Scope): Value {
    const items = node.index.map((item) => this.evaluate(item, scope));
    return items.length === 1 ? items[0] : new PyTuple(items);
  }

  /** The target of `+=`: its parts are evaluated once. */
  place(target: Expression, scope: Scope): { before: Value; store: (value: Value) => void } {
    const { context } = this.host;
    if (target.type === 'subscript') {
      const object = this.evaluate(target.object, scope);
      const index = this.index(target, scope);
      return {
        before: subscript(context, object, index),
        store: (value) => assignSubscript(context, object, index, value),
      };
    }
    if (target.type === 'attribute') {
      const object = this.evaluate(target.object, scope);
      const before = this.attribute(object, target.name);
      return { before, store: (value) => assignAttribute(object, target.name, value) };
    }
    return {
      before: this.evaluate(target, scope),
      store: (value) => assign({ context, evaluator: this }, target, value, scope),
    };
  }

  private slice(node: Extract<Expression, { type: 'slice' }>, scope: Scope): PySlice {
    const bound = (one: Expression | null) => (one === null ? null : this.evaluate(one, scope));
    return new PySlice(bound(node.lower), bound(node.upper), bound(node.step));
  }

  private binary(node: Extract<Expression, { type: 'binary' }>, scope: Scope): Value {
    const { operator } = node;
    if (comparisonOperators.has(operator)) return this.comparisons(node, scope).value;
    const left = this.evaluate(node.left, scope);
    if (operator === 'and') return truthOf(left) ? this.evaluateAny(node.right, scope) : left;
    if (operator === 'or') return truthOf(left) ? left : this.evaluateAny(node.right, scope);
    const right = this.evaluate(node.right, scope);
    if (operator === '%' && typeof left === 'string') return percentText(left, right);
    return binaryOperation(this.host.context, operator, left, right);
  }

  /** `a < b < c` is `a < b and b < c`; the parser gives `(a < b) < c`, without brackets. */
  private comparisons(
    node: Extract<Expression, { type: 'binary' }>,
    scope: Scope,
  ): { value: Value; last: Value } {
    const { left, operator } = node;
    const isChain =
      left.type === 'binary' && comparisonOperators.has(left.operator) && left.from === node.from;
    const before = isChain ? this.comparisons(left, scope) : null;
    if (before && !truthOf(before.value)) return before;
    const first = before ? before.last : this.evaluate(left, scope);
    const last = this.evaluate(node.right, scope);
    return { value: comparison(this.host.context, operator, first, last), last };
  }

  private comprehension(node: Comprehension, scope: Scope): Value {
    const locals = new Set(node.clauses.flatMap(({ target }) => [...namesIn(target)]));
    const inner = new Scope('comprehension', scope.seenByFunctions, { ...noDeclarations, locals });
    const { context } = this.host;
    const first = iterate(context, this.evaluate(node.clauses[0].iterable, scope));
    const element = () => this.evaluateAny(node.element, inner);
    const turns = this.turns(node, 0, first, inner);
    const bracket = this.host.text[node.from];
    if (node.key !== null) {
      const dict = new PyDict();
      for (const _ of turns) {
        const key = this.evaluate(node.key, inner);
        dict.set(key, element());
      }
      return dict;
    }
    if (bracket !== '[' && bracket !== '{') return this.generator(node, turns, element, inner);
    const items: Value[] = [];
    for (const _ of turns) items.push(element());
    return bracket === '{' ? new PySet(items) : new PyList(items);
  }

  /** Binds the targets of a comprehension, turn by turn. */
  private *turns(
    node: Comprehension,
    at: number,
    items: Iterable<Value>,
    inner: Scope,
  ): Generator<null, void> {
    const { target, conditions } = node.clauses[at];
    const next = node.clauses[at + 1];
    for (const item of items) {
      this.host.step();
      assign({ context: this.host.context, evaluator: this }, target, item, inner);
      if (!conditions.every((test) => truthOf(this.evaluate(test, inner)))) continue;
      if (next)
        yield* this.turns(
          node,
          at + 1,
          iterate(this.host.context, this.evaluate(next.iterable, inner)),
          inner,
        );
      else yield null;
    }
  }

  /** `(f(x) for x in items)`: its items are made when they are asked for. */
  private generator(
    node: Comprehension,
    turns: Iterator<null, void>,
    element: () => Value,
    inner: Scope,
  ): PyIterator {
    const source: Iterator<Value> = {
      next: () => {
        const outer = this.done;
        try {
          return turns.next().done ? { done: true, value: undefined } : { done: false, value: element() };
        } finally {
          this.done = outer;
        }
      },
    };
    const code = codeOf(node, inner, this.host);
    return new PyIterator('generator', source, () => inner.own, code);
  }

  private formatted(parts: readonly (string | Replacement)[], scope: Scope): string {
    return parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const value = this.evaluate(part.value, scope);
        const spec = this.formatted(part.spec, scope);
        const conversion = part.conversion || (part.label !== '' && spec === '' ? 'r' : '');
        const converted = conversion === 'r' ? reprOf(value) : conversion === 's' ? strOf(value) : value;
        return part.label + formatOne(converted, spec);
      })
      .join('');
  }

  private excerpt({ from, to }: TextRange): string {
    const text = this.host.text.slice(from, to).split('\n')[0];
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
  }
}

/** A method remembers whose it is. */
function ofObject(member: Value, object: Value): Value {
  if (member instanceof Callable && member.path === null) member.self = object;
  return member;
}

function isGradModeClass({ path }: Callable): boolean {
  return path === 'torch.no_grad' || path === 'torch.enable_grad' || path === 'torch.inference_mode';
}

function keywordOf(key: Value): string {
  if (typeof key === 'string') return key;
  throw typeError('keywords must be strings');
}

function isOfSnippet(callee: Value): boolean {
  return callee instanceof PyObject && callee.code !== null;
}

function noAttribute(object: Value, name: string): PythonError {
  return new PythonError('AttributeError', `'${typeNameOf(object)}' object has no attribute '${name}'`);
}
