import type { TextRange } from '../../../textRange';
import type { Call, Expression } from '../../syntax/ast';
import type { Libraries } from '../../torch/library/libraries';
import type { BackwardListener } from '../../torch/library/tensorMembers';
import type { LossName } from '../../torch/losses';
import type { TorchContext } from '../../torch/tensor/torchContext';
import type { Args, Callable, Unknown, Value } from '../../values/values';
import type { Provenance } from '../losses/provenance';
import type { Scope } from '../scope';

/** What evaluating expressions needs from the run. */
export interface EvaluatorHost {
  readonly context: TorchContext;
  readonly libraries: Libraries;
  readonly builtins: ReadonlyMap<string, Callable>;
  readonly text: string;
  readonly onBackward: BackwardListener;
  /** Calls a value of any kind. */
  readonly call: (callee: Value, args: Args) => Value;
  /** Counts a step; throws when there were too many. */
  readonly step: () => void;
  /** Told of the value of each call. */
  readonly onCall: (node: Call, value: Value) => void;
  readonly provenance: Provenance;
  /** True where the text may be a part of a program: names that it does not bind may be bound elsewhere. */
  readonly isExcerpt: boolean;
  /** The value of a call that Python refuses, where the text tells what was meant; undefined where it does not. */
  readonly recover: (node: Call) => Value | undefined;
  /** Told of a call of a loss whose arguments have no value. */
  readonly onLossFailed: (node: Call, loss: LossName, error: Error) => void;
  /** Told of a call before it is made, with what its callee and arguments are. */
  readonly beforeCall: (node: Call, callee: Value, args: Args) => void;
  readonly functionOf: (node: Extract<Expression, { type: 'lambda' }>, scope: Scope) => Callable;
}

/** A call that is being evaluated. */
export interface OpenCall {
  readonly node: Call;
  /** What of its arguments is as it was before something that is not evaluated. */
  readonly assumptions: readonly Unknown[];
}

/**
 * Values of expressions. Errors leave with the range of the innermost expression that Python would name. The parts that
 * evaluate calls, names and the like are given this, and evaluate the expressions in theirs through it alone.
 */
export interface Evaluator {
  readonly host: EvaluatorHost;
  /** Calls that are being evaluated, innermost last, for those who listen to them. */
  readonly calls: OpenCall[];
  /** The calls that the statement which is being executed has made so far, with what they gave; null for none. */
  done: Map<Call, Value> | null;
  /** The calls that the last error came through, innermost first. */
  failedCalls: readonly Call[];
  /** What was taken as it was before a statement that is not evaluated; null while nothing is assumed. */
  assumed: Unknown[] | null;
  /** A value that is known. */
  evaluate(node: Expression, scope: Scope): Value;
  /** As `evaluate`, for whoever only passes the value on: it may be one that is not known. */
  evaluateAny(node: Expression, scope: Scope): Value;
  /** The first line of what is written there, for messages. */
  excerpt(range: TextRange): string;
}
