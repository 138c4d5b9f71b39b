import { isSameShape } from '../tensor/shape';
import { type CorrectionStep, correctionFor } from './correction';
import type { LossResult, TorchError } from './lossTypes';
import type { LossArguments, TorchFailure } from './torchFailure';

/** More steps than any evident meaning needs (a shape, and the dtype of each tensor). */
const maxSteps = 4;

/**
 * Arguments that PyTorch accepts, and what it says to those given. Null when it does not accept them and no meaning is
 * evident, or when what is meant has an input of another shape.
 */
export interface ResolvedArguments {
  readonly args: LossArguments | null;
  readonly error?: TorchError;
}

/**
 * Checks the arguments, and where `check` complains follows what was evidently meant, step by step, until it is
 * content. The error is the first complaint about the arguments as they were given.
 */
export function resolveArguments(
  given: LossArguments,
  check: (args: LossArguments) => TorchFailure | null,
): ResolvedArguments {
  const first = check(given);
  if (first === null) return { args: given };
  const { type, message } = first;
  const steps: CorrectionStep[] = [];
  let args = given;
  for (let current: TorchFailure | null = first; current !== null; current = check(args)) {
    const step = steps.length < maxSteps ? correctionFor(args, current) : null;
    if (step === null) return { args: null, error: { type, message, correction: null } };
    steps.push(step);
    args = step.args;
  }
  // What the corrected call gives for each sample belongs to samples that the input as it stands does not have.
  const isMoved = !isSameShape(args.input.shape, given.input.shape);
  return { args: isMoved ? null : args, error: { type, message, correction: describeSteps(steps) } };
}

/** The PyTorch code of all steps, one expression for each tensor: `target.squeeze(1).long()`. */
function describeSteps(steps: readonly CorrectionStep[]): string {
  const expressions: string[] = [];
  for (const subject of ['input', 'target', 'weight'] as const) {
    const calls = steps.filter((step) => step.subject === subject).map((step) => step.call);
    if (calls.length > 0) expressions.push(subject + calls.join(''));
  }
  return expressions.join(', ');
}

/** Result of a call that PyTorch refuses and that has no evident meaning. */
export function refusedResult(error: TorchError | undefined): LossResult {
  return { output: null, gradInput: null, perSample: null, totalWeight: Number.NaN, error };
}
