import { strings } from '../strings';
import type { ReportParts } from '../view/reportParts';
import { type LossKey, lossNames } from '../view/verdict';
import { GradientTable } from './GradientTable';
import { LossFormula } from './LossFormula';
import { SampleTable } from './SampleTable';

/** How a loss comes about: formula, losses and gradients of the samples. */
export function LossCard(props: ReportParts & { readonly loss: LossKey }) {
  const { loss, losses, samples } = props;
  const { perSample, gradInput } = losses[loss];
  const titleId = `${loss}-title`;
  const hasSamples = samples.count > 0;
  return (
    <section class="card" aria-labelledby={titleId}>
      <h2 id={titleId}>{strings.loss.inDetail(lossNames[loss])}</h2>
      {perSample && hasSamples && (
        <>
          <LossFormula {...props} />
          <SampleTable perSample={perSample} {...props} />
        </>
      )}
      {gradInput && hasSamples && <GradientTable gradInput={gradInput} {...props} />}
      {!(perSample && hasSamples) && <p class="muted">{strings.loss.noDetail}</p>}
    </section>
  );
}
