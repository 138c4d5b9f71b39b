import type * as v from 'valibot';
import { inputReadings } from '../core';
import { batchView } from './batchView';
import { flag, messageOf, nullOr, oneOf, whole } from './schema';

/** The parts of the panel of which one is shown at a time. */
export const tabs = ['numbers', 'readings', 'sample', 'batch', 'steps', 'precision'] as const;

export type Tab = (typeof tabs)[number];

/** What is looked at, as opposed to what is computed. */
export const viewState = messageOf({
  tab: oneOf(tabs),
  /** Flat index of the selected sample; that there is such a sample is not checked. */
  sample: whole,
  /** Index of the step in the step-by-step view; that there is such a step is not checked. */
  step: whole,
  /** What the user says the input is; null to go by its values. */
  reading: nullOr(oneOf(inputReadings)),
  /** True when KLDivLoss stands beside the two losses. */
  isKlShown: flag,
  /** null while nothing was chosen in the batch. */
  batch: nullOr(batchView),
});

export type ViewState = v.InferOutput<typeof viewState>;

export const initialView: ViewState = {
  tab: 'numbers',
  sample: 0,
  step: 0,
  reading: null,
  isKlShown: false,
  batch: null,
};
