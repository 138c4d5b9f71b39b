import { type Program, readPrograms } from '../unit/core/evaluate/programs/fixture';
import {
  byKind,
  type Judged,
  judgeChecker,
  judgePanel,
  judgeSnippets,
  ofOutcome,
  reasons,
  shareRight,
} from '../unit/core/evaluate/programs/table';

const judges: Readonly<Record<string, (programs: readonly Program[]) => readonly Judged[]>> = {
  panel: judgePanel,
  snippet: judgeSnippets,
  checker: judgeChecker,
};

/** What `program_report.mjs` prints: the counts of one part of the product, or its programs of one outcome. */
export function report(part: string, path?: string, is?: Judged['outcome']['is'], pattern = ''): string {
  const judged = judges[part](readPrograms(path));
  if (is) {
    const wanted = ofOutcome(judged, is).filter(({ program, outcome }) =>
      `${outcome.reason} ${program.kinds.join(' ')} ${program.wrap}`.includes(pattern),
    );
    return wanted
      .map(
        ({ program, outcome }) => `--- ${program.kinds.join(', ')}\n${program.text}\n>>> ${outcome.reason}`,
      )
      .join('\n');
  }
  const counts = (['right', 'notEvaluated', 'wrong'] as const).map((one) => ofOutcome(judged, one));
  const [, refused, wrong] = counts;
  return [
    `${part}: ${judged.length} programs, ${counts.map(({ length }) => length).join(' / ')} right / not evaluated / wrong, ${(100 * shareRight(judged)).toFixed(1)} % right of those that their text tells all of`,
    byKind(judged),
    `not evaluated:\n${reasons(refused.filter(({ program }) => !program.isUnfollowed))}`,
    `wrong:\n${reasons(wrong)}`,
  ].join('\n\n');
}
