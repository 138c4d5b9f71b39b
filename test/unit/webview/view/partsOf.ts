import type { EvaluateOptions } from '../../../../src/core';
import { evaluateParsed } from '../../../../src/core';
import { initialView, type ViewState } from '../../../../src/messages/viewState';
import { type ReportParts, reportPartsOf } from '../../../../src/webview/view/reportParts';
import { newStore, stateOf } from '../newStore';

/** What the page draws for a text, with these options and this view. */
export function partsOf(
  text: string,
  view: Partial<ViewState> = {},
  options: EvaluateOptions = {},
): ReportParts {
  const { source, parsed } = stateOf(text);
  const report = { source, parsed, options, evaluation: evaluateParsed(parsed, options) };
  const parts = reportPartsOf(report, options, { ...initialView, ...view }, newStore().store);
  if (!parts) throw new Error('the text has no losses');
  return parts;
}
