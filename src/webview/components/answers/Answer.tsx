import {
  type Evaluation,
  isBeforeCall,
  kindLabels,
  kindOfInput,
  type LossKey,
  shownLosses,
  type TorchError,
  verdictIn,
} from '../../../core';
import { strings } from '../../strings';
import type { ReportParts } from '../../view/reportParts';
import type { CardView } from '../../view/see/cardView';
import { CardFormula } from './CardFormula';
import { GradientBars } from './GradientBars';
import { LossValue } from './LossValue';

export interface AnswerProps extends ReportParts {
  readonly loss: LossKey;
  readonly card: CardView;
}

/** One loss: its value, whether the input fits, and formula and gradient of the chosen sample. */
export function Answer(props: AnswerProps) {
  const { loss, losses, evaluation } = props;
  const { error } = losses[loss];
  const { name } = shownLosses[loss];
  const titleId = `${loss}-answer`;
  return (
    <section class="answer" aria-labelledby={titleId}>
      <h2 id={titleId}>
        {name}
        {evaluation.calledLoss === name && <CalledBadge {...props} />}
      </h2>
      <LossValue {...props} />
      <div class="answer-verdict">
        <VerdictLine {...props} />
        {error && <TorchErrorBlock error={error} isTold={isTold(error, evaluation)} />}
      </div>
      <CardFormula {...props} />
      <GradientBars {...props} />
    </section>
  );
}

/** Marks the loss that the code calls; on numbers before a line that is not evaluated it says so. */
function CalledBadge({ evaluation, before }: ReportParts) {
  const isBefore = isBeforeCall(evaluation);
  const { notTheCalls, loss } = strings;
  return (
    <span
      class={isBefore ? 'badge badge-warning' : 'badge'}
      title={isBefore ? notTheCalls.badgeTitle : loss.calledHereTitle}
    >
      {isBefore ? notTheCalls.badge(before) : loss.calledHere}
    </span>
  );
}

function VerdictLine({ loss, input, evaluation }: ReportParts & { loss: LossKey }) {
  const isBefore = isBeforeCall(evaluation);
  const verdict = verdictIn(loss, input, evaluation);
  const { marks, markNames } = strings.loss;
  const isOther = evaluation.calledLoss !== null && evaluation.calledLoss !== shownLosses[loss].name;
  const words = isOther ? strings.loss.otherVerdict : strings.loss.verdict;
  return (
    <p class={`verdict verdict-${verdict}${isOther ? ' is-other' : ''}`}>
      <span class="verdict-mark" role="img" aria-label={markNames[verdict]}>
        {marks[verdict]}
      </span>
      {isBefore
        ? strings.notTheCalls.verdict(kindLabels[shownLosses[loss].input])
        : words(kindLabels[shownLosses[loss].input], kindOfInput(input))}
    </p>
  );
}

interface TorchErrorProps {
  readonly error: TorchError;
  /** True where a finding has PyTorch's words already. */
  readonly isTold: boolean;
}

function TorchErrorBlock({ error, isTold }: TorchErrorProps) {
  return (
    <div class="torch-error">
      <p>
        <strong>{strings.loss.stops}</strong>
      </p>
      {!isTold && <code>{`${error.type}: ${error.message}`}</code>}
      {error.correction !== null && (
        <p>
          {strings.loss.correction} <code>{error.correction}</code>
        </p>
      )}
    </div>
  );
}

function isTold({ message }: TorchError, { findings }: Evaluation): boolean {
  return findings.some((finding) => finding.message.includes(message));
}
