import { useId, useState } from 'preact/hooks';
import type { Accuracy } from '../../../core';
import { predictionStrings } from '../../strings/predictions';
import { countText, percentText } from '../../view/countText';
import type { ReportParts } from '../../view/reportParts';

const strings = predictionStrings.accuracy;

/** The k of a top-k accuracy before another one is chosen. */
const usualK = 5;

/** How often the model was right, of the samples that count. */
export function AccuracyLine({ evaluation, input, target }: ReportParts) {
  const accuracy = evaluation.batch?.accuracy ?? null;
  if (!accuracy) return <p class="muted">{target?.isAssumed ? strings.noTarget : strings.refused}</p>;
  const count = accuracy.target.length - accuracy.ignoredCount;
  const notes = [
    accuracy.ignoredCount > 0 && strings.ignored(accuracy.ignoredCount, countText(accuracy.ignoredCount)),
    accuracy.targetKind === 'probabilities' && strings.probabilities,
    input.description.kind === 'negated-log-probabilities' && strings.negated,
  ].filter((note) => note !== false);
  if (count === 0) return <p class="muted">{strings.allIgnored}</p>;
  return (
    <div class="accuracy">
      <p class="accuracy-part" title={strings.titleOf}>
        {strings.title} <strong>{percentText(accuracy.top.hits[0], count)}</strong>{' '}
        <span class="muted">{strings.samples(countText(accuracy.top.hits[0]), countText(count))}</span>
      </p>
      {accuracy.top.hits.length > 2 && <TopAccuracy accuracy={accuracy} count={count} />}
      {notes.length > 0 && <p class="muted accuracy-notes">{notes.join(' ')}</p>}
    </div>
  );
}

/** Top-k accuracy, with its k to choose. */
function TopAccuracy({ accuracy, count }: { accuracy: Accuracy; count: number }) {
  const id = useId();
  const { hits, ties } = accuracy.top;
  const [chosen, setChosen] = useState<number | null>(null);
  const most = hits.length;
  const k = Math.min(most, chosen ?? (most > usualK ? usualK : 2));
  return (
    <>
      <p class="accuracy-part">
        <label for={id} title={strings.topOf}>
          {strings.top}
        </label>
        <input
          id={id}
          class="vscode-textfield"
          type="number"
          min={1}
          max={most}
          value={k}
          title={strings.topOf}
          onInput={({ currentTarget: { valueAsNumber: typed } }) => {
            if (Number.isInteger(typed) && typed >= 1 && typed <= most) setChosen(typed);
          }}
        />
        <strong>{percentText(hits[k - 1], count)}</strong>{' '}
        <span class="muted">{strings.samples(countText(hits[k - 1]), countText(count))}</span>
      </p>
      {k > 1 && ties[k - 1] > 0 && (
        <p class="muted accuracy-notes">{strings.ties(ties[k - 1], countText(ties[k - 1]))}</p>
      )}
    </>
  );
}
