import * as l10n from '../../../../l10n';
import { codeInWords } from '../../../../shownText';
import type { Single } from '../../values/value';
import { isNamed } from '../causalModels';
import type { InputRule } from '../rule';

/** CrossEntropyLoss on the scores of a causal language model, and on the very tokens that it was given. */
export const lossNoShift: InputRule = {
  loss: 'CrossEntropyLoss',
  judge: (_use, { kind, tokens }, targets) => {
    if (kind !== 'scores' || !tokens?.model || targets.length === 0) return null;
    if (!targets.every((target) => symbolOf(target) === tokens.symbol)) return null;
    return {
      code: 'loss-no-shift',
      severity: isNamed(tokens.model) ? 'warning' : 'information',
      message: l10n.t(
        'Each position of `{0}` scores the token after it, and is compared with its own: the model learns to repeat its input. Leave out the last position of the scores and the first of the targets.',
        codeInWords(tokens.model),
      ),
    };
  },
  fixes: () => [],
};

/** The unknown quantity that a target is, in its order. */
function symbolOf(target: Single): string | null {
  if (target.type === 'unknown') return target.symbol;
  return target.type === 'tensor' && target.tokens?.model === null ? target.tokens.symbol : null;
}
