import { type LossKey, lossKeys } from '../../../core';
import { countedSamples } from '../countedSamples';
import type { ReportParts } from '../reportParts';
import { gradientScale } from './gradientScale';
import { classesShown, type SampleLoss, type SampleView, sampleLoss, sampleViewOf } from './sampleView';

/** Classes that have a place in a card. */
const mostShown = 6;

/** What both cards show beside the values of their losses. */
export interface CardView {
  /** Samples that count in the reduction. */
  readonly counted: number;
  /** The gradients of the chosen sample; null where it has none. */
  readonly gradients: SampleGradients | null;
}

export interface SampleGradients {
  readonly shown: SampleView;
  readonly losses: Readonly<Record<LossKey, SampleLoss | null>>;
  readonly classes: readonly number[];
  /** The axis of all of them. */
  readonly scale: readonly [number, number];
}

export function cardViewOf(parts: ReportParts): CardView {
  const { samples, target, evaluation } = parts;
  return {
    counted: countedSamples(samples.count, target?.tensor, evaluation.options),
    gradients: gradientsOf(parts),
  };
}

function gradientsOf(parts: ReportParts): SampleGradients | null {
  const shown = sampleViewOf(parts);
  if (!shown) return null;
  const losses = {
    crossEntropyLoss: sampleLoss('crossEntropyLoss', shown.tensors, parts),
    nllLoss: sampleLoss('nllLoss', shown.tensors, parts),
  };
  const scale = gradientScale(lossKeys.map((key) => losses[key]));
  return { shown, losses, classes: classesShown(shown, mostShown), scale };
}
