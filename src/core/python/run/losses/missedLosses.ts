import type { Statement } from '../../syntax/ast';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import { pureCalleeOf } from '../expressions/calls/callee';
import type { Evaluator } from '../expressions/evaluator';
import { messageOf } from '../result/messageOf';
import type { UnevaluatedRecorder } from '../result/unevaluatedRecorder';
import type { Scope } from '../scope';
import { lossOfValue } from './calledLoss';
import { callsIn } from './callsIn';
import type { LossRecorder } from './lossRecorder';
import { lossesWithin, writtenLosses } from './writtenLosses';

/** What looking for losses that were not called needs from the run. */
export interface MissedLossesHost {
  readonly body: readonly Statement[];
  readonly evaluator: Evaluator;
  readonly recorder: LossRecorder;
  readonly unevaluated: UnevaluatedRecorder;
}

/** Calls the losses in a statement that was left before they were called. */
export function tryLosses(
  { body, evaluator, recorder }: MissedLossesHost,
  statement: Statement,
  scope: Scope,
  left: NotEvaluated,
): void {
  for (const call of callsIn(statement)) {
    if (call.callee.type === 'name')
      for (const { call: inner, loss } of lossesWithin(body, call.callee.id))
        if (!recorder.isBefore(inner)) recorder.miss(inner, loss, messageOf(left));
    if (recorder.has(call) || !lossOfValue(pureCalleeOf(evaluator, call, scope) ?? null)) continue;
    try {
      evaluator.evaluate(call, scope);
    } catch (error) {
      if (!(error instanceof NotEvaluated || error instanceof PythonError)) throw error;
    }
  }
}

/**
 * Notes losses that were not called: for the limit that ended the run, which `limit` words, or else for something that
 * is not evaluated. A program that is whole comes to no more.
 */
export function noteMissed({ body, recorder, unevaluated }: MissedLossesHost, limit: string | null): void {
  if (limit === null && unevaluated.found.length === 0) return;
  for (const { call, loss } of writtenLosses(body)) {
    const message = limit ?? unevaluated.lastBefore(call.from)?.message;
    if (message !== undefined && !recorder.has(call)) recorder.miss(call, loss, message);
  }
}
