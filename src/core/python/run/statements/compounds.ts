import * as l10n from '../../../l10n';
import type { Expression, Statement } from '../../syntax/ast';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { truthOf } from '../../torch/tensor/truth';
import { GradModeValue } from '../../values/contexts';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import { Callable, ExceptionValue, PyTuple, type Value } from '../../values/values';
import type { Evaluator } from '../expressions/evaluator';
import { iterate } from '../expressions/iterate';
import type { Scope } from '../scope';
import { assign } from './assignTo';
import { catches } from './exceptions';
import { matches } from './matchPattern';
import type { Flow, Outcome } from './outcome';

/** Statements that hold blocks. */
type Compound = Extract<Statement, { type: 'if' | 'for' | 'while' | 'with' | 'try' | 'match' }>;

type Of<Type extends Compound['type']> = Extract<Statement, { type: Type }>;

export interface CompoundHost {
  readonly context: TorchContext;
  readonly evaluator: Evaluator;
}

/** Executes `if`, loops, `with`, `try` and `match`. */
export class Compounds {
  /** Blocks of `try` that are open: what is not evaluated in there may raise what they catch. */
  private openTries = 0;
  private readonly handled: ExceptionValue[] = [];

  constructor(
    private readonly host: CompoundHost,
    private readonly block: (body: readonly Statement[], scope: Scope) => Flow,
  ) {}

  get isTrying(): boolean {
    return this.openTries > 0;
  }

  /** The exception that is being handled. */
  get caught(): ExceptionValue | null {
    return this.handled.at(-1) ?? null;
  }

  execute(statement: Compound, scope: Scope): Flow {
    switch (statement.type) {
      case 'if':
        return this.branch(statement, scope);
      case 'for':
        return this.forLoop(statement, scope);
      case 'while':
        return this.whileLoop(statement, scope);
      case 'with':
        return this.withItems(statement, 0, scope);
      case 'try':
        return this.tryFinally(statement, scope);
      case 'match':
        return this.match(statement, scope);
    }
  }

  private *branch({ branches, otherwise }: Of<'if'>, scope: Scope): Flow {
    const chosen = branches.find(({ test }) => this.isTrue(test, scope));
    return yield* this.block(chosen ? chosen.body : otherwise, scope);
  }

  private isTrue(test: Expression, scope: Scope): boolean {
    return truthOf(this.host.evaluator.evaluate(test, scope));
  }

  private *forLoop(statement: Of<'for'>, scope: Scope): Flow {
    const { evaluator, context } = this.host;
    for (const item of iterate(context, evaluator.evaluate(statement.iterable, scope))) {
      assign(this.host, statement.target, item, scope);
      const outcome = yield* this.block(statement.body, scope);
      if (outcome === 'break') return 'normal';
      if (typeof outcome === 'object') return outcome;
    }
    return yield* this.block(statement.otherwise, scope);
  }

  private *whileLoop(statement: Of<'while'>, scope: Scope): Flow {
    while (this.isTrue(statement.test, scope)) {
      const outcome = yield* this.block(statement.body, scope);
      if (outcome === 'break') return 'normal';
      if (typeof outcome === 'object') return outcome;
    }
    return yield* this.block(statement.otherwise, scope);
  }

  /** `with torch.no_grad():` and its kin, one item inside of the other. */
  private *withItems(statement: Of<'with'>, at: number, scope: Scope): Flow {
    const item = statement.items[at];
    if (!item) return yield* this.block(statement.body, scope);
    const { context, evaluator } = this.host;
    const manager = evaluator.evaluate(item.value, scope);
    if (!(manager instanceof GradModeValue)) throw new NotEvaluated(l10n.t('this with statement'));
    if (item.target) assign(this.host, item.target, manager, scope);
    const before = manager.before ?? context.isGradEnabled;
    const wasInference = context.isInference;
    context.isGradEnabled = manager.isEnabled;
    context.isInference = manager.isInference ?? wasInference;
    try {
      return yield* this.withItems(statement, at + 1, scope);
    } finally {
      context.isGradEnabled = before;
      context.isInference = wasInference;
    }
  }

  /** Whatever the blocks do, the last one runs; a jump out of it counts. */
  private *tryFinally(statement: Of<'try'>, scope: Scope): Flow {
    let outcome: Outcome;
    try {
      outcome = yield* this.tryBlock(statement, scope);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      const last = yield* this.block(statement.last, scope);
      if (last !== 'normal') return last;
      throw error;
    }
    const last = yield* this.block(statement.last, scope);
    return last === 'normal' ? outcome : last;
  }

  private *tryBlock(statement: Of<'try'>, scope: Scope): Flow {
    let isBodyOver = false;
    const isCatching = statement.handlers.length > 0;
    try {
      if (isCatching) this.openTries++;
      try {
        const outcome = yield* this.block(statement.body, scope);
        isBodyOver = true;
        if (outcome !== 'normal') return outcome;
      } finally {
        if (isCatching) this.openTries--;
      }
      return yield* this.block(statement.otherwise, scope);
    } catch (error) {
      if (!(error instanceof PythonError) || isBodyOver) throw error;
      const handler = this.handlerOf(error, statement, scope);
      if (!handler) throw error;
      return yield* this.handle(error, handler, scope);
    }
  }

  private *handle(error: PythonError, handler: Of<'try'>['handlers'][number], scope: Scope): Flow {
    const value = new ExceptionValue(error.type, error.message);
    this.handled.push(value);
    try {
      if (handler.name) scope.set(handler.name, value);
      return yield* this.block(handler.body, scope);
    } finally {
      this.handled.pop();
      if (handler.name) scope.delete(handler.name);
    }
  }

  private handlerOf(error: PythonError, { handlers }: Of<'try'>, scope: Scope) {
    const names = (value: Value): readonly string[] => {
      if (value instanceof PyTuple) return value.items.flatMap(names);
      if (value instanceof Callable && value.isType) return [value.name];
      throw new NotEvaluated(l10n.t('this except'));
    };
    return handlers.find(
      ({ test }) =>
        test === null ||
        names(this.host.evaluator.evaluate(test, scope)).some((name) => catches(name, error.type)),
    );
  }

  private *match(statement: Of<'match'>, scope: Scope): Flow {
    const { evaluator, context } = this.host;
    const subject = evaluator.evaluate(statement.subject, scope);
    for (const [at, { pattern, guard }] of statement.tests.entries()) {
      const captured = new Map<string, Value>();
      if (!matches(context, pattern, subject, captured, (node) => evaluator.evaluate(node, scope))) continue;
      for (const [name, value] of captured) scope.set(name, value);
      if (guard === null || this.isTrue(guard, scope)) return yield* this.block(statement.cases[at], scope);
    }
    return 'normal';
  }
}
