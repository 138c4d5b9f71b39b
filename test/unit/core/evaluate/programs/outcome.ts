import type { Tensor } from '../../../../../src/core';
import { isRecorded, type Program, type RecordedCall, type RecordedError } from './fixture';

/** A call of a loss as one part of the product shows it. */
export interface ShownLoss {
  /** From 1. */
  readonly line: number;
  readonly loss: string | null;
  readonly input: Tensor | null;
  readonly target: Tensor | null;
  /** Null where an error stands in its place. */
  readonly output: Tensor | null;
  readonly error: RecordedError | null;
}

export interface Shown {
  readonly losses: readonly ShownLoss[];
  /** What is said not to be evaluated. */
  readonly notEvaluated: readonly { readonly line: number; readonly message: string }[];
  /** Where the program is said to stop; undefined when nothing is said of that. */
  readonly error?: (RecordedError & { readonly line: number }) | null;
}

export interface Outcome {
  readonly is: 'right' | 'notEvaluated' | 'wrong';
  /** Why it is not right; '' when it is. */
  readonly reason: string;
}

const right: Outcome = { is: 'right', reason: '' };
const wrong = (reason: string): Outcome => ({ is: 'wrong', reason });

/** What is shown of a program against what PyTorch says: every number right, or said not to be known. */
export function judge(program: Program, shown: Shown): Outcome {
  const [said] = shown.notEvaluated;
  // Behind a statement that is said not to be evaluated the rest goes on, also where that statement stops the program.
  const isCut = said !== undefined && program.error !== undefined;
  const left = [...program.calls];
  for (const loss of shown.losses) {
    const at = left.findIndex(({ line }) => line === loss.line);
    if (at < 0 && isCut) continue;
    if (at < 0) return wrong(`line ${loss.line}: shows a loss that is not computed`);
    const difference = differenceOf(loss, left[at]);
    const isSaid = shown.notEvaluated.some(({ message }) => isErrorIn(message, left[at].error));
    if (difference !== null && !isSaid) return wrong(`line ${loss.line}: ${difference}`);
    left.splice(at, 1);
  }
  if (shown.error) {
    const problem = errorDifference(shown.error, program.error);
    if (problem) return wrong(problem);
  }
  // A loss that a loop calls again on the same numbers may be shown once.
  const isShown = (call: RecordedCall) =>
    shown.losses.some((loss) => loss.line === call.line && differenceOf(loss, call) === null);
  // What ends the program is said once.
  const isEnd = ({ line, error }: RecordedCall) =>
    error !== undefined && shown.error?.line === line && shown.error.message === error.message;
  const open = left.filter((call) => !isShown(call) && !isEnd(call));
  if (open.length > 0 || (shown.error === null && program.error)) {
    if (said) return { is: 'notEvaluated', reason: said.message };
    if (open.length > 0) return wrong(`line ${open[0].line}: shows nothing of the loss and does not say why`);
    return wrong(`runs past ${program.error?.type}: ${program.error?.message}`);
  }
  return right;
}

function isErrorIn(message: string, error: RecordedError | undefined): boolean {
  return error !== undefined && message.endsWith(`${error.type}: ${error.message}`);
}

function differenceOf(shown: ShownLoss, call: RecordedCall): string | null {
  if (shown.loss !== call.loss) return `shows ${shown.loss} for ${call.loss}`;
  if (call.error) {
    if (shown.error?.message === call.error.message) return null;
    return `does not show ${call.error.type}: ${call.error.message}`;
  }
  if (shown.error) return `shows ${shown.error.type}: ${shown.error.message}`;
  if (shown.input && !isRecorded(shown.input, call.input)) return 'shows another input';
  if (shown.target && !isRecorded(shown.target, call.target)) return 'shows another target';
  if (!call.output || !shown.output || !isRecorded(shown.output, call.output, call.input)) {
    return `shows ${valuesOf(shown.output)} for ${call.output?.data.join(' ')} (${call.output?.dtype})`;
  }
  return null;
}

function valuesOf(tensor: Tensor | null): string {
  return tensor ? `${[...tensor.data].slice(0, 4).join(' ')} (${tensor.dtype})` : 'nothing';
}

function errorDifference(
  shown: RecordedError & { readonly line: number },
  error: Program['error'],
): string | null {
  if (!error) return `a false ${shown.type}: ${shown.message}`;
  if (shown.type === error.type && shown.message === error.message && shown.line === error.line) return null;
  return `stops at line ${shown.line} with ${shown.type}: ${shown.message}, not at ${error.line} with ${error.type}: ${error.message}`;
}
