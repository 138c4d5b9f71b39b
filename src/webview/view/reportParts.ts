import type { EvaluatedTensor, Evaluation } from '../../core';
import type { Report, Store } from '../store';
import { type Origin, originOf } from './originOf';
import { type Samples, samplesOf, tensorOf } from './samples';

/** What every part of a report is drawn from. */
export interface ReportParts {
  readonly evaluation: Evaluation;
  readonly losses: NonNullable<Evaluation['losses']>;
  readonly input: EvaluatedTensor;
  /** The expression that made the input, where it is one. */
  readonly origin: Origin | null;
  readonly target: EvaluatedTensor | undefined;
  readonly samples: Samples;
  /** The selected sample, flat. */
  readonly sample: number;
  readonly store: Store;
}

/** The parts of a report that has losses, null for one that has none. */
export function reportPartsOf(report: Report, selected: number, store: Store): ReportParts | null {
  const { evaluation } = report;
  const { losses, tensors } = evaluation;
  const input = tensorOf(tensors, 'input');
  if (!losses || !input) return null;
  const samples = samplesOf(input.tensor.shape);
  const sample = Math.max(0, Math.min(selected, samples.count - 1));
  const origin = originOf(report, input);
  return { evaluation, losses, input, origin, target: tensorOf(tensors, 'target'), samples, sample, store };
}
