import type { Evaluation } from '../../core';
import type { PanelSource } from '../../messages/panel';
import type { Report } from './snapshot';

/** True when a loss has a value: there is something to show again, to keep or to compare with. */
export function hasValues({ losses }: Evaluation): boolean {
  return losses !== null && (losses.crossEntropyLoss.output ?? losses.nllLoss.output) !== null;
}

/**
 * The last good report while its text is typed at, null for that of another text: typing in the first of its ranges
 * leaves that range's start, and moves those behind it; what has no document cannot be typed in.
 */
export function lastGoodOf(lastGood: Report | null, source: PanelSource, pair = 0): Report | null {
  if (!lastGood || source.uri === null || source.uri !== lastGood.source.uri) return null;
  const [was, is] = [lastGood.source.ranges, source.ranges];
  const isSame = was.length === is.length && startOf(was) === startOf(is);
  return isSame && pair === (lastGood.options.pair ?? 0) ? lastGood : null;
}

function startOf(ranges: PanelSource['ranges']): number {
  return Math.min(...ranges.map(({ from }) => from));
}
