import { formatNumber, type LossKey, perplexityOf } from '../../../core';
import { batchStrings } from '../../strings/batch';
import { type UsedProbabilities, usedProbabilities } from '../../view/batch/usedProbabilities';
import { formatPlain } from '../../view/formatPlain';
import type { ReportParts } from '../../view/reportParts';
import { FitNote } from './FitNote';
import { PerplexityNumbers } from './PerplexityNumbers';

const strings = batchStrings.perplexity;

interface PerplexityProps {
  readonly loss: LossKey;
  readonly parts: ReportParts;
}

/** The perplexity of the targets in one line, or why there is none. */
export function PerplexityLine({ loss, parts }: PerplexityProps) {
  const used = usedProbabilities(loss, parts);
  if (!used) return null;
  return (
    <div class="measure">
      <span class="measure-name" title={strings.title}>
        {strings.name}
      </span>
      <Value loss={loss} used={used} parts={parts} />
    </div>
  );
}

function Value({ loss, used, parts }: PerplexityProps & { readonly used: UsedProbabilities }) {
  const { target, evaluation } = parts;
  const { ignoreIndex, dtype } = evaluation.options;
  if (used.isFitting === false) return <FitNote used={used} parts={parts} />;
  if (target?.isAssumed) return <p class="muted">{batchStrings.fit.assumed}</p>;
  const found = target ? perplexityOf(used.logProbs, target.tensor, ignoreIndex) : null;
  if (!found) return <p class="muted">{batchStrings.fit.notIndices}</p>;
  if (found.count === 0) return <p class="muted">{strings.none}</p>;
  const other = otherOptions(loss, parts);
  return (
    <>
      <PerplexityNumbers {...found} format={(value) => formatNumber(value, dtype)} />
      <FitNote used={used} parts={parts} />
      {other.length > 0 && <p class="muted">{strings.otherLoss(other.join(', '))}</p>}
    </>
  );
}

/** The options by which the loss is another number than the mean of -log p(target). */
function otherOptions(loss: LossKey, { evaluation }: ReportParts): readonly string[] {
  const { weight, labelSmoothing, reduction } = evaluation.options;
  return [
    ...(weight ? [strings.weight] : []),
    ...(loss === 'crossEntropyLoss' && labelSmoothing > 0
      ? [`label_smoothing=${formatPlain(labelSmoothing)}`]
      : []),
    ...(reduction === 'mean' ? [] : [`reduction='${reduction}'`]),
  ];
}
