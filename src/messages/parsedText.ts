import * as v from 'valibot';
import type {
  LiteralForm,
  LiteralKeyword,
  LiteralOperation,
  LossCall,
  LossUsage,
  NotEvaluatedPlace,
  ParsedText,
  Problem,
  ProblemCode,
  Reading,
  TensorLiteral,
  TokenLogProb,
  TokenLogProbs,
} from '../core';
import { lossNames, lossOptionNames } from '../core';
import {
  finite,
  flag,
  integer,
  listOf,
  maybe,
  nullOr,
  number,
  objectOf,
  oneOf,
  range,
  rangeOf,
  type Schema,
  text,
  whole,
  wordOf,
} from './schema';
import { tensor } from './tensor';

export const problem = rangeOf<Problem>()({
  code: wordOf<ProblemCode>({
    ragged: true,
    elided: true,
    unclosed: true,
    'not-a-number': true,
    'too-deep': true,
    'size-constructor': true,
    'random-generator': true,
    'unsupported-operation': true,
    'bad-keyword': true,
    'no-tensor': true,
    'no-input': true,
    empty: true,
    'not-evaluated': true,
    'python-stops': true,
    cancelled: true,
  }),
  message: text,
});

export const lossName = oneOf(lossNames);

const operation = rangeOf<LiteralOperation>()({ name: text, dim: nullOr(integer) });

const literal = rangeOf<TensorLiteral>()({
  body: range,
  tensor,
  form: wordOf<LiteralForm>({
    list: true,
    constructor: true,
    printed: true,
    scalar: true,
    expression: true,
  }),
  callee: nullOr(text),
  name: nullOr(text),
  decimals: nullOr(integer),
  scientificDecimals: nullOr(integer),
  isDtypeWritten: flag,
  keywords: listOf(rangeOf<LiteralKeyword>()({ name: text, value: text })),
  gradFn: nullOr(text),
  requiresGrad: flag,
  columnNames: maybe(listOf(text)),
  rowRanges: maybe(listOf(range)),
  reading: maybe(
    objectOf<Reading>()({
      taken: text,
      others: listOf(objectOf<Reading['others'][number]>()({ id: text, label: text })),
    }),
  ),
  expression: maybe(objectOf<NonNullable<TensorLiteral['expression']>>()({ text, names: listOf(text) })),
  operations: listOf(operation),
});

const argument = rangeOf<LossCall['input']>()({
  literal: whole,
  tensor,
  operations: listOf(operation),
  requiresGrad: flag,
});

export const lossOption = oneOf(lossOptionNames);

export const notEvaluated = rangeOf<NotEvaluatedPlace>()({ message: text });

const call = rangeOf<LossCall>()({
  loss: lossName,
  input: argument,
  target: argument,
  weight: nullOr(argument),
  reduction: text,
  ignoreIndex: integer,
  labelSmoothing: finite,
  unknownOptions: listOf(lossOption),
  before: nullOr(notEvaluated),
  backward: nullOr(range),
});

const usage = objectOf<LossUsage>()({
  calls: listOf(call),
  constructorCalls: listOf(rangeOf<LossUsage['constructorCalls'][number]>()({ loss: lossName })),
  ingredients: listOf(whole),
  namesLoss: flag,
});

const emptyPart = rangeOf<ParsedText['empty'][number]>()({
  name: nullOr(text),
  shape: listOf(whole),
  role: nullOr(oneOf(['input', 'target'])),
});

const classList = rangeOf<ParsedText['classLists'][number]>()({ name: text, classNames: listOf(text) });

const tokenLogProbs = rangeOf<TokenLogProbs>()({
  tokens: listOf(
    rangeOf<TokenLogProb>()({
      token: nullOr(text),
      logProb: nullOr(number),
      numListed: whole,
      listedSum: number,
    }),
  ),
});

/** A text as it was read; the arguments of its calls are literals that it has. */
export const parsedText: Schema<ParsedText> = v.pipe(
  objectOf<ParsedText>()({
    literals: listOf(literal),
    problems: listOf(problem),
    usage,
    empty: listOf(emptyPart),
    classLists: listOf(classList),
    tokenLogProbs: listOf(tokenLogProbs),
  }),
  v.check(({ literals, usage: { calls } }) =>
    calls
      .flatMap(({ input, target, weight }) => [input, target, weight])
      .every((one) => one === null || one.literal < literals.length),
  ),
);
