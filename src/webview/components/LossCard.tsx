import { castTensor, type EvaluatedTensor, type Evaluation, kindLabels, type LossResult } from '../../core';
import type { Store } from '../store';
import { strings } from '../strings';
import { explainValue } from '../view/explainValue';
import { formatOutput } from '../view/formatOutput';
import { formatPlain } from '../view/formatPlain';
import type { Samples } from '../view/samples';
import { expectedKind, type LossKey, verdictOf } from '../view/verdict';
import { GradientTable } from './GradientTable';
import { LossFormula } from './LossFormula';
import { SampleTable } from './SampleTable';
import { CodeBlock } from './ScrollRegion';

/** What every part of a report is drawn from. */
export interface ReportParts {
  readonly evaluation: Evaluation;
  readonly input: EvaluatedTensor;
  readonly target: EvaluatedTensor | undefined;
  readonly samples: Samples;
  /** The selected sample, flat. */
  readonly sample: number;
  readonly store: Store;
}

export const lossNames = { crossEntropyLoss: 'CrossEntropyLoss', nllLoss: 'NLLLoss' } as const;

/** One loss: value, verdict on the input, formula, losses and gradients of the samples. */
export function LossCard(props: ReportParts & { readonly loss: LossKey }) {
  const { loss, evaluation, samples } = props;
  const result = evaluation.losses?.[loss];
  if (!result) return null;
  const name = lossNames[loss];
  const titleId = `${loss}-title`;
  return (
    <section class="card" aria-labelledby={titleId}>
      <h2 id={titleId}>
        {name}
        {evaluation.calledLoss === name && (
          <span class="badge" title={strings.loss.calledHereTitle}>
            {strings.loss.calledHere}
          </span>
        )}
      </h2>
      <LossValue result={result} {...props} />
      <VerdictLine {...props} />
      {result.error && <TorchErrorBlock error={result.error} />}
      {result.perSample && samples.count > 0 && (
        <>
          <LossFormula {...props} />
          <SampleTable perSample={result.perSample} {...props} />
        </>
      )}
      {result.gradInput && samples.count > 0 && <GradientTable gradInput={result.gradInput} {...props} />}
    </section>
  );
}

function LossValue({ result, input, target, evaluation }: ReportParts & { result: LossResult }) {
  const { output } = result;
  if (!output) return <p class="value is-missing">{strings.loss.noValue}</p>;
  const isScalar = output.shape.length === 0;
  const held = castTensor(output, output.dtype).data[0];
  const why = isScalar ? explainValue(held, result, input.tensor, target?.tensor, evaluation.options) : null;
  return (
    <>
      <p class={isScalar ? 'value' : 'value is-list'}>{formatOutput(output)}</p>
      <p class="value-note">
        {isScalar && Number.isFinite(held) && <>{strings.loss.full(formatPlain(held), output.dtype)} · </>}
        <code>{strings.loss.value(evaluation.options.reduction)}</code>
      </p>
      {why !== null && <p class="value-why">{why}</p>}
    </>
  );
}

function VerdictLine({ loss, input }: ReportParts & { loss: LossKey }) {
  const { kind } = input.description;
  const verdict = verdictOf(loss, kind);
  const { marks, markNames } = strings.loss;
  return (
    <p class={`verdict verdict-${verdict}`}>
      <span class="verdict-mark" role="img" aria-label={markNames[verdict]}>
        {marks[verdict]}
      </span>
      {strings.loss.verdict(kindLabels[expectedKind[loss]], kindLabels[kind])}
    </p>
  );
}

function TorchErrorBlock({ error }: { error: NonNullable<LossResult['error']> }) {
  return (
    <div class="torch-error">
      <p>
        <strong>{strings.loss.stops}</strong>
      </p>
      <CodeBlock label={strings.loss.stops} text={`${error.type}: ${error.message}`} />
      {error.correction !== null && (
        <p>
          {strings.loss.correction} <code>{error.correction}</code>
        </p>
      )}
    </div>
  );
}
