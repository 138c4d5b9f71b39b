import { kindOfInput, type LossKey, shownLosses } from '../../../core';
import { batchStrings } from '../../strings/batch';
import type { UsedProbabilities } from '../../view/batch/usedProbabilities';
import type { ReportParts } from '../../view/reportParts';

const strings = batchStrings.fit;

interface FitNoteProps {
  readonly used: UsedProbabilities;
  readonly parts: ReportParts;
}

/** Why the input has no probabilities of the model, or under which condition it has; nothing where it fits. */
export function FitNote({ used, parts }: FitNoteProps) {
  const { code, isFitting, fittingLoss } = used;
  if (isFitting) return null;
  const say = isFitting === false ? strings.wrong : strings.open;
  return (
    <p class="muted">
      {say(kindOfInput(parts.input), code)} {fittingLoss && strings.other(nameOf(fittingLoss))}
    </p>
  );
}

function nameOf(loss: LossKey): string {
  return shownLosses[loss].name;
}
