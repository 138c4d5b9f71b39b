import * as l10n from '../../../l10n';
import { isSameShape } from '../../../tensor/shape';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { Value } from '../../values/values';
import { positionsOf, TorchTensor } from '../tensor/torchTensor';

/** Positions that fill a stretch of memory without a gap. */
function stretchOf(positions: Int32Array): { from: number; to: number; isDense: boolean } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of positions) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  const isDense = to - from + 1 === positions.length && new Set(positions).size === positions.length;
  return { from, to, isDense };
}

/**
 * PyTorch's error where what is written and what is read for it share some of their memory. What it does where that is
 * too hard for it to see depends on the order in which it goes, and is not evaluated. Source: aten/src/ATen/MemoryOverlap.cpp.
 */
export function checkOverlap(written: TorchTensor, sources: readonly Value[], isCopy: boolean): void {
  for (const source of sources) {
    if (!(source instanceof TorchTensor) || source.memory !== written.memory || source === written) continue;
    const [a, b] = [positionsOf(written.view), positionsOf(source.view)];
    const isSame = isSameShape(written.shape, source.shape) && a.every((at, i) => at === b[i]);
    const places = new Set(a);
    if (isSame || !b.some((at) => places.has(at))) continue;
    const [left, right] = [stretchOf(a), stretchOf(b)];
    const isFull = left.from === right.from && left.to === right.to;
    const fits = source.numel === written.numel;
    if (!left.isDense || !right.isDense || (isCopy ? !fits : isFull))
      throw new NotEvaluated(l10n.t('writing into memory that is read at the same time'));
    throw runtimeError(
      'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.',
    );
  }
}
