import type { ReportParts } from '../../view/reportParts';
import { Bridge } from '../Bridge';

/** The computation of both losses, step by step. */
export function StepsTab(parts: ReportParts) {
  return <Bridge {...parts} />;
}
