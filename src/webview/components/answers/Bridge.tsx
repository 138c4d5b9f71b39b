import { formatOutput } from '../../../core';
import { strings } from '../../strings';
import { explainStrings } from '../../strings/explain';
import type { ReportParts } from '../../view/reportParts';
import { SampleChooser } from '../explain/SampleChooser';

/** What joins the two cards: the sample that both show, and how each loss comes from the other. */
export function Bridge(parts: ReportParts) {
  const { losses, view, store } = parts;
  const { output } = losses.crossEntropyLoss;
  const same = losses.nllLossOfLogSoftmax.output;
  return (
    <div class="bridge">
      <SampleChooser {...parts} />
      <span class="bridge-links">
        <button type="button" class="link" onClick={() => store.look({ tab: 'steps' })}>
          {strings.tabs.steps}
        </button>
        <button
          type="button"
          class="link"
          aria-expanded={view.isKlShown}
          onClick={() => store.look({ isKlShown: !view.isKlShown })}
        >
          {view.isKlShown ? explainStrings.kl.hide : explainStrings.kl.show}
        </button>
      </span>
      {output && same && (
        <p class="bridge-equation">
          <code>NLLLoss(log_softmax(x))</code> = {formatOutput(same)}
          {formatOutput(same) === formatOutput(output) ? (
            <>
              {' '}
              = <code>CrossEntropyLoss(x)</code>
            </>
          ) : (
            <>
              {' '}
              ≠ <code>CrossEntropyLoss(x)</code> = {formatOutput(output)}
            </>
          )}
        </p>
      )}
    </div>
  );
}
