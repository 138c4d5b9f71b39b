import {
  type EvaluatedTensor,
  type Evaluation,
  type LossKey,
  lossKeys,
  shownLosses,
  verdictIn,
} from '../../core';
import { strings } from '../strings';
import { tensorOf } from './samples';

/**
 * Where nothing was found, to which loss the input fits, so that a verdict on the other one is not taken for a fault of
 * the code. Null where that is not known, or where it fits neither.
 */
export function fitSentence(evaluation: Evaluation): string | null {
  const { calledLoss, findings, tensors } = evaluation;
  const input = tensorOf(tensors, 'input');
  if (!input || findings.length > 0) return null;
  const [fitting, others] = [true, false].map((fits) =>
    lossKeys.filter((loss) => fitsTo(loss, input, evaluation) === fits),
  );
  const isWrong = others.length === 1 && verdictIn(others[0], input, evaluation) === 'wrong';
  const other = isWrong ? shownLosses[others[0]].name : null;
  if (calledLoss === null) {
    return fitting.length === 1 && other ? strings.findings.fit(shownLosses[fitting[0]].name, other) : null;
  }
  if (!fitting.some((loss) => shownLosses[loss].name === calledLoss)) return null;
  return strings.findings.callFits(callOf(evaluation), other);
}

function fitsTo(loss: LossKey, input: EvaluatedTensor, evaluation: Evaluation): boolean {
  const verdict = verdictIn(loss, input, evaluation);
  return verdict === 'right' || verdict === 'harmless';
}

/** `CrossEntropyLoss(logits, labels)`, or the loss alone where they have no names. */
function callOf({ calledLoss, tensors }: Evaluation): string {
  const names = (['input', 'target'] as const).map((role) => tensorOf(tensors, role)?.name ?? null);
  return names.includes(null) ? `${calledLoss}` : `${calledLoss}(${names.join(', ')})`;
}
