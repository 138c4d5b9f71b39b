import type { LossKey } from '../../loss/lossKeys';
import { type LossRow, lossNamed } from './losses';

/** The rows of the losses that are shown side by side. */
export const shownLosses: Readonly<Record<LossKey, LossRow>> = {
  crossEntropyLoss: lossNamed('CrossEntropyLoss'),
  nllLoss: lossNamed('NLLLoss'),
};

/** What the losses are called where there is little room. */
export const shortLossNames: Readonly<Record<LossKey, string>> = { crossEntropyLoss: 'CE', nllLoss: 'NLL' };
