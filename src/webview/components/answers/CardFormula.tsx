import { useMemo } from 'preact/hooks';
import { type LossKey, shortFormula, shownLosses } from '../../../core';
import { strings } from '../../strings';
import type { ReportParts } from '../../view/reportParts';
import { Formula } from '../explain/Formula';

/** The formula of a loss, in general and with the numbers of the chosen sample. */
export function CardFormula({ loss, evaluation, input, target, sample }: ReportParts & { loss: LossKey }) {
  const { options } = evaluation;
  const tex = useMemo(
    () => target && shortFormula({ loss, input: input.tensor, target: target.tensor, options, sample }),
    [loss, input.tensor, target?.tensor, options, sample],
  );
  const { name } = shownLosses[loss];
  return (
    <div class="answer-formula">
      {tex && (
        <>
          <Formula isShort tex={tex.general} label={strings.loss.formulaRegion(name)} />
          <Formula isShort tex={tex.substituted} label={strings.loss.numbersRegion(name)} />
        </>
      )}
    </div>
  );
}
