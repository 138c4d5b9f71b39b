import type { LossKey, MicroBatches, Tensor, UsedOptions } from '../../../core';
import { batchStrings } from '../../strings/batch';
import { formatPlain } from '../formatPlain';

const strings = batchStrings.microBatches;

/** Divisors that differ by less are sums of the same weights in another order. */
const roundOff = 1e-12;

/** Why the mean of the means is the mean of the batch or not, and what is right for any split. */
export function splitWords(
  { parts, whole }: MicroBatches,
  number: (value: number) => string,
): readonly string[] {
  const [first, second] = parts.map(({ divisor }) => divisor);
  if (whole.divisor === 0) return [strings.nothingAtAll];
  const sums = parts.map(({ sum }) => number(sum));
  const right = `${strings.right} ${strings.rightOf(sums[0], sums[1], formatPlain(whole.divisor), number(whole.mean))}`;
  if (first === 0) return [strings.nothingFirst, right];
  if (second === 0) return [strings.nothingSecond, right];
  if (Math.abs(first - second) <= roundOff * Math.abs(first)) return [strings.equal(formatPlain(first))];
  const share = (value: number) => number(1 / value);
  return [
    strings.differ(
      formatPlain(first),
      formatPlain(second),
      share(2 * first),
      share(2 * second),
      share(whole.divisor),
    ),
    right,
  ];
}

/** The loop in PyTorch that accumulates the gradient of the mean of the whole batch. */
export function accumulationCode(
  loss: LossKey,
  { ignoreIndex, labelSmoothing, weight }: UsedOptions,
  input: Tensor,
  target: Tensor,
): string {
  const hasProbabilities = String(target.shape) === String(input.shape);
  const isCrossEntropy = loss === 'crossEntropyLoss';
  const keywords = [
    ...(weight ? ['weight=weight'] : []),
    ...(ignoreIndex === -100 || hasProbabilities ? [] : [`ignore_index=${ignoreIndex}`]),
    ...(isCrossEntropy && labelSmoothing > 0 ? [`label_smoothing=${formatPlain(labelSmoothing)}`] : []),
    "reduction='sum'",
  ];
  const counts = `target != ${ignoreIndex}`;
  const ofIndices = weight ? `weight[target[${counts}]].sum()` : `(${counts}).sum()`;
  const ofProbabilities = input.shape.length > 2 ? 'target.numel() / target.shape[1]' : 'len(target)';
  const total = hasProbabilities ? ofProbabilities : ofIndices;
  const call = `F.${isCrossEntropy ? 'cross_entropy' : 'nll_loss'}(x, y, ${keywords.join(', ')})`;
  return `total = ${total}\nfor x, y in micro_batches:\n    loss = ${call} / total\n    loss.backward()`;
}
