import {
  type Evaluation,
  formatOutput,
  formatShape,
  kindOfInput,
  type LossKey,
  lossKeys,
  type PairPlace,
  shortLossNames,
  shownLosses,
  type Verdict,
  verdictIn,
} from '../../core';
import * as l10n from '../../core/l10n';

/** Only what needs a look is marked. */
const marks: Readonly<Record<Verdict, string>> = { right: '', harmless: '', doubtful: ' ?', wrong: ' ✗' };

/**
 * `CE 0.4071 · NLL -1.6000 ✗`, and whether PyTorch refuses the code as it is, or what is empty; null where the values
 * are not those of the code.
 */
export function shortOutcome(evaluation: Evaluation): string | null {
  return outcome(evaluation, (loss) => shortLossNames[loss]);
}

/** `CrossEntropyLoss 0.4071 · NLLLoss -1.6000 ✗`; null where the values are not those of the code. */
export function longOutcome(evaluation: Evaluation): string | null {
  return outcome(evaluation, (loss) => shownLosses[loss].name);
}

/** ` (1/3)` behind the outcome of the first of several calls that a loop makes there. */
export function timesText({ numCalls }: PairPlace): string {
  return numCalls > 1 ? ` (1/${numCalls})` : '';
}

/** What the pair is, for a tooltip: `logits (2, 3) · looks like logits`, `labels (2)`. */
export function pairText({ tensors }: Evaluation): string {
  return tensors
    .filter(({ role }) => role !== 'other')
    .map((one) => {
      const what = `${one.name ?? one.role} ${formatShape(one.tensor.shape)}`;
      return one.role === 'input' ? `${what}: ${l10n.t('looks like {0}', kindOfInput(one))}` : what;
    })
    .join(' · ');
}

/** What is empty, so that there is nothing to evaluate. */
export function emptyMessages({ problems }: Evaluation): readonly string[] {
  return problems.filter(({ code }) => code === 'empty').map(({ message }) => message);
}

function outcome(evaluation: Evaluation, nameOf: (loss: LossKey) => string): string | null {
  const { losses, tensors, notTheCalls, findings, calledLoss } = evaluation;
  const empty = emptyMessages(evaluation);
  if (empty.length > 0) return empty.join(' · ');
  const input = tensors.find(({ role }) => role === 'input');
  if (!losses || !input || notTheCalls !== null) return null;
  const values = lossKeys.map((loss) => {
    const { output } = losses[loss];
    const value = output ? formatOutput(output) : l10n.t('no value');
    return `${nameOf(loss)} ${value}${marks[verdictIn(loss, input, evaluation)]}`;
  });
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const refused = calledLoss === null ? l10n.t('PyTorch refuses this') : l10n.t('PyTorch stops here');
  return [...values, ...(isRefused ? [refused] : [])].join(' · ');
}
