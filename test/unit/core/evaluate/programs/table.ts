import { check } from './checker';
import type { Program } from './fixture';
import { judge, type Outcome } from './outcome';
import { panelShows } from './panel';
import { isSnippet, snippetShows } from './snippet';

export interface Judged {
  readonly program: Program;
  readonly outcome: Outcome;
}

export function judgePanel(programs: readonly Program[]): readonly Judged[] {
  return programs.map((program) => ({ program, outcome: judge(program, panelShows(program)) }));
}

export function judgeSnippets(programs: readonly Program[]): readonly Judged[] {
  return programs
    .filter(isSnippet)
    .map((program) => ({ program, outcome: judge(program, snippetShows(program)) }));
}

/** False errors and false alarms of the checker, as outcomes. */
export function judgeChecker(programs: readonly Program[]): readonly Judged[] {
  return programs.filter(isSnippet).map((program) => {
    const { falseErrors, falseAlarms } = check(program);
    const [reason = ''] = [...falseErrors.map((one) => `error: ${one}`), ...falseAlarms];
    return { program, outcome: { is: reason === '' ? 'right' : 'wrong', reason } };
  });
}

export function ofOutcome(judged: readonly Judged[], is: Outcome['is']): readonly Judged[] {
  return judged.filter(({ outcome }) => outcome.is === is);
}

/** The share that is right, of the programs that their text tells all of. */
export function shareRight(judged: readonly Judged[]): number {
  const followed = judged.filter(({ program }) => !program.isUnfollowed);
  return ofOutcome(followed, 'right').length / followed.length;
}

/** How often each reason is given, wherever it is, most often first. */
export function reasons(judged: readonly Judged[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of judged) {
    const reason = outcome.reason.replace(/line \d+/, 'line …');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${String(count).padStart(5)}  ${reason}`)
    .join('\n');
}

/** For each kind of step: right, not evaluated and wrong programs. */
export function byKind(judged: readonly Judged[]): string {
  const kinds = [...new Set(judged.flatMap(({ program }) => [...program.kinds, program.wrap]))].sort();
  const lines = kinds.map((kind) => {
    const of = judged.filter(({ program }) => program.kinds.includes(kind) || program.wrap === kind);
    const counts = (['right', 'notEvaluated', 'wrong'] as const).map((is) => ofOutcome(of, is).length);
    return kind.padEnd(32) + counts.map((count) => String(count).padStart(8)).join('');
  });
  return [`${'kind'.padEnd(32)}   right  not ev.   wrong`, ...lines].join('\n');
}
