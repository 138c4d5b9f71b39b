import * as l10n from '../../../l10n';
import type { GradSource } from '../values/tensorValue';

import type { CodeFix } from './codeFinding';

/** `requires_grad=True` for the first of the literals; constructors of the old kind take none. */
export function backwardFixes(sources: readonly GradSource[]): readonly CodeFix[] {
  const [first] = sources;
  if (!first) return [];
  const { path } = first.call;
  const { requires, end } = first;
  const edit = requires
    ? { path, from: requires.from, to: requires.to, insert: 'True' }
    : { path, from: end, to: end, insert: ', requires_grad=True' };
  return [{ title: l10n.t('Add requires_grad=True'), edits: [edit], isSafe: false }];
}
