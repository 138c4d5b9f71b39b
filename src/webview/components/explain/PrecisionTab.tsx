import type { ReportParts } from '../../view/reportParts';

/** The same computation in each floating point type, stable and not. */
export function PrecisionTab(_: ReportParts) {
  return null;
}
