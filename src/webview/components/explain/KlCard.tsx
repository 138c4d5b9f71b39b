import { useMemo } from 'preact/hooks';
import { formatNumber, klIdentity } from '../../../core';
import { explainStrings } from '../../strings/explain';
import type { ReportParts } from '../../view/reportParts';
import { valueDType } from '../../view/valueDType';
import { CodeBlock } from '../controls/ScrollRegion';

const strings = explainStrings.kl;

/** The third card: the divergence, and how it makes up the cross entropy with the entropy of the target. */
export function KlCard({ input, target, evaluation }: ReportParts) {
  const { options } = evaluation;
  const parts = useMemo(
    () => (target ? klIdentity(input.tensor, target.tensor, options) : null),
    [input.tensor, target?.tensor, options],
  );
  const number = (value: number) => formatNumber(value, valueDType(evaluation));
  return (
    <section class="answer kl-card" aria-labelledby="kl-answer">
      <h2 id="kl-answer">{strings.title}</h2>
      {!parts && <p class="muted">{strings.none}</p>}
      {parts && (
        <>
          <p class="value">{number(parts.mean.divergence)}</p>
          <p class="value-note">{strings.note}</p>
          <p>{strings.what}</p>
          <p class="kl-identity">
            <span class="kl-term">
              {number(parts.mean.crossEntropy)} <span class="muted">{strings.crossEntropy}</span>
            </span>
            <span>=</span>
            <span class="kl-term">
              {number(parts.mean.entropy)} <span class="muted">{strings.entropy}</span>
            </span>
            <span>+</span>
            <span class="kl-term">
              {number(parts.mean.divergence)} <span class="muted">{strings.divergence}</span>
            </span>
          </p>
          <IdentityBar {...parts.mean} />
          {parts.mean.entropy === 0 && <p class="muted">{strings.oneHot}</p>}
          {Number.isNaN(parts.mean.divergence) && !Number.isNaN(parts.mean.crossEntropy) && (
            <p>{strings.nan}</p>
          )}
          {parts.isWeightLeftOut && <p class="muted">{strings.weight}</p>}
          <CodeBlock label={strings.title} text={strings.call} />
        </>
      )}
    </section>
  );
}

/** The cross entropy as one bar of two parts. The numbers stand above it. */
function IdentityBar({ entropy, crossEntropy }: { entropy: number; crossEntropy: number }) {
  const share = crossEntropy > 0 ? Math.min(1, Math.max(0, entropy / crossEntropy)) : 0;
  return (
    <div class="identity-bar" aria-hidden="true">
      <span class="identity-entropy" style={{ width: `${(share * 100).toFixed(1)}%` }} />
      <span class="identity-divergence" style={{ width: `${((1 - share) * 100).toFixed(1)}%` }} />
    </div>
  );
}
