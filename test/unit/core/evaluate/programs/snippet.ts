import {
  crossEntropyLoss,
  nllLoss,
  type Reduction,
  runSnippet,
  type SnippetLoss,
  type SnippetResult,
} from '../../../../../src/core';
import type { Program } from './fixture';
import type { Shown, ShownLoss } from './outcome';

/** Prompts and fences are taken off before a snippet runs. */
export function isSnippet({ wrap }: Program): boolean {
  return wrap === 'none' || wrap === 'crlf' || wrap === 'tabs';
}

/** What Run Snippet shows. */
export function snippetShows({ text }: Program): Shown {
  const result = runSnippet(text);
  const { unevaluated, error, endedBy } = result;
  // Numbers from before a statement that is not evaluated are said to be those.
  const losses = result.losses.filter(({ before, unknownOptions }) => !before && unknownOptions.length === 0);
  const limits = endedBy === null ? [] : [{ line: 1, message: `a limit: ${endedBy}` }];
  return {
    losses: losses.map((loss) => shownLoss(loss, loss === losses.at(-1) ? result : null)),
    notEvaluated: [...unevaluated, ...limits],
    error: error ?? null,
  };
}

/** `last` is the run when the loss is its last one, which may be what stopped it. */
function shownLoss(snippetLoss: SnippetLoss, last: SnippetResult | null): ShownLoss {
  const { line, loss, input, target, weight, ignoreIndex, labelSmoothing } = snippetLoss;
  const reduction = snippetLoss.reduction as Reduction;
  const options = { weight: weight?.tensor ?? null, ignoreIndex, reduction };
  const result =
    loss === 'NLLLoss'
      ? nllLoss(input.tensor, target.tensor, options)
      : crossEntropyLoss(input.tensor, target.tensor, { ...options, labelSmoothing });
  const isLast = last?.error && last.error.line === line;
  const error = result.error && isLast ? last.error : (result.error ?? null);
  return { line, loss, input: input.tensor, target: target.tensor, output: result.output, error };
}
