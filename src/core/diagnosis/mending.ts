import { logSoftmax } from '../loss/logSoftmax';
import type { Tensor } from '../tensor/tensor';

/** What makes the numbers of a finding into those that were meant, as a word that is stable in code. */
export const mendings = ['log', 'log_softmax', 'negate', 'from-log2', 'from-log10'] as const;

export type Mending = (typeof mendings)[number];

/** For those that change each value by itself. */
const ofEach: Readonly<Partial<Record<Mending, (x: number) => number>>> = {
  log: Math.log,
  negate: (x) => -x,
  'from-log2': (x) => x * Math.LN2,
  'from-log10': (x) => x * Math.LN10,
};

/** The mended values, shape of the input (`log_softmax` over its class dimension); not rounded to the dtype yet. */
export function mended(mending: Mending, input: Tensor): Float64Array {
  const each = ofEach[mending];
  return each ? input.data.map(each) : logSoftmax(input).data;
}
