import * as l10n from '../../../l10n';
import type { TensorValue } from '../values/tensorValue';

import type { CodeFix, FileRange } from './codeFinding';
import { asOperand } from './inputFixes';
import type { LossUse, Verdict } from './judge';

interface TargetContext {
  readonly use: LossUse;
  readonly target: TensorValue;
  readonly verdict: Verdict;
  readonly range: FileRange;
  readonly textOf: (range: FileRange) => string;
}

/** Ways to mend the target of a loss, best first. */
export function targetFixes({ use, target, verdict, range, textOf }: TargetContext): readonly CodeFix[] {
  const { path, from, to } = range;
  const written = asOperand(textOf(range));
  const method = (title: string, call: string, isSafe: boolean): CodeFix => ({
    title,
    edits: [{ path, from, to, insert: `${written}.${call}` }],
    isSafe,
  });
  if (verdict.code === 'float-class-indices')
    return [method(l10n.t('Convert to int64 with .long()'), 'long()', true)];
  if (verdict.code !== 'one-hot-target') return [];
  if (target.kind !== 'oneHot' && target.kind !== 'looksOneHot')
    return [method(l10n.t('Remove the axis of size 1'), 'squeeze(1)', true)];
  if (use.loss === 'CrossEntropyLoss') {
    return [
      method(l10n.t('Convert to floating point with .float()'), 'float()', true),
      method(l10n.t('Use class indices'), 'argmax(dim=1)', false),
    ];
  }
  return [method(l10n.t('Use class indices'), 'argmax(dim=1)', true)];
}
