import type { SnippetReport } from '../store';
import { strings } from '../strings';
import { shownLine } from './shownLine';

/** What becomes of a snippet, in one sentence. */
export function outcomeOf({ source, stages }: Pick<SnippetReport, 'source' | 'stages'>): string {
  const [{ result }] = stages;
  const { summary } = strings;
  if (result.error)
    return summary.stops(shownLine(source, result.error.line) ?? result.error.line, result.error.type);
  if (result.endedBy !== null) return summary.ended[result.endedBy];
  if (result.unevaluated.length > 0) return summary.runsWithout(numberOfLines(result.unevaluated));
  const isSilent = result.steps.every(
    (step) => step.bound.length === 0 && step.printed.length === 0 && step.value === null,
  );
  return isSilent ? `${summary.runs} ${summary.nothing}` : summary.runs;
}

function numberOfLines(places: readonly { readonly line: number }[]): number {
  return new Set(places.map(({ line }) => line)).size;
}
