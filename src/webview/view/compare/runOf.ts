import type { Evaluation, LossResult, RowSizes, Tensor, UsedOptions } from '../../../core';
import type { Run } from '../../../messages/comparison';
import type { Report } from '../../state/snapshot';
import { strings } from '../../strings';
import { formatPlain } from '../formatPlain';
import { samplesOf, tensorOf } from '../samples';
import { valueDType } from '../valueDType';

/** Class weights that are written out. */
const mostWeights = 8;

/** What is compared of a report; null for one without losses. Its arrays are those of the evaluation. */
export function runOf({ source, options, evaluation }: Report): Run | null {
  const { losses, tensors, batch, pair, pairs } = evaluation;
  const input = tensorOf(tensors, 'input')?.tensor;
  if (!losses || !input) return null;
  const { shape, numClasses } = samplesOf(input.shape);
  const place = source.uri === null ? source.label : strings.source(source.label, source.line);
  return {
    place: pairs.length > 1 ? `${place}, ${strings.pair(pair + 1, pairs.length)}` : place,
    settings: settingsOf(evaluation.options, options.temperature ?? 1),
    dtype: valueDType(evaluation),
    shape,
    numClasses,
    losses: {
      crossEntropyLoss: runLossOf(losses.crossEntropyLoss, batch?.gradients.crossEntropyLoss, shape),
      nllLoss: runLossOf(losses.nllLoss, batch?.gradients.nllLoss, shape),
    },
    accuracy: accuracyOf(batch),
    target: batch?.accuracy?.target ?? null,
    predicted: batch?.predicted ?? null,
  };
}

function runLossOf(
  { output, perSample }: LossResult,
  gradient: RowSizes | null | undefined,
  shape: readonly number[],
) {
  const isOfSamples = perSample !== null && String(perSample.shape) === String(shape);
  return {
    value: output?.shape.length === 0 ? output.data : null,
    gradNorm: gradient ? Float64Array.of(normOf(gradient)) : null,
    perSample: isOfSamples ? perSample.data : null,
  };
}

/** Norm of the whole from those of its rows. */
function normOf({ norms }: RowSizes): number {
  return Math.sqrt(norms.reduce((sum, norm) => sum + norm * norm, 0));
}

function accuracyOf(batch: Evaluation['batch']): Float64Array | null {
  if (!batch?.accuracy) return null;
  const total = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0);
  const { correct, support } = batch.accuracy.classes;
  return Float64Array.of(total(correct) / total(support));
}

function settingsOf(
  { reduction, ignoreIndex, labelSmoothing, weight }: UsedOptions,
  temperature: number,
): readonly string[] {
  return [
    ...(reduction === 'mean' ? [] : [`reduction='${reduction}'`]),
    ...(ignoreIndex === -100 ? [] : [`ignore_index=${ignoreIndex}`]),
    ...(labelSmoothing === 0 ? [] : [`label_smoothing=${formatPlain(labelSmoothing)}`]),
    ...(weight ? [`weight=[${weightsOf(weight)}]`] : []),
    ...(temperature === 1 ? [] : [`input / ${formatPlain(temperature)}`]),
  ];
}

function weightsOf({ data }: Tensor): string {
  const shown = Array.from(data.subarray(0, mostWeights), formatPlain);
  return [...shown, ...(data.length > mostWeights ? ['…'] : [])].join(', ');
}
