import { type Evaluation, type LossKey, lossKeys, shownLosses } from '../../core';

/** The loss that the text calls, where it is one of those that are shown; else the first of them. */
export function keyOfCall({ calledLoss }: Evaluation): LossKey {
  return lossKeys.find((key) => shownLosses[key].name === calledLoss) ?? lossKeys[0];
}
