import type { ReportInput } from '../../../core';
import type { ViewState } from '../../../messages/viewState';
import type { Report } from '../../state/snapshot';
import { strings } from '../../strings';

/** A report as core's writers take it. */
export function reportInputOf({ source, options, evaluation }: Report, view: ViewState): ReportInput {
  const { uri, label, line } = source;
  return {
    title: uri === null ? label : strings.source(label, line),
    evaluation,
    temperature: options.temperature ?? 1,
    sample: view.sample,
  };
}
