import * as l10n from '../../../l10n';
import type { Activation, Source, TensorValue } from '../values/tensorValue';
import type { CodeFix } from './codeFinding';
import { edit, fix } from './edits';
import type { TextOf, Verdict } from './rule';

/** What is wrong with the axis of a softmax on the way to a loss. */
export function judgeAxis({ activation, isAxisKept }: Source, value: TensorValue): Verdict | null {
  const { name } = activation;
  if (name === 'sigmoid') return null;
  const { minRank, rank } = value;
  const isFromEnd = typeof activation.dim === 'number' && activation.dim < 0 && rank !== null;
  const dim = isFromEnd ? Number(activation.dim) + Number(rank) : activation.dim;
  const word = name === 'softmax' ? 'softmax' : 'log_softmax';
  if (dim === null) {
    const { rank: axes } = activation;
    return {
      code: 'softmax-dim',
      severity: 'warning',
      message:
        axes === null
          ? l10n.t(
              '{0} without dim: PyTorch guesses one from the number of axes, with a warning. Say over which axis the classes are.',
              word,
            )
          : l10n.t(
              '{0} without dim: PyTorch takes dim={1} for {2} axes, with a warning. Say over which axis the classes are.',
              word,
              guessedDim(axes),
              axes,
            ),
    };
  }
  if (dim === 0 && isAxisKept && minRank >= 2) {
    return {
      code: 'softmax-dim',
      severity: 'warning',
      message: l10n.t(
        '{0} over dim=0 normalises over the samples of the batch, not over the classes: the loss expects the classes on dim=1.',
        word,
      ),
    };
  }
  return null;
}

/** What PyTorch takes for a `dim` that is not given. */
function guessedDim(rank: number): number {
  return rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
}

/** Says `dim` where it is missing or wrong. */
export function dimFixes(
  activation: Activation,
  textOf: TextOf,
  wanted = activation.rank === 1 ? 0 : 1,
): readonly CodeFix[] {
  const { dim, dimRange, rank, path, to } = activation;
  const isSafe = dim === null && (rank === 2 || rank === 4);
  if (dimRange) return fix(l10n.t('Use dim={0}', wanted), [edit(dimRange, `${wanted}`)], isSafe);
  const written = textOf(activation);
  if (!written.endsWith(')')) return [];
  const inside = written.slice(written.lastIndexOf('(') + 1, -1).trim();
  const isEmpty = inside === '' && written.endsWith('()');
  const comma = isEmpty || /,\s*\)$/.test(written) ? '' : ', ';
  return fix(
    l10n.t('Say dim={0}', wanted),
    [{ path, from: to - 1, to: to - 1, insert: `${comma}dim=${wanted}` }],
    isSafe,
  );
}
