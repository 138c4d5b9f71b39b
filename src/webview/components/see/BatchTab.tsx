import type { ReportParts } from '../../view/reportParts';
import { LossCard } from '../LossCard';

/** All samples: how their losses are spread, the worst ones, and the gradient of each. */
export function BatchTab(parts: ReportParts) {
  return (
    <div class="columns">
      <LossCard loss="crossEntropyLoss" {...parts} />
      <LossCard loss="nllLoss" {...parts} />
    </div>
  );
}
