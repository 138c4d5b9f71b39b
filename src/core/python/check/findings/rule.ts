import type { FindingCode, Severity } from '../../../diagnosis/finding';
import type { CheckedLossName } from '../../torch/checkedLosses';
import type { TensorValue } from '../values/tensorValue';
import type { Single } from '../values/value';
import type { CodeFix, FileRange } from './codeFinding';
import type { LossUse } from './lossUse';

/** What is wrong, in the words that people read. */
export interface Verdict {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
}

export type TextOf = (range: FileRange) => string;

/** A finding about the input of a loss: when it is one, and what mends it. */
export interface InputRule {
  readonly loss: CheckedLossName;
  /** null when nothing is wrong, or it is not known. */
  readonly judge: (use: LossUse, input: TensorValue, targets: readonly Single[]) => Verdict | null;
  /** Best first. */
  readonly fixes: (context: InputContext) => readonly CodeFix[];
}

/** What a fix of an input of a loss is made from. */
export interface InputContext {
  readonly use: LossUse;
  readonly tensor: TensorValue;
  readonly verdict: Verdict;
  readonly input: FileRange;
  readonly target: FileRange | null;
  /** What reaches the loss as target. */
  readonly targets: readonly Single[];
  readonly textOf: TextOf;
}

/** A finding about the target of a loss that takes class indices. */
export interface TargetRule {
  /** `input` is null when it is no tensor that is known. */
  readonly judge: (use: LossUse, input: TensorValue | null, target: TensorValue) => Verdict | null;
  readonly fixes: (context: TargetContext) => readonly CodeFix[];
}

export interface TargetContext {
  readonly use: LossUse;
  readonly target: TensorValue;
  readonly range: FileRange;
  readonly textOf: TextOf;
}
