import type { ReportParts } from '../../view/reportParts';

/** One sample: its distribution, its loss, and where the gradient pulls. */
export function SampleTab(_: ReportParts) {
  return null;
}
