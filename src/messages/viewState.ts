import { type InputReading, inputReadings } from '../core';
import { isNullOr, isOneOf, isRecord, isWhole } from './guards';

/** The parts of the panel of which one is shown at a time. */
export const tabs = ['readings', 'sample', 'batch', 'steps', 'precision'] as const;

export type Tab = (typeof tabs)[number];

/** What is looked at, as opposed to what is computed. */
export interface ViewState {
  readonly tab: Tab;
  /** Flat index of the selected sample. */
  readonly sample: number;
  /** Index of the step in the step-by-step view. */
  readonly step: number;
  /** What the user says the input is; null to go by its values. */
  readonly reading: InputReading | null;
  /** True when KLDivLoss stands beside the two losses. */
  readonly isKlShown: boolean;
}

export const initialView: ViewState = {
  tab: 'readings',
  sample: 0,
  step: 0,
  reading: null,
  isKlShown: false,
};

export function isViewState(value: unknown): value is ViewState {
  return (
    isRecord(value) &&
    isOneOf(tabs)(value.tab) &&
    isWhole(value.sample) &&
    isWhole(value.step) &&
    isNullOr(value.reading, isOneOf(inputReadings)) &&
    typeof value.isKlShown === 'boolean'
  );
}
