import type {
  LineNote,
  ShownValue,
  SnippetEdit,
  SnippetError,
  SnippetFix,
  SnippetLoss,
  SnippetResult,
  SnippetStep,
  SnippetTensor,
  Unevaluated,
} from '../core';
import { lossName, lossOption } from './parsedText';
import {
  flag,
  integer,
  listOf,
  maybe,
  nullOr,
  number,
  objectOf,
  range,
  rangeOf,
  text,
  whole,
  wordOf,
} from './schema';
import { tensor } from './tensor';

export const snippetEdit = rangeOf<SnippetEdit>()({ text });

const shownValue = objectOf<ShownValue>()({
  text,
  tensor: nullOr(tensor),
  requiresGrad: flag,
  gradFn: nullOr(text),
});

const step = rangeOf<SnippetStep>()({
  line: whole,
  bound: listOf(
    objectOf<SnippetStep['bound'][number]>()({ name: text, value: shownValue, origin: nullOr(range) }),
  ),
  value: nullOr(shownValue),
  printed: listOf(text),
});

const error = rangeOf<SnippetError>()({
  type: text,
  message: text,
  line: whole,
  fix: nullOr(objectOf<SnippetFix>()({ title: text, edits: listOf(snippetEdit) })),
});

const lossTensor = rangeOf<SnippetTensor>()({
  origin: range,
  steps: listOf(rangeOf<SnippetTensor['steps'][number]>()({ name: text, dim: nullOr(integer) })),
  ingredients: listOf(range),
  tensor,
  requiresGrad: flag,
  gradFn: nullOr(text),
});

const unevaluated = rangeOf<Unevaluated>()({ line: whole, message: text });

const note = rangeOf<LineNote>()({ line: whole, message: text });

const loss = rangeOf<SnippetLoss>()({
  loss: lossName,
  line: whole,
  input: lossTensor,
  target: lossTensor,
  reduction: text,
  ignoreIndex: number,
  labelSmoothing: number,
  weight: nullOr(lossTensor),
  unknownOptions: listOf(lossOption),
  before: nullOr(unevaluated),
  backward: nullOr(range),
});

/** What running a snippet gave, as a worker answers it. */
export const snippetResult = objectOf<SnippetResult>()({
  printed: listOf(text),
  error: maybe(error),
  steps: listOf(step),
  unevaluated: listOf(unevaluated),
  notes: listOf(note),
  losses: listOf(loss),
  numLossesAfterStop: whole,
  constructorCalls: listOf(rangeOf<SnippetResult['constructorCalls'][number]>()({ loss: lossName })),
  lossFailures: listOf(
    rangeOf<SnippetResult['lossFailures'][number]>()({ loss: lossName, line: whole, message: text }),
  ),
  endedBy: nullOr(
    wordOf<NonNullable<SnippetResult['endedBy']>>({ steps: true, elements: true, cancelled: true }),
  ),
});
