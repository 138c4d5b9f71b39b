import type { Accuracy } from '../../../core';
import { shareText } from '../heat';

/** How many samples of a class are taken for a class. */
export interface ConfusionCell {
  readonly count: number;
  readonly isRight: boolean;
  /** Share of the colour, see `shareText`: the part of the target's samples, beside the largest of its kind. */
  readonly heat: string;
}

/** The cells of a confusion matrix by target and prediction. */
export function confusionCells({
  confusion,
  classes: { support },
}: Accuracy): (target: number, predicted: number) => ConfusionCell {
  const counts = new Float64Array(support.length * support.length);
  const largest = { right: 0, wrong: 0 };
  const kindOf = (target: number, predicted: number) => (target === predicted ? 'right' : 'wrong');
  confusion.count.forEach((count, i) => {
    const [target, predicted] = [confusion.target[i], confusion.predicted[i]];
    const kind = kindOf(target, predicted);
    counts[target * support.length + predicted] = count;
    largest[kind] = Math.max(largest[kind], count / support[target]);
  });
  return (target, predicted) => {
    const count = counts[target * support.length + predicted];
    const part = count === 0 ? 0 : count / support[target] / largest[kindOf(target, predicted)];
    return { count, isRight: target === predicted, heat: shareText(part) };
  };
}
