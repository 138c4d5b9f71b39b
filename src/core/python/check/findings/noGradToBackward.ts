import * as l10n from '../../../l10n';
import type { GradSource } from '../values/tensorValue';
import type { CodeFinding, CodeFix, FileRange } from './codeFinding';

/** `backward()` where nothing requires grad. */
export function noGradToBackward(sources: readonly GradSource[], { path, from, to }: FileRange): CodeFinding {
  return {
    path,
    from,
    to,
    code: 'no-grad-to-backward',
    severity: 'error',
    message: l10n.t('backward() raises an error here: nothing that the loss is computed from requires grad.'),
    chain: sources.map(({ call }) => ({ ...call, message: l10n.t('made without requires_grad=True') })),
    fixes: backwardFixes(sources),
  };
}

/** `requires_grad=True` for the first of the literals; constructors of the old kind take none. */
function backwardFixes(sources: readonly GradSource[]): readonly CodeFix[] {
  const [first] = sources;
  if (!first) return [];
  const { path } = first.call;
  const { requires, end } = first;
  const edit = requires
    ? { path, from: requires.from, to: requires.to, insert: 'True' }
    : { path, from: end, to: end, insert: ', requires_grad=True' };
  return [{ title: l10n.t('Add requires_grad=True'), edits: [edit], isSafe: false }];
}
