import * as l10n from '../../../l10n';
import type { Expression } from '../../syntax/ast';
import { NotEvaluated } from '../../values/pythonError';
import { PyDict, type Value } from '../../values/values';
import type { Scope } from '../scope';
import type { Evaluator } from './evaluator';
import { itemsOf } from './iterate';

/** The items of `[a, *b]`, also in other brackets or in none. */
export function itemsOfDisplay(evaluator: Evaluator, items: readonly Expression[], scope: Scope): Value[] {
  return items.flatMap((item) =>
    item.type === 'starred'
      ? [...itemsOf(evaluator.host.context, evaluator.evaluate(item.value, scope))]
      : [evaluator.evaluateAny(item, scope)],
  );
}

/** `{key: value, **more}` */
export function dictionary(
  evaluator: Evaluator,
  node: Extract<Expression, { type: 'dict' }>,
  scope: Scope,
): PyDict {
  const dict = new PyDict();
  for (const { key, value } of node.entries) {
    if (key !== null) {
      const evaluatedKey = evaluator.evaluate(key, scope);
      dict.set(evaluatedKey, evaluator.evaluateAny(value, scope));
      continue;
    }
    const evaluated = evaluator.evaluate(value, scope);
    if (evaluated instanceof PyDict) for (const [k, v] of evaluated.entries) dict.set(k, v);
    else throw new NotEvaluated(l10n.t('** of this'));
  }
  return dict;
}
