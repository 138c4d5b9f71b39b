import * as v from 'valibot';
import {
  type Accuracy,
  type BatchFacts,
  type ClassFacts,
  type Confidence,
  type Confusion,
  type Description,
  type EvaluatedTensor,
  type Evaluation,
  type Evidence,
  type Finding,
  findingCodes,
  type Kind,
  kindLabels,
  type LossResult,
  mendings,
  type NotTheCalls,
  type OptionOrigin,
  type Pair,
  type Reduction,
  type RowSizes,
  type Severity,
  type TopCounts,
  type TorchError,
  type UsedOptions,
} from '../core';
import { role } from './evaluateOptions';
import { lossName, lossOption, notEvaluated, problem } from './parsedText';
import {
  flag,
  integer,
  listOf,
  maybe,
  nullOr,
  number,
  objectOf,
  oneOf,
  rangeOf,
  type Schema,
  text,
  whole,
  wordOf,
} from './schema';
import { dtype, tensor } from './tensor';
import { float64Array, uint8Array } from './typedArrays';

const kind = oneOf(Object.keys(kindLabels) as Kind[]);

const evidence = objectOf<Evidence>()({
  row: nullOr(whole),
  quantity: text,
  value: text,
  limit: text,
  isMet: flag,
  says: text,
});

const description: Schema<Description> = v.pipe(
  objectOf<Description>()({
    kind,
    confidence: wordOf<Confidence>({ certain: true, high: true, low: true }),
    dim: whole,
    passingDims: listOf(whole),
    numRows: whole,
    rowKind: uint8Array,
    rowKinds: listOf(kind),
    rowSum: float64Array,
    rowLogSumExp: float64Array,
    tolerance: number,
    evidence: listOf(evidence),
    checks: listOf(text),
  }),
  v.check(({ numRows, rowKind, rowSum, rowLogSumExp }) =>
    [rowKind, rowSum, rowLogSumExp].every(({ length }) => length === numRows),
  ),
);

const evaluatedTensor = rangeOf<EvaluatedTensor>()({
  tensor,
  unedited: tensor,
  role,
  roleReason: text,
  name: nullOr(text),
  literal: nullOr(whole),
  description,
  isAssumed: flag,
});

const lossResult = objectOf<LossResult>()({
  output: nullOr(tensor),
  gradInput: nullOr(tensor),
  perSample: nullOr(tensor),
  totalWeight: number,
  error: maybe(
    objectOf<TorchError>()({
      type: wordOf<TorchError['type']>({
        RuntimeError: true,
        ValueError: true,
        IndexError: true,
        TypeError: true,
        NotImplementedError: true,
      }),
      message: text,
      correction: nullOr(text),
    }),
  ),
});

const rowSizes = objectOf<RowSizes>()({ norms: float64Array, peaks: float64Array });

/** Arrays of equal lengths are not held against each other: a worker of the same build made them. */
const accuracy = objectOf<Accuracy>()({
  target: float64Array,
  targetKind: wordOf<Accuracy['targetKind']>({ indices: true, probabilities: true }),
  ignoredCount: whole,
  top: objectOf<TopCounts>()({ hits: float64Array, ties: float64Array }),
  classes: objectOf<ClassFacts>()({
    support: float64Array,
    correct: float64Array,
    meanLoss: objectOf<ClassFacts['meanLoss']>()({
      crossEntropyLoss: nullOr(float64Array),
      nllLoss: nullOr(float64Array),
    }),
  }),
  confusion: objectOf<Confusion>()({ target: float64Array, predicted: float64Array, count: float64Array }),
});

const batch = objectOf<BatchFacts>()({
  predicted: nullOr(float64Array),
  accuracy: nullOr(accuracy),
  gradients: objectOf<BatchFacts['gradients']>()({
    crossEntropyLoss: nullOr(rowSizes),
    nllLoss: nullOr(rowSizes),
  }),
});

const origin = wordOf<OptionOrigin>({ default: true, inferred: true, text: true, user: true, unknown: true });

/** Any text: what PyTorch does not know, or only of KLDivLoss, is used as it is written, and its errors say so. */
const writtenReduction = text as Schema<Reduction>;

const usedOptions = objectOf<UsedOptions>()({
  reduction: writtenReduction,
  ignoreIndex: number,
  labelSmoothing: number,
  weight: nullOr(tensor),
  dtype,
  origin: objectOf<UsedOptions['origin']>()({
    reduction: origin,
    ignoreIndex: origin,
    labelSmoothing: origin,
    weight: origin,
    dtype: origin,
  }),
});

const finding = rangeOf<Finding>()({
  code: oneOf(findingCodes),
  severity: wordOf<Severity>({ error: true, warning: true, information: true, hint: true }),
  message: text,
  evidence: listOf(evidence),
  consequence: text,
  fix: text,
  fixCode: nullOr(text),
  mending: maybe(oneOf(mendings)),
});

/** Everything about one pair, as a worker answers it. */
export const evaluation = objectOf<Evaluation>()({
  tensors: listOf(evaluatedTensor),
  losses: nullOr(
    objectOf<NonNullable<Evaluation['losses']>>()({
      crossEntropyLoss: lossResult,
      nllLoss: lossResult,
      nllLossOfLogSoftmax: objectOf<Pick<LossResult, 'output'>>()({ output: nullOr(tensor) }),
    }),
  ),
  logProbs: nullOr(tensor),
  classNames: nullOr(listOf(text)),
  classSources: listOf(
    rangeOf<Evaluation['classSources'][number]>()({ name: nullOr(text), classNames: listOf(text) }),
  ),
  classSource: nullOr(whole),
  batch: nullOr(batch),
  options: usedOptions,
  calledLoss: nullOr(lossName),
  notTheCalls: nullOr(
    objectOf<NotTheCalls>()({ before: nullOr(notEvaluated), unknownOptions: listOf(lossOption) }),
  ),
  findings: listOf(finding),
  problems: listOf(problem),
  checks: listOf(text),
  pairs: listOf(
    rangeOf<Pair>()({ input: whole, target: nullOr(whole), weight: nullOr(whole), call: nullOr(whole) }),
  ),
  pair: integer,
});
