import type { Evaluation } from '../../core';
import { isSameSource, type PanelSource } from '../../messages/panel';
import type { Report } from './snapshot';

/** True when a loss has a value: there is something to show again, to keep or to compare with. */
export function hasValues({ losses }: Evaluation): boolean {
  return losses !== null && (losses.crossEntropyLoss.output ?? losses.nllLoss.output) !== null;
}

/** The last good report while its text is typed at, null for that of another text: what has no document is not typed at. */
export function lastGoodOf(lastGood: Report | null, source: PanelSource, pair = 0): Report | null {
  if (!lastGood || source.uri === null || !isSameSource(source, lastGood.source)) return null;
  return pair === (lastGood.options.pair ?? 0) ? lastGood : null;
}
