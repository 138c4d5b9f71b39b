import type { Finding, Severity } from './finding';
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

const rules: readonly Rule[] = [
  legacyKeywords,
  lossConstructorCall,
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

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Everything that the rules find about an evaluated pair, the gravest first. */
export function diagnose(context: RuleContext): readonly Finding[] {
  return rules
    .flatMap((rule) => rule(context))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
