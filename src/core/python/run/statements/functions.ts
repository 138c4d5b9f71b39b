import * as l10n from '../../../l10n';
import type { Expression, FunctionDefinition, Parameter, Statement } from '../../syntax/ast';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { PyIterator } from '../../values/iterables';
import { NotEvaluated } from '../../values/pythonError';
import { type Args, Callable, type Code, type Value } from '../../values/values';
import { codeOf } from '../effects/aftermath';
import { bindingsOf } from '../effects/bindings';
import type { Evaluator } from '../expressions/evaluator';
import { Scope } from '../scope';
import { bindArguments } from './bindArguments';
import { decorated } from './decorators';
import { type Flow, finish } from './outcome';

/** Functions that call each other deeper than this are not followed. */
const deepestCall = 60;

export interface FunctionHost {
  readonly context: TorchContext;
  readonly evaluator: Evaluator;
  readonly builtins: ReadonlyMap<string, Callable>;
}

/** A function of the snippet, ready to be called. */
interface Definition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly scope: Scope;
  readonly inner: () => Scope;
  readonly code: Code;
}

/** Functions, lambdas and generators of the snippet as values. */
export class Functions {
  /** Where each function was defined. */
  readonly definitions = new Map<Statement, Scope>();
  /** Functions that were called and came to their end. */
  readonly completed = new Set<Statement>();
  private depth = 0;

  constructor(
    private readonly host: FunctionHost,
    private readonly block: (body: readonly Statement[], scope: Scope) => Flow,
  ) {}

  /** The value that `def` binds. */
  define(node: FunctionDefinition, scope: Scope): Value {
    const made = this.undecorated(node, scope);
    return decorated(this.host.evaluator, node.decorators, made, scope);
  }

  private undecorated(node: FunctionDefinition, scope: Scope): Callable {
    if (node.isAsync) throw new NotEvaluated(l10n.t('the async function {0}', node.name));
    this.definitions.set(node, scope);
    const inner = () => scopeOfFunction(node, scope);
    const definition = {
      name: node.name,
      parameters: node.parameters,
      scope,
      inner,
      code: this.codeOf(node, scope),
    };
    if (node.isGenerator)
      return this.callable(definition, (own) => this.generator(node, own, definition.code));
    return this.callable(definition, (own) => {
      const outcome = finish(this.block(node.body, own));
      this.completed.add(node);
      return typeof outcome === 'object' ? outcome.returned : null;
    });
  }

  /** `lambda x: …` */
  lambda(node: Extract<Expression, { type: 'lambda' }>, scope: Scope): Callable {
    const locals = new Set(node.parameters.map(({ name }) => name));
    const names = { locals, globals: new Set<string>(), nonlocals: new Set<string>() };
    const around = scope.seenByFunctions;
    const inner = () => new Scope('function', around, names);
    const { parameters } = node;
    return this.callable(
      { name: '<lambda>', parameters, scope, inner, code: this.codeOf(node, scope) },
      (own) => this.host.evaluator.evaluateAny(node.body, own),
    );
  }

  private codeOf(node: FunctionDefinition | Expression, scope: Scope): Code {
    return codeOf(node, scope, this.host);
  }

  /** What calling a generator function gives: its body runs as far as the next yield whenever an item is asked for. */
  private generator(node: FunctionDefinition, own: Scope, code: Code): PyIterator {
    const flow = this.block(node.body, own);
    const { evaluator } = this.host;
    const source: Iterator<Value> = {
      next: () => {
        const outer = evaluator.done;
        try {
          const { done, value } = this.nested(() => flow.next());
          return done ? { done: true, value: undefined } : { done: false, value: value as Value };
        } finally {
          evaluator.done = outer;
        }
      },
    };
    return new PyIterator('generator', source, () => own.own, code);
  }

  private nested<T>(run: () => T): T {
    if (this.depth >= deepestCall) throw new NotEvaluated(l10n.t('calls nested this deeply'));
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }

  private callable(
    { name, parameters, scope, inner, code }: Definition,
    body: (own: Scope) => Value,
  ): Callable {
    const { evaluator } = this.host;
    const defaults = parameters.map(({ value }) => (value ? evaluator.evaluateAny(value, scope) : undefined));
    const call = (args: Args) =>
      this.nested(() => {
        const own = inner();
        bindArguments(name, parameters, defaults, args, own);
        if (scope.kind === 'class') own.method = { definedIn: scope, self: args.positional[0] ?? null };
        return body(own);
      });
    const made = new Callable(name, call, 'function');
    const kept = defaults.flatMap((value) => value ?? []);
    made.code = { values: () => [...code.values(), ...kept], rebind: code.rebind };
    return made;
  }
}

/** The names of one call of a function. */
export function scopeOfFunction(node: FunctionDefinition, scope: Scope): Scope {
  const { bound, globals, nonlocals } = bindingsOf(node.body);
  const locals = new Set([...bound, ...node.parameters.map(({ name }) => name)]);
  for (const name of [...globals, ...nonlocals]) locals.delete(name);
  return new Scope('function', scope.seenByFunctions, { locals, globals, nonlocals });
}
