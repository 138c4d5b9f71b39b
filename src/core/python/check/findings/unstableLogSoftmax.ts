import * as l10n from '../../../l10n';
import type { LogOfSoftmax } from '../values/tensorValue';
import type { CodeFix } from './codeFinding';
import { edit, fix } from './edits';
import type { TextOf, Verdict } from './rule';

/** `log(softmax(x))` */
export function judgeLogOfSoftmax(): Verdict {
  return {
    code: 'unstable-log-softmax',
    severity: 'information',
    message: l10n.t(
      'log(softmax(x)) becomes -inf where softmax underflows, and its gradient nan: log_softmax(x) is the same value, computed safely.',
    ),
  };
}

/** `torch.log(F.softmax(x, dim=1))` as `F.log_softmax(x, dim=1)`. */
export function logFixes(log: LogOfSoftmax, textOf: TextOf): readonly CodeFix[] {
  const { activation, isNested } = log;
  const { word, written } = activation;
  if (!isNested || !written.includes('.') || !written.endsWith('.softmax')) return [];
  const head = textOf({ ...activation, to: word.from });
  const tail = textOf({ ...activation, from: word.to });
  return fix(l10n.t('Use log_softmax'), [edit(log, `${head}log_softmax${tail}`)], true);
}
