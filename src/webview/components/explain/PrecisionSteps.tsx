import { formatNumber, type PrecisionResult } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { ClassValues } from './ClassValues';

const strings = explainStrings.precision;

interface PrecisionStepsProps {
  readonly result: PrecisionResult;
  readonly target: number;
  /** The classes with their names. */
  readonly nameOf: (klass: number) => string;
}

/** One route in one type, operation by operation, with what each loses. */
export function PrecisionSteps({ result, target, nameOf }: PrecisionStepsProps) {
  const { dtype, route, steps } = result;
  return (
    <section class="precision-steps">
      <h3>{strings.stepsOf(dtype, strings.routes[route])}</h3>
      <ol>
        {steps.map(({ operation, values, losses }) => (
          <li key={operation}>
            <code>{strings.operations[operation]}</code>
            {values.length === 1 ? (
              <span class="step-value">
                {formatNumber(values[0], dtype)}
                {losses[0] && <span class="value-loss">⚠ {strings.losses[losses[0]]}</span>}
              </span>
            ) : (
              <ClassValues
                label={`${strings.step}: ${strings.operations[operation]}`}
                values={values}
                target={target}
                dtype={dtype}
                nameOf={nameOf}
                noteOf={(klass) => {
                  const loss = losses[klass];
                  return loss && `⚠ ${strings.losses[loss]}`;
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
