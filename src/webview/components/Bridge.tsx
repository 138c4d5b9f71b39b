import { isFloatingPoint, type LossResult } from '../../core';
import { strings } from '../strings';
import { bridgeSteps } from '../view/bridgeSteps';
import { compareLosses } from '../view/compareLosses';
import { formatOutput } from '../view/formatOutput';
import type { ReportParts } from '../view/reportParts';
import { labelOf, targetOf } from '../view/samples';
import { BridgeTable } from './BridgeTable';

/** Shows that NLLLoss of log_softmax is CrossEntropyLoss, with the numbers of the selected sample. */
export function Bridge(props: ReportParts) {
  const { evaluation, input, target, samples, sample } = props;
  const { losses } = evaluation;
  if (!losses || samples.count === 0) return null;
  const klass = targetOf(samples, target?.tensor, sample)?.klass ?? null;
  const row = Float64Array.from(
    { length: samples.numClasses },
    (_, c) => input.tensor.data[samples.offsetOf(sample, c)],
  );
  const steps = bridgeSteps(row, klass);
  const label = labelOf(samples, sample);
  return (
    <section class="bridge" aria-labelledby="bridge-title">
      <h2 id="bridge-title">{strings.bridge.title}</h2>
      <p>{strings.bridge.lead}</p>
      <h3>{label === '' ? strings.bridge.sampleOnly : strings.bridge.sample(label)}</h3>
      {steps ? (
        <BridgeTable
          steps={steps}
          numClasses={samples.numClasses}
          target={klass}
          dtype={isFloatingPoint(input.tensor.dtype) ? input.tensor.dtype : 'float32'}
        />
      ) : (
        <p class="muted">{strings.bridge.noSteps}</p>
      )}
      <Equation left={losses.nllLossOfLogSoftmax} right={losses.crossEntropyLoss} {...props} />
    </section>
  );
}

function Equation(props: ReportParts & { left: LossResult; right: LossResult }) {
  const { left, right, evaluation, target, samples } = props;
  const { bridge } = strings;
  const isProbabilities =
    target !== undefined &&
    target.tensor.data.length === samples.count * samples.numClasses &&
    samples.numClasses > 1;
  if (!left.output || !right.output) {
    return isProbabilities ? <p class="muted">{bridge.probabilities}</p> : null;
  }
  const relation = compareLosses(left.output, right.output);
  return (
    <>
      <p class="equation">
        <span>
          <code>{bridge.left}</code>
          <strong>{formatOutput(left.output)}</strong>
        </span>
        <span class="relation">{bridge[relation]}</span>
        <span>
          <code>{bridge.right}</code>
          <strong>{formatOutput(right.output)}</strong>
        </span>
      </p>
      {relation === 'almost' && <p class="muted">{bridge.rounded}</p>}
      {relation === 'different' && evaluation.options.labelSmoothing > 0 && <p>{bridge.smoothing}</p>}
    </>
  );
}
