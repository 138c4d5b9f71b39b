import type * as v from 'valibot';
import { lossKeys } from '../core';
import { finite, flag, messageOf, nullOr, oneOf, whole } from './schema';

/** What samples can be sorted by. */
export const sampleColumns = [
  'sample',
  'target',
  'predicted',
  'probability',
  ...lossKeys,
  'gradNorm',
] as const;

export type SampleColumn = (typeof sampleColumns)[number];

/** Which samples of a batch are looked at, and in which order. */
export const batchView = messageOf({
  loss: oneOf(lossKeys),
  filter: messageOf({
    isWrongOnly: flag,
    target: nullOr(whole),
    predicted: nullOr(whole),
    /** A bar of the histogram of the loss; that there is such a bar is not checked. */
    bin: nullOr(messageOf({ from: finite, to: finite })),
  }),
  sort: messageOf({ column: oneOf(sampleColumns), isDescending: flag }),
});

export type BatchView = v.InferOutput<typeof batchView>;
