import * as l10n from '../../../l10n';
import type { TensorValue } from '../values/tensorValue';
import type { CodeFix } from './codeFinding';
import { asMethodCall } from './edits';
import type { LossUse } from './lossUse';
import type { TargetContext, TargetRule, Verdict } from './rule';

/** Rows where one index for each row is expected. */
export const oneHotTarget: TargetRule = { judge, fixes };

function judge(use: LossUse, x: TensorValue | null, target: TensorValue): Verdict | null {
  const takesRows = use.loss.targets.includes('probabilities');
  if (isOneHot(x, target) && (!takesRows || target.dtype === 'int')) {
    const message = takesRows
      ? l10n.t(
          '{0} takes one-hot rows only as floating point numbers: PyTorch raises an error here for integers.',
          use.loss.name,
        )
      : l10n.t(
          '{0} takes class indices as target, not one-hot rows: PyTorch raises an error here.',
          use.loss.name,
        );
    return { code: 'one-hot-target', severity: 'error', message };
  }
  if (target.isLastAxisOne && target.rank !== 1 && takesIndices(x, target)) {
    return {
      code: 'one-hot-target',
      severity: 'error',
      message: l10n.t(
        '{0} expects a target of shape (N) but gets (N, 1): PyTorch raises an error here.',
        use.loss.name,
      ),
    };
  }
  return null;
}

function fixes({ use, target, range, textOf }: TargetContext): readonly CodeFix[] {
  const method = (title: string, call: string, isSafe: boolean) =>
    asMethodCall(range, textOf, title, call, isSafe);
  if (target.kind !== 'oneHot' && target.kind !== 'looksOneHot')
    return [method(l10n.t('Remove the axis of size 1'), 'squeeze(1)', true)];
  if (use.loss.targets.includes('probabilities')) {
    return [
      method(l10n.t('Convert to floating point with .float()'), 'float()', true),
      method(l10n.t('Use class indices'), 'argmax(dim=1)', false),
    ];
  }
  return [method(l10n.t('Use class indices'), 'argmax(dim=1)', true)];
}

/** Rows that were made one-hot, or that look so and stand where one index for each row is expected. */
function isOneHot(input: TensorValue | null, target: TensorValue): boolean {
  if (target.kind === 'oneHot') return target.rank === null || target.rank >= 2;
  return target.kind === 'looksOneHot' && takesIndices(input, target);
}

/** The input is (N, C) for certain, so that its target has one axis. */
function takesIndices(input: TensorValue | null, target: TensorValue): boolean {
  if (!input || input.isLastAxisOne) return false;
  const isTwo = target.rank === 2 || (target.rank === null && target.minRank >= 2);
  return isTwo && (input.rank === 2 || (input.rank === null && input.isLastAxisClasses && target.rank === 2));
}
