import type { LossOptionName } from '../python/torch/tensor/lossInputs';
import type { Finding, FindingCode, Severity } from './finding';
import type { Rule, RuleContext } from './rule';
import { legacyKeywords, lossConstructorCall, noGradToBackward } from './rules/codeAround';
import { doubleSoftmax } from './rules/doubleSoftmax';
import { allTargetsIgnored, ignoredClassInSoftmax } from './rules/ignoredTargets';
import { logSoftmaxToCe } from './rules/logSoftmaxToCe';
import { notFinite } from './rules/notFinite';
import { notLogProbs } from './rules/notLogProbs';
import { singleClass } from './rules/singleClass';
import { softmaxDim } from './rules/softmaxDim';
import { torchErrors } from './rules/torchErrors';
import { unstableLogSoftmax } from './rules/unstableLogSoftmax';

/** Rules that look at the text alone. */
const textRules: readonly Rule[] = [legacyKeywords, lossConstructorCall];

const valueRules: readonly Rule[] = [
  torchErrors,
  noGradToBackward,
  notLogProbs,
  doubleSoftmax,
  softmaxDim,
  singleClass,
  allTargetsIgnored,
  notFinite,
  unstableLogSoftmax,
  ignoredClassInSoftmax,
  logSoftmaxToCe,
];

/** Findings that another value of an option may take back. */
const dependsOn: Readonly<Partial<Record<LossOptionName, readonly FindingCode[]>>> = {
  ignore_index: ['target-out-of-range', 'all-targets-ignored', 'ignored-class-in-softmax'],
};

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * Everything that the rules find about an evaluated pair, the gravest first. Numbers that are not those of the call, for
 * something that is not evaluated comes between, say nothing of it.
 */
export function diagnose(context: RuleContext): readonly Finding[] {
  const rules = context.call?.before ? textRules : [...textRules, ...valueRules];
  const { call } = context;
  const isOpen = ({ code }: Finding) =>
    call?.unknownOptions.some((option) => dependsOn[option]?.includes(code));
  return rules
    .flatMap((rule) => rule(context))
    .filter((finding) => !isOpen(finding))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
