import * as l10n from '../../../l10n';
import { isActivated } from '../values/tensorValue';
import type { Single } from '../values/value';
import { floatClassIndices } from './floatClassIndices';
import { bceLogitsSigmoid } from './inputs/bceLogitsSigmoid';
import { ceDecisions } from './inputs/ceDecisions';
import { ceDoubleSoftmax } from './inputs/ceDoubleSoftmax';
import { ceLogSoftmax } from './inputs/ceLogSoftmax';
import { ctcNotLogProbs } from './inputs/ctcNotLogProbs';
import { integerInput } from './inputs/integerInput';
import { klNotLogProbs } from './inputs/klNotLogProbs';
import { logSoftmaxOfProbs } from './inputs/logSoftmaxOfProbs';
import { lossNoShift } from './inputs/lossNoShift';
import { nllNotLogProbs } from './inputs/nllNotLogProbs';
import type { LossUse } from './lossUse';
import { oneHotTarget } from './oneHotTarget';
import type { InputRule, TargetRule, Verdict } from './rule';

/** The first that applies to a loss counts. */
const inputRules: readonly InputRule[] = [
  ...integerInput,
  ceDecisions,
  ...logSoftmaxOfProbs,
  nllNotLogProbs,
  ceDoubleSoftmax,
  ceLogSoftmax,
  lossNoShift,
  klNotLogProbs,
  ...bceLogitsSigmoid,
  ctcNotLogProbs,
];

/** The first that applies counts. */
const targetRules: readonly TargetRule[] = [oneHotTarget, floatClassIndices];

/** A verdict, and the rule that can mend it. */
export interface Judgement<Rule> {
  readonly verdict: Verdict;
  readonly rule: Rule;
}

/** What an input of a loss is wrong for; null when nothing is, or it is not known. */
export function judgeInput(
  use: LossUse,
  input: Single,
  targets: readonly Single[],
): Judgement<InputRule> | null {
  if (input.type !== 'tensor' || (isActivated(input) && input.isJoined)) return null;
  const rules = inputRules.filter(({ loss }) => loss === use.loss.name);
  const found = firstOf(rules, (rule) => rule.judge(use, input, targets));
  return found && isActivated(input) && input.isLikely ? { ...found, verdict: unsure(found.verdict) } : found;
}

/** What is so in nearly all programs is told as such, and never as a warning. */
function unsure(verdict: Verdict): Verdict {
  return {
    ...verdict,
    severity: verdict.severity === 'hint' ? 'hint' : 'information',
    message: l10n.t(
      '{0} This is likely, not certain: what they are multiplied by is not known.',
      verdict.message,
    ),
  };
}

/** What a target of a loss is wrong for; null when nothing is, or it is not known. */
export function judgeTarget(use: LossUse, input: Single, target: Single): Judgement<TargetRule> | null {
  if (target.type !== 'tensor' || !use.loss.targets.includes('class-indices')) return null;
  const x = input.type === 'tensor' ? input : null;
  return firstOf(targetRules, (rule) => rule.judge(use, x, target));
}

function firstOf<Rule>(
  rules: readonly Rule[],
  judge: (rule: Rule) => Verdict | null,
): Judgement<Rule> | null {
  for (const rule of rules) {
    const verdict = judge(rule);
    if (verdict) return { verdict, rule };
  }
  return null;
}
