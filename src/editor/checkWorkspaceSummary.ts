/** What became of one file in a check of the workspace. */
export interface FileReport {
  /** Relative to the workspace. */
  readonly path: string;
  readonly numFindings: number;
  /** What was not read of it; empty when it was read from end to end. */
  readonly notRead: readonly string[];
}

/** "Checked 42 files, 3 findings, 1 file not fully read" */
export function formatSummary(reports: readonly FileReport[]): string {
  const numFindings = reports.reduce((sum, one) => sum + one.numFindings, 0);
  const partly = reports.filter(({ notRead }) => notRead.length > 0).length;
  const parts = [`Checked ${count(reports.length, 'file')}`, count(numFindings, 'finding')];
  if (partly > 0) parts.push(`${count(partly, 'file')} not fully read`);
  return parts.join(', ');
}

/** A line for the log. */
export function formatReport({ path, numFindings, notRead }: FileReport): string {
  const findings = numFindings === 0 ? '' : `: ${count(numFindings, 'finding')}`;
  return notRead.length === 0
    ? `read ${path}${findings}`
    : `not fully read ${path}${findings}: ${notRead.join('; ')}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
