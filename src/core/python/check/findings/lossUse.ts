import type { CheckedLoss } from '../../torch/checkedLosses';
import type { CallSite } from '../values/callSite';
import type { GivenArgument, LossValue } from '../values/value';

/** One use of a loss: the call, and the constructor with its options when there is one. */
export interface LossUse {
  readonly loss: CheckedLoss;
  readonly definition: LossValue | null;
  readonly site: CallSite;
  readonly reduction: GivenArgument | null;
  /** An option that the loss of the other kind of input does not take. */
  readonly hasOwnOption: boolean;
  /** `ignore_index` is written. */
  readonly ignoresSome: boolean;
  /** null when it is not known. */
  readonly logTarget: boolean | null;
}

/** `reduction='none'`, written: what comes out of it can be anything that is computed element by element. */
export function isUnreduced({ reduction }: LossUse): boolean {
  return reduction?.value.type === 'constant' && reduction.value.value === 'none';
}
