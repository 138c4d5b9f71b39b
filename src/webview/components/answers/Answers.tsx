import { explainStrings } from '../../strings/explain';
import type { ReportParts } from '../../view/reportParts';
import { KlCard } from '../explain/KlCard';
import { Answer } from './Answer';

/** The answer at a glance: both losses side by side at any width, and the divergence on demand. */
export function Answers(parts: ReportParts) {
  const { view, store } = parts;
  return (
    <>
      <div class="answers">
        <Answer loss="crossEntropyLoss" {...parts} />
        <Answer loss="nllLoss" {...parts} />
        {view.isKlShown && <KlCard {...parts} />}
      </div>
      <p>
        <button
          type="button"
          class="link"
          aria-expanded={view.isKlShown}
          onClick={() => store.look({ isKlShown: !view.isKlShown })}
        >
          {view.isKlShown ? explainStrings.kl.hide : explainStrings.kl.show}
        </button>
      </p>
    </>
  );
}
