import * as l10n from '../../../l10n';
import { lossCallsOf } from '../values/tensorValue';
import { tensorsOf } from '../values/trail';
import type { Value } from '../values/value';
import type { ChainStep, FileRange } from './codeFinding';
import type { TextOf, Verdict } from './rule';

/** What the number of micro-batches is called. */
const countWords = /accum|micro_?batch|(?:^|_)acc_?(?:steps|iter)/i;

interface Division {
  readonly verdict: Verdict;
  readonly chain: readonly ChainStep[];
}

/** A mean over the targets that are not ignored, divided by the number of micro-batches; null for any other division. */
export function judgeDivision(dividend: Value, divisor: FileRange, textOf: TextOf): Division | null {
  const { means } = lossCallsOf(tensorsOf(dividend));
  if (means.length === 0 || !countWords.test(textOf(divisor))) return null;
  const verdict: Verdict = {
    code: 'mean-of-micro-batches',
    severity: 'information',
    message: l10n.t(
      'A mean of means: each micro-batch counts alike, however many of its targets are ignored, so this is not the mean over all targets. For that, add up losses of reduction="sum" and divide by the number of targets of all micro-batches.',
    ),
  };
  const chain = means.map(({ path, from, to }) => ({
    path,
    from,
    to,
    message: l10n.t('the mean over the targets that are not `ignore_index`'),
  }));
  return { verdict, chain };
}
