import { oneLine } from '../../core';
import * as l10n from '../../core/l10n';

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
  const parts = [checkedFiles(reports.length), findings(numFindings)];
  if (partly > 0) parts.push(notFullyRead(partly));
  return parts.join(', ');
}

/** A line for the log. */
export function formatReport({ path, numFindings, notRead }: FileReport): string {
  const isWhole = notRead.length === 0;
  const parts = [
    isWhole ? l10n.t('read {0}', oneLine(path)) : l10n.t('not fully read {0}', oneLine(path)),
    ...(numFindings === 0 ? [] : [findings(numFindings)]),
    ...(isWhole ? [] : [notRead.join('; ')]),
  ];
  return parts.join(': ');
}

function checkedFiles(count: number): string {
  return count === 1 ? l10n.t('Checked 1 file') : l10n.t('Checked {0} files', count);
}

function findings(count: number): string {
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

function notFullyRead(count: number): string {
  return count === 1 ? l10n.t('1 file not fully read') : l10n.t('{0} files not fully read', count);
}
