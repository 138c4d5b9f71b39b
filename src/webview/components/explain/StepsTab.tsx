import { useMemo } from 'preact/hooks';
import { formatOutput, lossKeys, lossSteps, shownLosses } from '../../../core';
import { explainStrings } from '../../strings/explain';
import type { ReportParts } from '../../view/reportParts';
import { Foldable } from '../controls/Foldable';
import { LossFormula } from './LossFormula';
import { Reduction } from './Reduction';
import { StepDetail } from './StepDetail';
import { StepList } from './StepList';

const strings = explainStrings.steps;

/** The computation of both losses as a debugger would show it: one step at a time, side by side. */
export function StepsTab(parts: ReportParts) {
  const { input, target, evaluation, losses, sample, view, store } = parts;
  const steps = useMemo(
    () =>
      target
        ? lossSteps({
            input: input.tensor,
            target: target.tensor,
            options: evaluation.options,
            sample,
            ...losses,
          })
        : [],
    [evaluation, sample],
  );
  const step = Math.min(view.step, steps.length - 1);
  if (steps.length === 0) return <p class="muted">{strings.none}</p>;
  return (
    <div class="steps">
      <StepList steps={steps} step={step} onStep={(next) => store.look({ step: next })} />
      <StepDetail step={steps[step]} parts={parts} />
      {step === steps.length - 1 && <End {...parts} />}
      <Reduction {...parts} />
      <Foldable part="formulas" class="formulas-part" store={store}>
        <summary>{strings.formulas}</summary>
        <div class="columns">
          {lossKeys.map((loss) => (
            <section key={loss} class="card">
              <h3>{shownLosses[loss].name}</h3>
              <LossFormula loss={loss} {...parts} />
            </section>
          ))}
        </div>
      </Foldable>
    </div>
  );
}

/** Relative difference that comes from another order of float64 operations. */
const roundOff = 1e-6;

/** Both results, whether they are the same, and why where that is known. */
function End({ losses, input, evaluation }: ReportParts) {
  const { crossEntropyLoss, nllLoss } = losses;
  if (!crossEntropyLoss.output || !nllLoss.output) return null;
  const [ce, nll] = [formatOutput(crossEntropyLoss.output), formatOutput(nllLoss.output)];
  const other = nllLoss.output.data;
  const isEqual = crossEntropyLoss.output.data.every(
    (value, i) =>
      Object.is(value, other[i]) || Math.abs(value - other[i]) <= roundOff * Math.max(1, Math.abs(value)),
  );
  const isLogProbs = input.description.kind === 'log-probabilities';
  const why = isLogProbs
    ? isEqual
      ? strings.equal
      : evaluation.options.labelSmoothing > 0 && strings.smoothing
    : !isEqual && strings.different;
  return (
    <section class="steps-end">
      <h3>{strings.end}</h3>
      <p class="equation">
        <span>
          <code>{shownLosses.crossEntropyLoss.name}</code>
          <strong>{ce}</strong>
        </span>
        <span class="relation">{isEqual ? '=' : '≠'}</span>
        <span>
          <code>{shownLosses.nllLoss.name}</code>
          <strong>{nll}</strong>
        </span>
      </p>
      {why && <p>{why}</p>}
    </section>
  );
}
