import { diagnose } from '../diagnosis/diagnose';
import type { EvaluatedTensor, UsedOptions } from '../diagnosis/evaluatedPair';
import * as l10n from '../l10n';
import { batchFacts } from '../loss/batch/batchFacts';
import { crossEntropyLoss } from '../loss/crossEntropyLoss';
import { floatDTypeOf } from '../loss/logSoftmax';
import { lossKeys } from '../loss/lossKeys';
import { nllLoss, nllLossOutput } from '../loss/nllLoss';
import type { Problem } from '../problem';
import type { LossCall } from '../python/lossUsage';
import { freshArray, type NewArray } from '../tensor/newArray';
import { classSources, editedNames, usedClassSource } from './classNames';
import type { EvaluateOptions, Evaluation, NotTheCalls, ParsedText } from './evaluation';
import { assumedTarget } from './pairs/assumedTarget';
import { choosePair } from './pairs/choosePair';
import { emptyProblems } from './pairs/emptyParts';
import { findPairs } from './pairs/findPairs';
import { type InferredRole, inferRoles } from './pairs/inferRoles';
import { PairTensors } from './pairs/pairTensors';
import { usedOptions } from './usedOptions';

/**
 * Evaluates one input/target pair of a text with both losses: what was taken for what, values and gradients,
 * and every finding. Input and weight are rounded to their dtype first, as PyTorch would hold them; the losses
 * are computed in float64. Without a target the argmax of each row stands in, marked as assumed; of empty tensors that
 * no loss is called with, and that have no value, there is nothing. `newArray` gives the arrays of the input's size.
 */
export function evaluateParsed(
  parsed: ParsedText,
  options: EvaluateOptions = {},
  newArray: NewArray = freshArray,
): Evaluation {
  const roles = inferRoles(parsed.literals);
  const pairs = findPairs(parsed.literals, parsed.usage, roles);
  const index = Math.min(options.pair ?? 0, Math.max(0, pairs.length - 1));
  const chosen = choosePair(pairs[index], options.roles);
  const call = chosen.call === null ? null : parsed.usage.calls[chosen.call];
  const tensors = new PairTensors(parsed, options, roles, chosen, call, newArray);
  const { all } = tensors;
  const input = tensors.partOf(chosen.input);
  const used = usedOptions(
    options,
    call,
    tensors.partOf(chosen.weight)?.tensor ?? null,
    input?.tensor.dtype ?? 'float32',
    chosen.input !== null && parsed.literals[chosen.input].isDtypeWritten,
  );
  const rest = {
    options: used,
    calledLoss: call?.loss ?? null,
    notTheCalls: notTheCalls(call, used),
    pairs,
    pair: index,
  };
  const without = (missing: readonly Problem[]): Evaluation => ({
    tensors: all,
    ...nothing,
    problems: [...parsed.problems, ...(tensors.problems.length > 0 ? tensors.problems : missing)],
    ...rest,
  });
  if (input === null || chosen.input === null) {
    const empty = emptyProblems(parsed.empty, 'input', []);
    return without(empty.length > 0 ? empty : missingInput(parsed, roles));
  }
  const given = tensors.givenTarget(input);
  const empty = emptyProblems(parsed.empty, given ? null : 'target', given ? [input, given] : [input]);
  if (!given && empty.length > 0) return without(empty);
  const target = given ?? assumedTarget(input);
  const losses = evaluateLosses(input, target, used, newArray);
  const isValue = lossKeys.some((loss) => losses.results[loss].output !== null);
  if (empty.length > 0 && call === null && !isValue) return without(empty);
  const findings = diagnose({
    input,
    inputLiteral: parsed.literals[chosen.input],
    inputOperations: tensors.operationsOf(chosen.input),
    target,
    targetLiteral: chosen.target === null ? null : parsed.literals[chosen.target],
    options: used,
    ...losses.results,
    call,
    usage: parsed.usage,
  });
  const parts = [input, target, tensors.partOf(chosen.weight)].filter((part) => part !== null);
  return {
    tensors: [...parts, ...all.filter((tensor) => tensor.role === 'other')],
    losses: losses.results,
    logProbs: losses.logProbs,
    ...classNaming(parsed, input, chosen.input, options, call),
    batch: batchFacts(input.tensor, target.isAssumed ? null : target.tensor, used, losses.results),
    findings,
    problems: [...parsed.problems, ...tensors.problems],
    checks: call?.before ? [] : checksOf(input, target, call),
    ...rest,
  };
}

/** Of a text without an input. */
const nothing = {
  losses: null,
  logProbs: null,
  classNames: null,
  classSources: [],
  classSource: null,
  batch: null,
  findings: [],
  checks: [],
} as const;

/** What the classes are called. The header of a table is no longer that of what reaches a call. */
function classNaming(
  { literals, classLists }: ParsedText,
  input: EvaluatedTensor,
  literal: number,
  options: EvaluateOptions,
  call: LossCall | null,
): Pick<Evaluation, 'classNames' | 'classSources' | 'classSource'> {
  const found = classSources(literals[literal], input, classLists);
  const sources = call ? found.filter(({ name }) => name !== null) : found;
  const classSource = usedClassSource(sources, options.classSource);
  const names = classSource === null ? null : sources[classSource].classNames;
  const classNames = names && editedNames(names, input, options.edits?.[literal]);
  return { classNames, classSources: sources, classSource };
}

/** What is not known of a call, the options aside that the user has set since. */
function notTheCalls(call: LossCall | null, { origin }: UsedOptions): NotTheCalls | null {
  const keys = {
    reduction: 'reduction',
    ignore_index: 'ignoreIndex',
    label_smoothing: 'labelSmoothing',
    weight: 'weight',
  } as const;
  const unknownOptions = (call?.unknownOptions ?? []).filter((option) => origin[keys[option]] === 'unknown');
  const before = call?.before ?? null;
  return before || unknownOptions.length > 0 ? { before, unknownOptions } : null;
}

function evaluateLosses(
  { tensor: input }: EvaluatedTensor,
  { tensor: target }: EvaluatedTensor,
  options: UsedOptions,
  newArray: NewArray,
) {
  const logProbs = { data: newArray(input.data.length), shape: input.shape, dtype: floatDTypeOf(input) };
  return {
    logProbs,
    results: {
      crossEntropyLoss: crossEntropyLoss(input, target, options, newArray, logProbs.data),
      nllLoss: nllLoss(input, target, options, newArray),
      nllLossOfLogSoftmax: { output: nllLossOutput(logProbs, target, options) },
    },
  };
}

function missingInput(
  { literals, problems, tokenLogProbs }: ParsedText,
  roles: readonly InferredRole[],
): readonly Problem[] {
  // What could not be read may be the input, and log-probabilities of tokens need none.
  if (problems.length > 0 || tokenLogProbs.length > 0) return [];
  if (literals.length === 0) {
    const message = l10n.t('expected a tensor, such as [[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]], but found none');
    return [{ code: 'no-tensor', message, from: 0, to: 0 }];
  }
  const { from, to } = literals[0];
  const message = roles.some(({ role }) => role === 'target')
    ? l10n.t('expected an input (logits or log-probabilities), but found only what looks like a target')
    : l10n.t('expected an input (logits or log-probabilities), but found only losses and metrics');
  return [{ code: 'no-input', message, from, to }];
}

function checksOf(input: EvaluatedTensor, target: EvaluatedTensor, call: LossCall | null): readonly string[] {
  return [
    ...input.description.checks,
    ...(target.isAssumed ? [] : [l10n.t('dtype, shape and range of the target as PyTorch checks them')]),
    l10n.t('ignore_index, nan and inf'),
    ...(call ? [l10n.t('constructor, softmax dim and backward() in the code')] : []),
  ];
}
