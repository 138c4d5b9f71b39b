import { castTensor, formatNumber, formatOutput, roundToDType } from '../../../core';
import { strings } from '../../strings';
import { explainValue } from '../../view/explainValue';
import { formatPlain } from '../../view/formatPlain';
import type { AnswerProps } from './Answer';

/** The value of a loss, which a click copies in full, how it was reduced, and what a pinned state had instead. */
export function LossValue({ loss, losses, input, target, card, evaluation, pinned, store }: AnswerProps) {
  const result = losses[loss];
  const { output } = result;
  if (!output) return <p class="value is-missing">{strings.loss.noValue}</p>;
  const isScalar = output.shape.length === 0;
  const held = castTensor(output, output.dtype).data[0];
  const why = isScalar ? explainValue(held, result, input.tensor, target?.tensor, evaluation.options) : null;
  const shown = isScalar ? formatPlain(held) : formatOutput(output);
  // All values of an unreduced loss are written out for a click alone: there may be a million.
  const copy = () => store.copy(isScalar ? shown : Array.from(output.data, formatPlain).join(', '));
  const { reduction, weight } = evaluation.options;
  const kind = reduction === 'mean' && weight !== null ? 'weightedMean' : reduction;
  const before = pinned?.run.losses[loss].value?.[0];
  return (
    <div class="answer-value">
      <p class="value-line">
        <button
          type="button"
          class={isScalar ? 'value' : 'value is-list'}
          title={strings.loss.copyValue(shown, output.dtype)}
          onClick={copy}
        >
          {formatOutput(output)}
        </button>
        <span class="value-note">{strings.loss.reducedFrom[kind](card.counted)}</span>
        {isScalar && pinned && before !== undefined && (
          <Change
            by={held - roundToDType(before, output.dtype)}
            since={strings.pin(pinned.id, pinned.run.place)}
            text={(value) => formatNumber(value, output.dtype)}
          />
        )}
      </p>
      {why !== null && <p class="value-why">{why}</p>}
    </div>
  );
}

/** How far the value is from that of the pinned state. */
function Change({ by, since, text }: { by: number; since: string; text: (value: number) => string }) {
  if (by === 0 || Number.isNaN(by)) return null;
  return (
    <span class="value-change" title={strings.loss.since(since)}>
      {by > 0 ? '▲' : '▼'} {text(Math.abs(by))}
    </span>
  );
}
