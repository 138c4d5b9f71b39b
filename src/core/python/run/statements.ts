import * as l10n from '../../l10n';
import { isFloatingPoint } from '../../tensor/dtype';
import type { TextRange } from '../../textRange';
import type { Expression, FunctionDefinition, Parameter, Statement } from '../syntax/ast';
import { updateInPlace } from '../torch/kernels/inPlace';
import type { Libraries } from '../torch/library/libraries';
import { strOf } from '../torch/tensor/repr';
import type { TorchContext } from '../torch/tensor/torchContext';
import { TorchTensor } from '../torch/tensor/torchTensor';
import { truthOf } from '../torch/tensor/truth';
import { NotEvaluated, PythonError } from '../values/pythonError';
import { type Args, Callable, ExceptionValue, PyList, PyTuple, type Value } from '../values/values';
import { assignTo } from './assignTo';
import { bindArguments } from './bindArguments';
import { boundNames } from './boundNames';
import { effectsOf } from './effects';
import type { Evaluator } from './evaluator';
import { catches } from './exceptions';
import { gradModeOf } from './gradMode';
import { importInto } from './imports';
import { itemsOf } from './iterate';
import { Scope } from './scope';
import { assignSubscript } from './subscripts';
import { updateOperation } from './updateOperation';

/** How a block ended. */
type Outcome = 'normal' | 'break' | 'continue' | { readonly returned: Value };

/** Functions that call each other deeper than this are not followed. */
const deepestCall = 60;

/** What executing statements needs from the run. */
export interface StatementHost {
  readonly context: TorchContext;
  readonly libraries: Libraries;
  readonly evaluator: Evaluator;
  /** Told of the value that is given a name, or that a statement is. */
  readonly onValue: (value: Value, node: Expression, isNamed: boolean) => void;
  /** Told of what could not be evaluated; its names are unknown from then on. */
  readonly onNotEvaluated: (error: NotEvaluated, statement: Statement, scope: Scope) => void;
}

/** Executes statements one by one. What cannot be evaluated is reported, and the next statement goes on. */
export class Statements {
  /** Statements that were not evaluated outside of functions, with the names around them. */
  readonly failed = new Map<Statement, Scope>();
  /** Where each function was defined. */
  readonly definitions = new Map<Statement, Scope>();
  /** Functions that were called and came to their end. */
  readonly completed = new Set<Statement>();
  private depth = 0;

  constructor(private readonly host: StatementHost) {}

  /** Runs statements as long as nothing ends the block; what Python refuses is passed over. */
  probe(body: readonly Statement[], scope: Scope): void {
    for (const statement of body) {
      try {
        if (this.run(statement, scope) !== 'normal') return;
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        for (const name of boundNames(statement)) scope.forget(name, statement);
      }
    }
  }

  /** One statement at the top, in a loop or in a branch. */
  run(statement: Statement, scope: Scope): Outcome {
    try {
      return this.execute(statement, scope);
    } catch (error) {
      if (error instanceof PythonError && error.range === null) error.range = statement;
      if (!(error instanceof NotEvaluated) || this.depth > 0) throw error;
      error.range ??= statement;
      this.failed.set(statement, scope);
      this.forget(statement, scope, error.range);
      this.host.onNotEvaluated(error, statement, scope);
      return 'normal';
    }
  }

  /** What a statement may have changed is not known when it was not evaluated, by any of its names. */
  private forget(statement: Statement, scope: Scope, since: TextRange): void {
    const { names, hasBackward, hasStep } = effectsOf(statement);
    for (const name of names) scope.forgetShared(name, since);
    if (hasBackward) this.host.context.areGradsKnown = false;
    if (hasStep) scope.forgetLeaves(since);
  }

  private block(body: readonly Statement[], scope: Scope): Outcome {
    for (const statement of body) {
      const outcome = this.run(statement, scope);
      if (outcome !== 'normal') return outcome;
    }
    return 'normal';
  }

  private execute(statement: Statement, scope: Scope): Outcome {
    const { evaluator } = this.host;
    switch (statement.type) {
      case 'assign': {
        const value = evaluator.evaluate(statement.value, scope);
        for (const target of statement.targets) this.assign(target, value, scope);
        this.host.onValue(value, statement.value, true);
        return 'normal';
      }
      case 'update':
        this.update(statement, scope);
        return 'normal';
      case 'expression':
        this.host.onValue(evaluator.evaluate(statement.value, scope), statement.value, false);
        return 'normal';
      case 'function':
        scope.set(statement.name, this.functionValue(statement, scope));
        return 'normal';
      case 'return':
        return { returned: statement.value ? evaluator.evaluate(statement.value, scope) : null };
      case 'if': {
        const chosen = statement.branches.find(({ test }) => truthOf(evaluator.evaluate(test, scope)));
        return this.block(chosen ? chosen.body : statement.otherwise, scope);
      }
      case 'for':
        return this.forLoop(statement, scope);
      case 'while':
        return this.whileLoop(statement, scope);
      case 'with':
        return this.withBlock(statement, scope);
      case 'try':
        return this.tryBlock(statement, scope);
      case 'import':
      case 'from':
        importInto(scope, statement, this.host.libraries);
        return 'normal';
      case 'delete':
        for (const target of statement.targets) {
          if (target.type !== 'name') throw new NotEvaluated(l10n.t('del of this'));
          if (!scope.delete(target.id))
            throw new PythonError('NameError', `name '${target.id}' is not defined`);
        }
        return 'normal';
      case 'break':
      case 'continue':
        return statement.type;
      case 'scope':
      case 'declare':
        return 'normal';
      case 'class':
        throw new NotEvaluated(`class ${statement.name}`);
      case 'raise': {
        const value = statement.value ? evaluator.evaluate(statement.value, scope) : null;
        if (value instanceof ExceptionValue) throw new PythonError(value.typeName, value.message);
        throw new NotEvaluated(l10n.t('this raise'));
      }
      case 'assert': {
        if (truthOf(evaluator.evaluate(statement.test, scope))) return 'normal';
        const message = statement.message ? strOf(evaluator.evaluate(statement.message, scope)) : '';
        throw new PythonError('AssertionError', message);
      }
      case 'match':
      case 'broken':
        throw new NotEvaluated(statement.type === 'broken' ? l10n.t('what is no Python') : 'match …');
    }
  }

  private assign(target: Expression, value: Value, scope: Scope): void {
    const { evaluator, context } = this.host;
    if (target.type === 'subscript') {
      const object = evaluator.evaluate(target.object, scope);
      assignSubscript(context, object, evaluator.index(target, scope), value);
    } else if (target.type === 'attribute') {
      this.assignAttribute(evaluator.evaluate(target.object, scope), target.name, value);
    } else if (
      (target.type === 'tuple' || target.type === 'list') &&
      target.items.some(({ type }) => type !== 'name')
    ) {
      const items = itemsOf(context, value);
      const isPlain =
        items.length === target.items.length && target.items.every(({ type }) => type !== 'starred');
      if (isPlain) {
        for (const [i, one] of target.items.entries()) this.assign(one, items[i], scope);
      } else assignTo(context, target, value, scope);
    } else assignTo(context, target, value, scope);
  }

  private assignAttribute(object: Value, name: string, value: Value): void {
    if (
      object instanceof TorchTensor &&
      name === 'grad' &&
      (value === null || value instanceof TorchTensor)
    ) {
      object.grad = value;
    } else if (
      object instanceof TorchTensor &&
      name === 'requires_grad' &&
      typeof value === 'boolean' &&
      !object.node
    ) {
      if (value && !isFloatingPoint(object.dtype)) {
        throw new PythonError(
          'RuntimeError',
          'only Tensors of floating point and complex dtype can require gradients',
        );
      }
      object.requiresGrad = value;
    } else throw new NotEvaluated(l10n.t('setting .{0}', name));
  }

  private update(statement: Extract<Statement, { type: 'update' }>, scope: Scope): void {
    const { evaluator, context } = this.host;
    const { operator } = statement;
    const before = evaluator.evaluate(statement.target, scope);
    const by = evaluator.evaluate(statement.value, scope);
    if (before instanceof PyList && operator === '+') {
      before.items.push(...itemsOf(context, by));
      return;
    }
    const after =
      before instanceof TorchTensor
        ? updateInPlace(context, before, (old) =>
            updateOperation(context, operator, old, by === before ? old : by),
          )
        : updateOperation(context, operator, before, by);
    this.assign(statement.target, after, scope);
  }

  private forLoop(statement: Extract<Statement, { type: 'for' }>, scope: Scope): Outcome {
    const { evaluator, context } = this.host;
    for (const item of itemsOf(context, evaluator.evaluate(statement.iterable, scope))) {
      assignTo(context, statement.target, item, scope);
      const outcome = this.block(statement.body, scope);
      if (outcome === 'break') return 'normal';
      if (typeof outcome === 'object') return outcome;
    }
    return this.block(statement.otherwise, scope);
  }

  private whileLoop(statement: Extract<Statement, { type: 'while' }>, scope: Scope): Outcome {
    while (truthOf(this.host.evaluator.evaluate(statement.test, scope))) {
      const outcome = this.block(statement.body, scope);
      if (outcome === 'break') return 'normal';
      if (typeof outcome === 'object') return outcome;
    }
    return this.block(statement.otherwise, scope);
  }

  /** `with torch.no_grad():` and its kin. */
  private withBlock(statement: Extract<Statement, { type: 'with' }>, scope: Scope): Outcome {
    const { context } = this.host;
    const modes = statement.items.map(({ value }) => gradModeOf(value));
    if (modes.some((mode) => mode === null)) throw new NotEvaluated(l10n.t('this with statement'));
    return this.withGradMode(modes.at(-1) ?? context.isGradEnabled, () => this.block(statement.body, scope));
  }

  private withGradMode<T>(isEnabled: boolean, run: () => T): T {
    const { context } = this.host;
    const before = context.isGradEnabled;
    context.isGradEnabled = isEnabled;
    try {
      return run();
    } finally {
      context.isGradEnabled = before;
    }
  }

  private tryBlock(statement: Extract<Statement, { type: 'try' }>, scope: Scope): Outcome {
    let outcome: Outcome;
    try {
      outcome = this.block(statement.body, scope);
      if (outcome === 'normal') outcome = this.block(statement.otherwise, scope);
    } catch (error) {
      const handler = error instanceof PythonError ? this.handlerOf(error, statement, scope) : undefined;
      if (!handler || !(error instanceof PythonError)) {
        if (error instanceof PythonError) this.block(statement.last, scope);
        throw error;
      }
      if (handler.name) scope.set(handler.name, new ExceptionValue(error.type, error.message));
      outcome = this.block(handler.body, scope);
    }
    return outcome === 'normal' ? this.block(statement.last, scope) : outcome;
  }

  private handlerOf(error: PythonError, { handlers }: Extract<Statement, { type: 'try' }>, scope: Scope) {
    const names = (value: Value): readonly string[] => {
      if (value instanceof PyTuple) return value.items.flatMap(names);
      return value instanceof Callable ? [value.name] : [];
    };
    return handlers.find(
      ({ test }) =>
        test === null ||
        names(this.host.evaluator.evaluate(test, scope)).some((name) => catches(name, error.type)),
    );
  }

  private functionValue(node: FunctionDefinition, scope: Scope): Callable {
    const [decorator, ...others] = node.decorators;
    const isNoGrad = decorator?.type === 'name' && /(^|\.)(no_grad|inference_mode)$/.test(decorator.id);
    if (others.length > 0 || (decorator && !isNoGrad))
      throw new NotEvaluated(l10n.t('the decorator of {0}', node.name));
    if (node.isGenerator) throw new NotEvaluated(l10n.t('the generator {0}', node.name));
    this.definitions.set(node, scope);
    const locals = new Set(node.body.flatMap(boundNames));
    const outer = node.body.flatMap((one) => (one.type === 'scope' ? one.names : []));
    return this.callable(
      node,
      scope,
      () => new Scope(scope, locals, outer),
      (inner) => {
        const run = () => {
          const outcome = this.block(node.body, inner);
          this.completed.add(node);
          return typeof outcome === 'object' ? outcome.returned : null;
        };
        return isNoGrad ? this.withGradMode(false, run) : run();
      },
    );
  }

  /** `lambda x: …` */
  lambda(node: Extract<Expression, { type: 'lambda' }>, scope: Scope): Callable {
    const named = { name: '<lambda>', parameters: node.parameters };
    return this.callable(
      named,
      scope,
      () => new Scope(scope),
      (inner) => this.host.evaluator.evaluate(node.body, inner),
    );
  }

  private callable(
    { name, parameters }: { readonly name: string; readonly parameters: readonly Parameter[] },
    scope: Scope,
    innerScope: () => Scope,
    body: (inner: Scope) => Value,
  ): Callable {
    const defaults = parameters.map(({ value }) =>
      value ? this.host.evaluator.evaluate(value, scope) : undefined,
    );
    const call = (args: Args) => {
      if (this.depth >= deepestCall) throw new NotEvaluated(l10n.t('calls nested this deeply'));
      const inner = innerScope();
      bindArguments(name, parameters, defaults, args, inner);
      this.depth++;
      try {
        return body(inner);
      } finally {
        this.depth--;
      }
    };
    return new Callable(name, call, 'function');
  }
}
