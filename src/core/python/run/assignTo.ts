import * as l10n from '../../l10n';
import type { Expression } from '../syntax/ast';
import type { TorchContext } from '../torch/tensor/torchContext';
import { NotEvaluated, PythonError } from '../values/pythonError';
import { PyList, type Value } from '../values/values';
import { itemsOf } from './iterate';
import type { Scope } from './scope';

/** Binds names, tuples of them; other targets are for statements. */
export function assignTo(context: TorchContext, target: Expression, value: Value, scope: Scope): void {
  if (target.type === 'name') {
    scope.set(target.id, value);
    return;
  }
  if (target.type !== 'tuple' && target.type !== 'list') throw new NotEvaluated(l10n.t('this assignment'));
  const items = itemsOf(context, value);
  const star = target.items.findIndex(({ type }) => type === 'starred');
  if (star >= 0) {
    const after = target.items.length - star - 1;
    if (items.length < target.items.length - 1) throw new NotEvaluated(l10n.t('this assignment'));
    const middle = new PyList(items.slice(star, items.length - after));
    const all = [...items.slice(0, star), middle, ...items.slice(items.length - after)];
    for (const [i, one] of target.items.entries()) {
      assignTo(context, one.type === 'starred' ? one.value : one, all[i], scope);
    }
    return;
  }
  const wanted = target.items.length;
  if (items.length > wanted) {
    throw new PythonError('ValueError', `too many values to unpack (expected ${wanted})`);
  }
  if (items.length < wanted) {
    throw new PythonError(
      'ValueError',
      `not enough values to unpack (expected ${wanted}, got ${items.length})`,
    );
  }
  for (const [i, one] of target.items.entries()) assignTo(context, one, items[i], scope);
}
