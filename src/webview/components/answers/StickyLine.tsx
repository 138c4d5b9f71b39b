import { formatOutput, lossKeys, shownLosses, verdictIn } from '../../../core';
import { strings } from '../../strings';
import type { ReportParts } from '../../view/reportParts';

/** The cards in one line while they are out of sight. Screen readers have the cards and the live region. */
export function StickyLine({ losses, input, evaluation }: ReportParts) {
  return (
    <p class="sticky-line" aria-hidden="true">
      {lossKeys.map((loss) => {
        const { output } = losses[loss];
        const verdict = verdictIn(loss, input, evaluation);
        return (
          <span key={loss} class={`verdict-${verdict}`}>
            {shownLosses[loss].name} <strong>{output ? formatOutput(output) : strings.loss.noValue}</strong>{' '}
            <span class="verdict-mark">{strings.loss.marks[verdict]}</span>
          </span>
        );
      })}
    </p>
  );
}
