import { castTensor, kindLabels, type LossKey, type LossResult, shownLosses } from '../../../core';
import { strings } from '../../strings';
import { explainValue } from '../../view/explainValue';
import { formatOutput } from '../../view/formatOutput';
import { formatPlain } from '../../view/formatPlain';
import type { ReportParts } from '../../view/reportParts';
import { kindOfInput, verdictOf } from '../../view/verdict';
import { CodeBlock } from '../controls/ScrollRegion';

/** One loss: its value, and the verdict on the input. */
export function Answer(props: ReportParts & { readonly loss: LossKey }) {
  const { loss, losses, evaluation } = props;
  const result = losses[loss];
  const name = shownLosses[loss].name;
  const titleId = `${loss}-answer`;
  return (
    <section class="answer" aria-labelledby={titleId}>
      <h2 id={titleId}>
        {name}
        {evaluation.calledLoss === name && <CalledBadge {...props} />}
      </h2>
      <LossValue result={result} {...props} />
      <VerdictLine {...props} />
      {result.error && <TorchErrorBlock error={result.error} />}
    </section>
  );
}

/** Marks the loss that the code calls; on numbers before a line that is not evaluated it says so. */
function CalledBadge({ evaluation, beforeLine }: ReportParts) {
  const isBefore = (evaluation.notTheCalls?.before ?? null) !== null;
  const { notTheCalls, loss } = strings;
  return (
    <span
      class={isBefore ? 'badge badge-warning' : 'badge'}
      title={isBefore ? notTheCalls.badgeTitle : loss.calledHereTitle}
    >
      {isBefore ? notTheCalls.badge(beforeLine) : loss.calledHere}
    </span>
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

function VerdictLine({ loss, input, evaluation }: ReportParts & { loss: LossKey }) {
  const isBefore = (evaluation.notTheCalls?.before ?? null) !== null;
  const verdict = isBefore ? 'doubtful' : verdictOf(loss, input);
  const { marks, markNames } = strings.loss;
  return (
    <p class={`verdict verdict-${verdict}`}>
      <span class="verdict-mark" role="img" aria-label={markNames[verdict]}>
        {marks[verdict]}
      </span>
      {isBefore
        ? strings.notTheCalls.verdict(kindLabels[shownLosses[loss].input])
        : strings.loss.verdict(kindLabels[shownLosses[loss].input], kindOfInput(input))}
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
