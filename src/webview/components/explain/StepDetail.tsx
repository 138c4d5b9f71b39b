import { formatNumber, type LossKey, type LossStep, type LossStepSide, shownLosses } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { classLabel } from '../../view/classLabel';
import type { ReportParts } from '../../view/reportParts';
import { sampleViewOf } from '../../view/see/sampleView';
import { valueDType } from '../../view/valueDType';
import { ClassValues } from './ClassValues';
import { Formula } from './Formula';

const strings = explainStrings.steps;

interface StepDetailProps {
  readonly step: LossStep;
  readonly parts: ReportParts;
}

/** One step: why it is made, and for each loss its formula with the present numbers and what comes out. */
export function StepDetail({ step, parts }: StepDetailProps) {
  const { crossEntropyLoss, nllLoss, id } = step;
  const dtype = valueDType(parts.evaluation);
  const target = sampleViewOf(parts)?.target ?? null;
  const side = (loss: LossKey, one: LossStepSide) => (
    <>
      {one.tex !== one.texWithNumbers && id !== 'input' && (
        <Formula tex={one.tex} label={strings.formulaOf(shownLosses[loss].name, strings.names[id])} />
      )}
      <Formula
        tex={one.texWithNumbers}
        label={strings.numbersOf(shownLosses[loss].name, strings.names[id])}
      />
      {typeof one.value === 'number' ? (
        <p class="step-value">{formatNumber(one.value, dtype)}</p>
      ) : (
        <ClassValues
          label={strings.perClass(shownLosses[loss].name, strings.names[id])}
          values={one.value}
          target={target}
          dtype={dtype}
          nameOf={(klass) => classLabel(parts.evaluation, klass)}
        />
      )}
    </>
  );
  return (
    <section class="step-detail" aria-label={strings.names[id]}>
      <h3>{strings.names[id]}</h3>
      <p>{strings.why[id]}</p>
      <div class="step-sides">
        <div class="step-side">
          <h4>{shownLosses.crossEntropyLoss.name}</h4>
          {crossEntropyLoss ? side('crossEntropyLoss', crossEntropyLoss) : <p class="muted">–</p>}
        </div>
        <div class="step-side">
          <h4>{shownLosses.nllLoss.name}</h4>
          {nllLoss ? side('nllLoss', nllLoss) : <p class="muted">{strings.nothing}</p>}
        </div>
      </div>
    </section>
  );
}
