import * as l10n from '../../../l10n';
import { checkedLossOfClass } from '../../torch/checkedLosses';
import type { FileRange } from '../findings/codeFinding';
import { addStep } from '../values/trail';
import type { GivenArgument, LossValue } from '../values/value';

/** A loss of `torch.nn` by the path of its class; null for anything else. */
export function makeLoss(
  path: string,
  args: readonly GivenArgument[],
  site: FileRange,
  word: FileRange,
  written: string,
): LossValue | null {
  const name = path.split('.').at(-1) ?? '';
  const loss = path.startsWith('torch.') ? checkedLossOfClass(name) : null;
  if (!loss) return null;
  const trail = addStep(null, site, l10n.t('the `nn.{0}` is made', loss.name));
  return { type: 'loss', loss, args, word, written, trail, path: site.path, from: site.from, to: site.to };
}
