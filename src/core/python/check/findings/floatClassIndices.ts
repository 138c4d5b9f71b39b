import * as l10n from '../../../l10n';
import type { TensorValue } from '../values/tensorValue';
import { asMethodCall } from './edits';
import type { TargetRule } from './rule';

/** Class indices that are floating point numbers. */
export const floatClassIndices: TargetRule = {
  judge: (use, x, target) => {
    const takesFloats = use.loss.targets.includes('probabilities');
    if (target.dtype !== 'float' || (takesFloats && !isFloatIndices(x, target))) return null;
    const message = l10n.t(
      '{0} expects class indices of type int64 but gets floating point numbers: PyTorch raises an error here.',
      use.loss.name,
    );
    return { code: 'float-class-indices', severity: 'error', message };
  },
  fixes: ({ range, textOf }) => [
    asMethodCall(range, textOf, l10n.t('Convert to int64 with .long()'), 'long()', true),
  ],
};

/** Class indices as floats: not the probabilities of one sample, which have the shape of the input. */
function isFloatIndices(input: TensorValue | null, target: TensorValue): boolean {
  if (target.kind === 'indices') return input?.rank !== 1 && !(target.rank !== null && target.rank > 1);
  return target.rank === 1 && input !== null && input.minRank >= 2;
}
