import type { EvaluatedTensor, Role } from '../diagnosis/evaluatedPair';
import type { Evaluation } from '../evaluate/evaluation';
import { classDimOf } from '../tensor/shape';

/** What the reports are made of. */
export interface ReportInput {
  /** Where the tensors come from: `train.py:12`. */
  readonly title: string;
  /** One that has losses; its tensors hold what the losses got, edits and temperature included. */
  readonly evaluation: Evaluation;
  /** What the input was divided by; 1 for none. */
  readonly temperature: number;
  /** The sample whose numbers stand in formulas. */
  readonly sample: number;
}

export function tensorOfRole({ evaluation }: ReportInput, role: Role): EvaluatedTensor | undefined {
  return evaluation.tensors.find((tensor) => tensor.role === role);
}

/** Position of a sample along every dimension but the classes': `[n, d1, …]`, empty for an input of shape (C). */
export function positionOf(inputShape: readonly number[], sample: number): readonly number[] {
  const dim = classDimOf(inputShape);
  const sizes = inputShape.filter((_, d) => d !== dim);
  const position: number[] = [];
  let rest = sample;
  for (const size of sizes.reverse()) {
    position.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return position;
}
