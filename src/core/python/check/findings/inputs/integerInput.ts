import * as l10n from '../../../../l10n';
import type { CheckedLossName } from '../../../torch/checkedLosses';
import type { InputRule } from '../rule';

/** Losses that compute nothing of integers, whatever the target. */
const names: readonly CheckedLossName[] = ['CrossEntropyLoss', 'NLLLoss'];

/** Integers where scores belong, as `argmax` gives them. */
export const integerInput: readonly InputRule[] = names.map((loss) => ({
  loss,
  judge: (_use, { kind, dtype }) =>
    kind === 'indices' && dtype === 'int'
      ? {
          code: 'integer-input',
          severity: 'error',
          message: l10n.t(
            '{0} expects a score for each class but gets class indices, which are integers: PyTorch raises an error here.',
            loss,
          ),
        }
      : null,
  fixes: () => [],
}));
