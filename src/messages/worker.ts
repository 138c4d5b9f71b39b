import * as v from 'valibot';
import { type Colour, colourKinds } from '../core';
import { evaluateOptions } from './evaluateOptions';
import { evaluation } from './evaluation';
import { parsedText } from './parsedText';
import { isOf, listOf, messageOf, nullOr, oneOf, range, rangeOf, type Schema, text } from './schema';
import { snippetResult } from './snippetResult';
import { float64Array } from './typedArrays';

/** A worker to its page, one for each request and in their order: the value, or an exception's message. */
function answerOf<T>(value: Schema<T>): Schema<Answer<T>> {
  return v.union([messageOf({ value }), messageOf({ failure: text })]) as Schema<Answer<T>>;
}

export type Answer<T> = { readonly value: T } | { readonly failure: string };

/**
 * The panel's page to its worker: `parsed` is null where it is that of the request before. `spare` are arrays of an
 * earlier answer that the page is done with, to be filled again.
 */
const evaluateRequest = messageOf({
  parsed: nullOr(parsedText),
  options: evaluateOptions,
  spare: listOf(float64Array),
});

export type EvaluateRequest = v.InferOutput<typeof evaluateRequest>;

export const isEvaluateRequest = isOf<EvaluateRequest>(evaluateRequest);

export const isEvaluateAnswer = isOf(answerOf(evaluation));

/** A Python text to evaluate, see `SnippetSource`: the snippet's page to its worker. */
const snippetRequest = messageOf({ text, selection: nullOr(range) });

export type SnippetRequest = v.InferOutput<typeof snippetRequest>;

export const isSnippetRequest = isOf<SnippetRequest>(snippetRequest);

/** One evaluation of a snippet: of the text as it is, or with corrections made. */
const stage = messageOf({
  text,
  selection: nullOr(range),
  colours: listOf(rangeOf<Colour>()({ kind: oneOf(colourKinds) })),
  result: snippetResult,
});

export type Stage = v.InferOutput<typeof stage>;

/** The text as it is comes first, so there is always one. */
const stages = v.pipe(
  listOf<Stage>(stage),
  v.check(({ length }) => length > 0),
);

export const isSnippetAnswer = isOf(answerOf(stages));
