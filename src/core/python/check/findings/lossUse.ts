import type { LossRow } from '../../torch/losses';
import type { CallSite } from '../values/callSite';
import type { GivenArgument, LossValue } from '../values/value';

/** One use of a loss: the call, and the constructor with its options when there is one. */
export interface LossUse {
  readonly loss: LossRow;
  readonly definition: LossValue | null;
  readonly site: CallSite;
  readonly reduction: GivenArgument | null;
  readonly hasSmoothing: boolean;
  /** null when it is not known. */
  readonly logTarget: boolean | null;
}
