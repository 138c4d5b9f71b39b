import { useMemo } from 'preact/hooks';
import { formula, type LossKey, shownLosses } from '../../../core';
import { strings } from '../../strings';
import type { ReportParts } from '../../view/reportParts';
import { labelOf } from '../../view/samples';
import { Formula } from './Formula';

/** The formula in general, with the selected sample's numbers, and for the whole batch. */
export function LossFormula({
  loss,
  losses,
  evaluation,
  input,
  origin,
  target,
  samples,
  sample,
}: ReportParts & { loss: LossKey }) {
  const { options } = evaluation;
  const result = losses[loss];
  const tex = useMemo(
    () => target && formula({ loss, input: input.tensor, target: target.tensor, options, sample, result }),
    [loss, input.tensor, target?.tensor, options, sample, result],
  );
  if (!tex) return null;
  const label = labelOf(samples, sample);
  const substituted = label === '' ? strings.loss.withNumbersOnly : strings.loss.withNumbers(label);
  return (
    <div class="formulas">
      <h3>{strings.loss.formula}</h3>
      <Formula tex={tex.general} label={strings.loss.formulaRegion(shownLosses[loss].name)} />
      <h3>{substituted}</h3>
      {origin && (
        <p>
          {strings.loss.inputIs(input.name ?? 'input')} <code>{origin.expression}</code>
        </p>
      )}
      <Formula tex={tex.substituted} label={substituted} />
      <h3>{strings.loss.reduced}</h3>
      <Formula tex={tex.reduced} label={strings.loss.reduced} />
    </div>
  );
}
