import { useState } from 'preact/hooks';
import { seeStrings } from '../../strings/see';
import type { ReportParts } from '../../view/reportParts';
import { sampleLoss, sampleViewOf } from '../../view/see/sampleView';
import { type LossKey, lossNames } from '../../view/verdict';
import { Segmented } from '../controls/Segmented';
import { SampleChooser } from '../explain/SampleChooser';
import { Bars } from './Bars';
import { Curve } from './Curve';

const strings = seeStrings.sample;

/** One sample: its distribution, where the gradient pulls, and its loss over the target's value. */
export function SampleTab(parts: ReportParts) {
  const [loss, setLoss] = useState<LossKey>(
    parts.evaluation.calledLoss === 'NLLLoss' ? 'nllLoss' : 'crossEntropyLoss',
  );
  const shown = sampleViewOf(parts);
  if (!shown) return <p class="muted">{strings.noTarget}</p>;
  const own = sampleLoss(loss, shown.tensors, parts);
  const error = parts.losses[loss].error;
  return (
    <div class="sample-view">
      <div class="sample-head">
        <SampleChooser {...parts} />
        <div class="gradient-choice">
          <span>{strings.gradientOf}</span>
          <Segmented
            label={strings.gradientOf}
            value={loss}
            choices={['crossEntropyLoss', 'nllLoss']}
            nameOf={(choice) => lossNames[choice]}
            onChange={setLoss}
          />
        </div>
      </div>
      {shown.isIgnored && <p>{strings.ignored(String(shown.tensors.target.data[0]))}</p>}
      {!shown.isIgnored && shown.target === null && <p>{strings.noTarget}</p>}
      {shown.hasProbabilities && <p class="muted">{strings.softTarget(String(shown.target))}</p>}
      {!own && error && <p>{strings.refused(lossNames[loss], error.message)}</p>}
      <Bars shown={shown} own={own} parts={parts} />
      <p class="muted">
        {strings.bars} {strings.arrows} {loss === 'nllLoss' ? strings.nllOnly : strings.ceAll}
      </p>
      {shown.target !== null && <Curve shown={shown} target={shown.target} loss={loss} parts={parts} />}
    </div>
  );
}
