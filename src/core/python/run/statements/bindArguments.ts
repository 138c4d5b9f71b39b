import * as l10n from '../../../l10n';
import type { Parameter } from '../../syntax/ast';
import { NotEvaluated, typeError } from '../../values/pythonError';
import { type Args, PyDict, PyTuple, type Value } from '../../values/values';
import type { Scope } from '../scope';

/** Binds the arguments of a call to the parameters of a function of the snippet, with Python's complaints. */
export function bindArguments(
  callee: string,
  parameters: readonly Parameter[],
  defaults: readonly (Value | undefined)[],
  { positional, named }: Args,
  scope: Scope,
): void {
  const values = new Map<string, Value>();
  const plain = parameters.filter(({ stars, isKeywordOnly }) => stars === 0 && !isKeywordOnly);
  const rest = parameters.find(({ stars }) => stars === 1);
  const keywords = parameters.find(({ stars }) => stars === 2);
  for (const [i, { name }] of plain.slice(0, positional.length).entries()) values.set(name, positional[i]);
  if (rest) values.set(rest.name, new PyTuple(positional.slice(plain.length)));
  else if (positional.length > plain.length) {
    const required = plain.filter(({ value }) => value === null).length;
    const takes = required === plain.length ? `${required}` : `from ${required} to ${plain.length}`;
    const noun = plain.length === 1 ? 'argument' : 'arguments';
    const were = positional.length === 1 ? 'was' : 'were';
    throw typeError(`${callee}() takes ${takes} positional ${noun} but ${positional.length} ${were} given`);
  }
  const others = new PyDict();
  for (const [name, value] of named) {
    const isParameter = parameters.some((parameter) => parameter.stars === 0 && parameter.name === name);
    if (!isParameter && !keywords)
      throw typeError(`${callee}() got an unexpected keyword argument '${name}'`);
    if (!isParameter) others.set(name, value);
    else if (values.has(name)) throw typeError(`${callee}() got multiple values for argument '${name}'`);
    else values.set(name, value);
  }
  if (keywords) values.set(keywords.name, others);
  const missing: string[] = [];
  parameters.forEach(({ name, stars, isKeywordOnly }, i) => {
    if (stars > 0 || values.has(name)) return;
    const otherwise = defaults[i];
    if (otherwise !== undefined) values.set(name, otherwise);
    else if (isKeywordOnly) throw new NotEvaluated(l10n.t('{0}(…) without {1}=', callee, name));
    else missing.push(`'${name}'`);
  });
  if (missing.length > 0) {
    const list = missing.length > 1 ? `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}` : missing[0];
    const noun = missing.length > 1 ? 'arguments' : 'argument';
    throw typeError(`${callee}() missing ${missing.length} required positional ${noun}: ${list}`);
  }
  for (const [name, value] of values) scope.set(name, value);
}
