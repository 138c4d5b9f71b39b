import type { ReportParts } from '../../view/reportParts';

/** What each loss does when the same scores are handed over in each of three forms. */
export function ReadingsTab(_: ReportParts) {
  return null;
}
