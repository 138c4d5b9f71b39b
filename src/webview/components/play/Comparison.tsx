import type { Report } from '../../state/snapshot';
import type { ReportParts } from '../../view/reportParts';

/** What changed since a state was pinned. */
export function Comparison(_: ReportParts & { readonly pinned: Report }) {
  return null;
}
