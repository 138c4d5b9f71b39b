import * as l10n from '../../../l10n';
import type { ClassDefinition, Expression, Statement } from '../../syntax/ast';
import { updateInPlace } from '../../torch/kernels/inPlace';
import type { Libraries } from '../../torch/library/libraries';
import { strOf } from '../../torch/tensor/repr';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { truthOf } from '../../torch/tensor/truth';
import { LimitReached, NotEvaluated, PythonError, RaisedUnknown } from '../../values/pythonError';
import { Callable, ExceptionValue, PyDict, PyList, PyTuple, type Value } from '../../values/values';
import type { Aftermath } from '../effects/aftermath';
import { mayJump } from '../effects/jumps';
import type { Evaluator } from '../expressions/evaluator';
import { indexOf } from '../expressions/indices';
import { itemsOf, iterate } from '../expressions/iterate';
import { deleteSubscript } from '../expressions/subscripts';
import type { Scope } from '../scope';
import { assign } from './assignTo';
import { defineClass } from './classes';
import { Compounds } from './compounds';
import { decorated } from './decorators';
import { Functions } from './functions';
import { importInto, isSureToBeThere } from './imports';
import type { Flow, Outcome } from './outcome';
import { finish } from './outcome';
import { placeOf } from './place';
import { updateOperation } from './updateOperation';

/** What executing statements needs from the run. */
export interface StatementHost {
  readonly context: TorchContext;
  readonly libraries: Libraries;
  readonly evaluator: Evaluator;
  readonly aftermath: Aftermath;
  readonly builtins: ReadonlyMap<string, Callable>;
  /** Told of the value that is given a name, or that a statement is. */
  readonly onValue: (value: Value, node: Expression, isNamed: boolean) => void;
  /** Told of what could not be evaluated; its names are unknown from then on. */
  readonly onNotEvaluated: (error: NotEvaluated, statement: Statement, scope: Scope) => void;
}

/** Executes statements one by one. What cannot be evaluated is reported, and the next statement goes on. */
export class Statements {
  /** Statements that were not evaluated, with the names around them. */
  readonly failed = new Map<Statement, Scope>();
  readonly functions: Functions;
  private readonly compounds: Compounds;

  constructor(private readonly host: StatementHost) {
    this.functions = new Functions(host, (body, scope) => this.block(body, scope));
    this.compounds = new Compounds(host, (body, scope) => this.block(body, scope));
  }

  private classOf(node: ClassDefinition, scope: Scope): Value {
    const made = defineClass(node, scope, this.host, (body, own) => this.block(body, own));
    return decorated(this.host.evaluator, node.decorators, made, scope);
  }

  /**
   * Runs statements of which it is not known when Python would, as long as nothing ends the block; what Python refuses
   * is passed over.
   */
  probe(body: readonly Statement[], scope: Scope): void {
    this.host.context.random = null;
    for (const statement of body) {
      try {
        if (this.run(statement, scope) !== 'normal') return;
      } catch (error) {
        if (error instanceof PythonError) this.host.aftermath.of(statement, scope);
        else if (!(error instanceof NotEvaluated)) throw error;
      }
    }
  }

  /** One statement at the top. */
  run(statement: Statement, scope: Scope): Outcome {
    return finish(this.flow(statement, scope));
  }

  private *block(body: readonly Statement[], scope: Scope): Flow {
    for (const statement of body) {
      const outcome = yield* this.flow(statement, scope);
      if (outcome !== 'normal') return outcome;
    }
    return 'normal';
  }

  private *flow(statement: Statement, scope: Scope): Flow {
    const { evaluator } = this.host;
    const outer = evaluator.done;
    evaluator.done = null;
    try {
      return yield* this.execute(statement, scope);
    } catch (error) {
      if (error instanceof PythonError || error instanceof LimitReached) error.range ??= statement;
      if (!(error instanceof NotEvaluated)) throw error;
      return this.leave(statement, scope, error);
    } finally {
      evaluator.done = outer;
    }
  }

  /** Goes on behind a statement that was not evaluated, where it is sure that Python does. */
  private leave(statement: Statement, scope: Scope, error: NotEvaluated): Outcome {
    const { evaluator, aftermath } = this.host;
    error.range ??= { from: statement.from, to: statement.to };
    const done = evaluator.done ?? new Map();
    const { from, to } = error.range;
    aftermath.of(statement, scope, { done, since: { from, to } });
    this.failed.set(statement, scope);
    if (!error.isReported) this.host.onNotEvaluated(error, statement, scope);
    error.isReported = true;
    if (error instanceof RaisedUnknown || this.compounds.isTrying) throw error;
    if (statement.type === 'return')
      return { returned: aftermath.valueOf(statement, scope, { done, since: { from, to } }) };
    if (mayJump(statement)) throw error;
    return 'normal';
  }

  private *execute(statement: Statement, scope: Scope): Flow {
    const { evaluator } = this.host;
    switch (statement.type) {
      case 'assign':
        return yield* this.assignment(statement, scope);
      case 'update':
        this.update(statement, scope);
        return 'normal';
      case 'expression': {
        const { value } = statement;
        if (value.type === 'other' && value.isYield) yield* this.yielded(value, scope);
        else this.host.onValue(evaluator.evaluate(value, scope), value, false);
        return 'normal';
      }
      case 'function':
        scope.set(statement.name, this.functions.define(statement, scope));
        return 'normal';
      case 'class':
        scope.set(statement.name, this.classOf(statement, scope));
        return 'normal';
      case 'return':
        return { returned: statement.value ? evaluator.evaluateAny(statement.value, scope) : null };
      case 'if':
      case 'for':
      case 'while':
      case 'with':
      case 'try':
      case 'match':
        return yield* this.compounds.execute(statement, scope);
      case 'import':
      case 'from':
        // Whether a module is there decides what a `try` around it does.
        if (this.compounds.isTrying && !isSureToBeThere(statement))
          throw new NotEvaluated(l10n.t('this import'));
        importInto(scope, statement, this.host.libraries);
        return 'normal';
      case 'delete':
        for (const target of statement.targets) this.remove(target, scope);
        return 'normal';
      case 'break':
      case 'continue':
        return statement.type;
      case 'scope':
      case 'declare':
        return 'normal';
      case 'raise':
        return this.raise(statement.value, scope);
      case 'assert': {
        if (truthOf(evaluator.evaluate(statement.test, scope))) return 'normal';
        const message = statement.message ? strOf(evaluator.evaluate(statement.message, scope)) : '';
        throw new PythonError('AssertionError', message);
      }
      case 'broken':
        throw new NotEvaluated(l10n.t('what cannot be read as Python'));
    }
  }

  private *assignment(statement: Extract<Statement, { type: 'assign' }>, scope: Scope): Flow {
    const { value: node, targets } = statement;
    const isYield = node.type === 'other' && node.isYield;
    const value = isYield ? yield* this.yielded(node, scope) : this.host.evaluator.evaluate(node, scope);
    for (const target of targets) assign(this.host, target, value, scope);
    this.host.onValue(value, node, true);
    return 'normal';
  }

  /** `yield value`; what is sent to a generator is not followed, so that it gives None. */
  private *yielded(node: Extract<Expression, { type: 'other' }>, scope: Scope): Generator<Value, null, void> {
    if (node.isFrom) {
      const { evaluator, context } = this.host;
      for (const item of iterate(context, evaluator.evaluate(node.parts[0], scope))) yield item;
      return null;
    }
    const items = node.parts.map((part) => this.host.evaluator.evaluateAny(part, scope));
    yield items.length > 1 ? new PyTuple(items) : (items[0] ?? null);
    return null;
  }

  private raise(node: Expression | null, scope: Scope): never {
    const raised = node ? this.raisedBy(node, scope) : this.compounds.caught;
    if (raised instanceof ExceptionValue) throw new PythonError(raised.typeName, raised.message);
    throw new RaisedUnknown(l10n.t('this raise'));
  }

  private raisedBy(node: Expression, scope: Scope): Value {
    try {
      const value = this.host.evaluator.evaluate(node, scope);
      const isClass = value instanceof Callable && value.isType;
      return isClass ? value.call({ positional: [], named: new Map() }) : value;
    } catch (error) {
      if (!(error instanceof NotEvaluated)) throw error;
      const raised = new RaisedUnknown(error.what, error.isConsequence);
      raised.range = error.range;
      throw raised;
    }
  }

  private remove(target: Expression, scope: Scope): void {
    const { evaluator } = this.host;
    if (target.type === 'tuple' || target.type === 'list')
      for (const item of target.items) this.remove(item, scope);
    else if (target.type === 'subscript') {
      deleteSubscript(evaluator.evaluate(target.object, scope), indexOf(evaluator, target, scope));
    } else if (target.type !== 'name') throw new NotEvaluated(l10n.t('del of this'));
    else if (!scope.delete(target.id)) {
      if (scope.module.isOpen) return;
      throw new PythonError('NameError', `name '${target.id}' is not defined`);
    }
  }

  private update(statement: Extract<Statement, { type: 'update' }>, scope: Scope): void {
    const { evaluator, context } = this.host;
    const { operator, target } = statement;
    const { before, store } = placeOf(this.host, target, scope);
    const by = evaluator.evaluate(statement.value, scope);
    if (before instanceof PyList && operator === '+') {
      before.items.push(...itemsOf(context, by));
      store(before);
      return;
    }
    if (before instanceof PyDict && by instanceof PyDict && operator === '|') {
      for (const [key, value] of by.entries) before.set(key, value);
      store(before);
      return;
    }
    const after =
      before instanceof TorchTensor && !isRebound(operator, before)
        ? updateInPlace(
            context,
            before,
            (old) => updateOperation(context, operator, old, by === before ? old : by),
            [by],
          )
        : updateOperation(context, operator, before, by);
    store(after);
  }
}

/** PyTorch's tensors have no `@` in place: `x @= y` is `x = x @ y`. */
function isRebound(operator: string, { library }: TorchTensor): boolean {
  return operator === '@' && library === 'torch';
}
