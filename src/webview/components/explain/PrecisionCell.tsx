import { formatNumber, type PrecisionResult } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { errorText, lossOnTheWay } from '../../view/explain/precisionWords';

const strings = explainStrings.precision;

interface PrecisionCellProps {
  readonly result: PrecisionResult;
  readonly isChosen: boolean;
  readonly target: number;
  readonly onChoose: () => void;
}

/** The loss by one route in one type: what came out, how far off, and what was lost on the way. */
export function PrecisionCell({ result, isChosen, target, onChoose }: PrecisionCellProps) {
  const { dtype, route, loss, error } = result;
  const lost = lossOnTheWay(result, target);
  const isBroken = !Number.isFinite(loss) && lost !== null;
  const off = errorText(error);
  return (
    <td class={isChosen ? 'is-yours' : undefined}>
      <button
        type="button"
        class="cell-button"
        aria-pressed={isChosen}
        title={strings.choose(dtype, strings.routes[route])}
        onClick={onChoose}
      >
        <code class="cell-column">{strings.routes[route]}</code>
        <span class={isBroken ? 'precision-value is-broken' : 'precision-value'}>
          {formatNumber(loss, dtype)}
        </span>
        {lost ? (
          <span class="value-loss">⚠ {strings.losses[lost]}</span>
        ) : (
          <span class="precision-error">{off === '' ? strings.exact : strings.error(off)}</span>
        )}
      </button>
    </td>
  );
}
