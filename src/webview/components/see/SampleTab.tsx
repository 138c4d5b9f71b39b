import { useState } from 'preact/hooks';
import { lossKeys, shownLosses } from '../../../core';
import { seeStrings } from '../../strings/see';
import { classLabel } from '../../view/classLabel';
import { keyOfCall } from '../../view/keyOfCall';
import type { ReportParts } from '../../view/reportParts';
import { sampleLoss, sampleViewOf } from '../../view/see/sampleView';
import { LabelledChoice } from '../controls/LabelledChoice';
import { Bars } from './Bars';
import { Curve } from './Curve';
import { SampleLine } from './SampleLine';

const strings = seeStrings.sample;

/** One sample: its distribution, where the gradient pulls, and its loss over the target's value. */
export function SampleTab(parts: ReportParts) {
  const [loss, setLoss] = useState(() => keyOfCall(parts.evaluation));
  const shown = sampleViewOf(parts);
  if (!shown) return <p class="muted">{strings.noTarget}</p>;
  const own = sampleLoss(loss, shown.tensors, parts);
  const error = parts.losses[loss].error;
  return (
    <div class="sample-view">
      <div class="sample-head">
        <LabelledChoice
          label={strings.gradientOf}
          value={loss}
          choices={lossKeys}
          nameOf={(choice) => shownLosses[choice].name}
          onChange={setLoss}
        />
        <SampleLine {...parts} />
      </div>
      {shown.isIgnored && <p>{strings.ignored(String(shown.tensors.target.data[0]))}</p>}
      {!shown.isIgnored && shown.target === null && <p>{strings.noTarget}</p>}
      {shown.hasProbabilities && (
        <p class="muted">{strings.softTarget(classLabel(parts.evaluation, shown.target ?? 0))}</p>
      )}
      {!own && error && <p>{strings.refused(shownLosses[loss].name, error.message)}</p>}
      <Bars shown={shown} own={own} parts={parts} />
      <p class="muted">
        {strings.bars} {strings.arrows} {loss === 'nllLoss' ? strings.nllOnly : strings.ceAll}
      </p>
      {shown.target !== null && <Curve shown={shown} target={shown.target} loss={loss} parts={parts} />}
    </div>
  );
}
