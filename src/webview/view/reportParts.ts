import {
  type EditedView,
  type EvaluatedTensor,
  type EvaluateOptions,
  type Evaluation,
  type InputReading,
  noEdit,
  roundToDType,
  viewEdited,
} from '../../core';
import type { Pin } from '../../messages/comparison';
import type { ViewState } from '../../messages/viewState';
import type { Report } from '../state/snapshot';
import type { Store } from '../state/store';
import { inferredReading } from './inferredReading';
import { type Origin, originOf } from './originOf';
import { placeOf, type TextPlace } from './placeOf';
import { type RowPlace, rowPlacesOf } from './rowPlaces';
import { type Samples, samplesOf, tensorOf } from './samples';

/** What every part of a report is drawn from. */
export interface ReportParts {
  readonly evaluation: Evaluation;
  readonly losses: NonNullable<Evaluation['losses']>;
  readonly input: EvaluatedTensor;
  /** The expression that made the input, where it is one. */
  readonly origin: Origin | null;
  readonly target: EvaluatedTensor | undefined;
  /** Samples of the evaluated input. */
  readonly samples: Samples;
  /** The selected sample, flat. */
  readonly sample: number;
  /** What is set now; ahead of the evaluation while a large one is computed. */
  readonly options: EvaluateOptions;
  /** The input as it is now, before the temperature: what the user edits. */
  readonly live: EditedView;
  /** The selected sample's values now, as both losses get them: (C). */
  readonly row: Float64Array;
  /** What the input is taken for: the user's word, else what its values look like. */
  readonly reading: InputReading;
  /** Differs between pairs: what is typed or opened in one is not kept for another. */
  readonly pairKey: string;
  /** The pin that the cards are compared with; null for none. */
  readonly pinned: Pin | null;
  readonly view: ViewState;
  readonly store: Store;
  /** Where each row of the input is written, of records that were stacked; null for an input written as a whole. */
  readonly rowPlaces: readonly (RowPlace | null)[] | null;
  /** The place before which the numbers were so; null when they are those of the call, or when it is not known. */
  readonly before: TextPlace | null;
}

/** The parts of a report that has losses, null for one that has none. `options` are the present ones. */
export function reportPartsOf(
  report: Report,
  options: EvaluateOptions,
  view: ViewState,
  store: Store,
  pinned: Pin | null = null,
): ReportParts | null {
  const { evaluation } = report;
  const { losses, tensors, notTheCalls } = evaluation;
  const before = notTheCalls?.before ?? null;
  const input = tensorOf(tensors, 'input');
  if (!losses || !input) return null;
  const samples = samplesOf(input.tensor.shape);
  const sample = Math.max(0, Math.min(view.sample, samples.count - 1));
  const edit = input.literal === null ? noEdit : options.edits?.[input.literal];
  const live = viewEdited(input.unedited, edit);
  return {
    evaluation,
    losses,
    input,
    origin: originOf(report, input),
    target: tensorOf(tensors, 'target'),
    samples,
    sample,
    options,
    live,
    row: rowOf(live, sample, options.temperature ?? 1),
    reading: view.reading ?? inferredReading(input.description.kind),
    pairKey: `${report.source.uri} ${evaluation.pair}`,
    pinned,
    view,
    store,
    rowPlaces: rowPlacesOf(report, input, edit),
    before: before && placeOf(report.source, before.from),
  };
}

function rowOf({ shape, dtype, valueAt }: EditedView, sample: number, temperature: number): Float64Array {
  const { numClasses, count, offsetOf } = samplesOf(shape);
  if (sample >= count) return new Float64Array(0);
  return Float64Array.from({ length: numClasses }, (_, klass) =>
    roundToDType(valueAt(offsetOf(sample, klass)) / temperature, dtype),
  );
}
