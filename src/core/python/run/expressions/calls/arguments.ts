import * as l10n from '../../../../l10n';
import type { Call, CallArgument } from '../../../syntax/ast';
import type { TorchContext } from '../../../torch/tensor/torchContext';
import { NotEvaluated, typeError } from '../../../values/pythonError';
import { type Args, PyDict, type Value } from '../../../values/values';
import type { Scope } from '../../scope';
import type { Evaluator } from '../evaluator';
import { isIterable, itemsOf } from '../iterate';

/** How the arguments of a call are evaluated. */
interface ArgumentMode {
  /** Gives what stands for an argument that is not evaluated, or throws. */
  readonly otherwise?: Otherwise;
  /** Arguments may be values that are not known. */
  readonly takesUnknown?: boolean;
}

type Otherwise = (argument: CallArgument, error: NotEvaluated) => Value | Args;

const rethrow: Otherwise = (_, error) => {
  throw error;
};

/** The arguments of a call, with what `*` and `**` stand for. */
export function argumentsOf(
  evaluator: Evaluator,
  node: Call,
  scope: Scope,
  { otherwise = rethrow, takesUnknown = false }: ArgumentMode,
): Args {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  for (const argument of node.args) {
    try {
      const given = argumentOf(evaluator, argument, scope, takesUnknown);
      positional.push(...given.positional);
      for (const [name, value] of given.named) {
        if (named.has(name)) throw givenTwice(evaluator.excerpt(node.callee), name);
        named.set(name, value);
      }
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

function argumentOf(
  evaluator: Evaluator,
  { name, stars, value }: CallArgument,
  scope: Scope,
  takesUnknown: boolean,
): Args {
  const isPassedOn = takesUnknown && stars === 0;
  const evaluated = isPassedOn ? evaluator.evaluateAny(value, scope) : evaluator.evaluate(value, scope);
  if (stars === 1) return { positional: spread(evaluator.host.context, evaluated), named: new Map() };
  if (stars === 2) return { positional: [], named: keywordsOf(evaluated) };
  if (name !== null) return { positional: [], named: new Map([[name, evaluated]]) };
  return { positional: [evaluated], named: new Map() };
}

/** What `*value` stands for among arguments. */
function spread(context: TorchContext, value: Value): readonly Value[] {
  if (!isIterable(value)) throw new NotEvaluated(l10n.t('* of this'));
  return itemsOf(context, value);
}

/** What `**value` stands for among arguments. */
function keywordsOf(value: Value): ReadonlyMap<string, Value> {
  if (!(value instanceof PyDict)) throw new NotEvaluated(l10n.t('** of this'));
  return new Map(value.entries.map(([key, item]) => [keywordOf(key), item]));
}

function keywordOf(key: Value): string {
  if (typeof key === 'string') return key;
  throw typeError('keywords must be strings');
}

function givenTwice(callee: string, name: string): Error {
  return typeError(`${callee}() got multiple values for keyword argument '${name}'`);
}

function isArgs(value: Value | Args): value is Args {
  return value !== null && typeof value === 'object' && 'positional' in value;
}
