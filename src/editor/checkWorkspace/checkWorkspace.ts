import * as vscode from 'vscode';
import { keyOf, longestText, programOfFile, type SourceProgram } from '../../document/pythonPrograms';
import type { WorkspaceFiles } from '../../document/workspaceFiles';
import { findCheckedFiles } from '../checkedFiles';
import { showProblemsCommand } from '../commandNames';
import { type CodeDiagnostics, openPrograms } from '../diagnostics/codeDiagnostics';
import { type CheckedProgram, type OpenPrograms, ProgramChecker } from '../diagnostics/programChecker';
import { shownFindings } from '../diagnostics/shownFindings';
import { topPrograms } from '../diagnostics/topPrograms';
import { excludedGlobs } from '../excludedFiles';
import { noticeText } from '../noticeText';
import { inform } from '../say';
import { severityOf } from '../settings';
import { checkedCodes } from './checkedCodes';
import { type FileReport, formatReport, formatSummary } from './summary';

/** What came of the last check of the workspace. */
export interface WorkspaceCheck {
  readonly isCancelled: boolean;
  /** What the user was told. */
  readonly message: string;
  /** One for each file; none when it was cancelled. */
  readonly reports: readonly FileReport[];
}

/** Files that are read at the same time: one by one, each waits for the way to the disk and back. */
const readAtOnce = 32;

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

/** A file that is to be checked, or why it cannot be. */
interface Candidate {
  readonly path: string;
  readonly source: SourceProgram | null;
  readonly problem: string;
}

interface Checked extends Candidate {
  /** What could not be read or followed of it. */
  readonly notRead: readonly string[];
}

/** How far a check has come. */
interface Run {
  readonly done: readonly Checked[];
  /** Those that no other one imports: what a file does with values of which nothing is known matters in these alone. */
  readonly programs: readonly CheckedProgram[];
  readonly numFiles: number;
  readonly isCancelled: boolean;
}

/** The command that checks all Python files and notebooks of the workspace. */
export class CheckWorkspace {
  last: WorkspaceCheck | null = null;

  constructor(
    private readonly diagnostics: CodeDiagnostics,
    private readonly files: WorkspaceFiles,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Checks with progress in a notification. Other extensions may give a token to cancel it. */
  readonly run = async (given?: unknown): Promise<void> => {
    const checked = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Loss Lens: checking the workspace'),
        cancellable: true,
      },
      (progress, token) => this.check(progress, () => token.isCancellationRequested || hasStopped(given)),
    );
    await this.finish(checked);
  };

  private async check(progress: Progress, isStopped: () => boolean): Promise<Run> {
    const open = openPrograms();
    const candidates: Candidate[] = [];
    const uris = await findCheckedFiles(isStopped);
    if (!uris) return { done: [], programs: [], numFiles: 0, isCancelled: true };
    const keys = new Set(uris.map(keyOf));
    const checker = new ProgramChecker(this.files, async () => keys);
    const cancelled: Run = { done: [], programs: [], numFiles: uris.length, isCancelled: true };
    const step = 50 / Math.max(1, uris.length);
    for (let from = 0; from < uris.length; from += readAtOnce) {
      if (await isInterrupted(isStopped)) return cancelled;
      const some = uris.slice(from, from + readAtOnce);
      for (const candidate of await Promise.all(some.map((uri) => this.read(uri, open)))) {
        progress.report({ message: noticeText(candidate.path), increment: step });
        candidates.push(candidate);
      }
    }
    const sources = candidates.flatMap(({ source }) => source ?? []);
    const loaded = await checker.load(sources, open, isStopped);
    if (!loaded) return cancelled;
    const programs: CheckedProgram[] = [];
    const tops = topPrograms(loaded, loaded);
    for (const top of tops) {
      if (await isInterrupted(isStopped)) return { ...cancelled, done: doneOf(candidates, programs) };
      const message = noticeText(vscode.workspace.asRelativePath(top.source.uri));
      progress.report({ message, increment: 50 / tops.length });
      const checked = await checker.follow(top, isStopped);
      if (!checked) return { ...cancelled, done: doneOf(candidates, programs) };
      programs.push(checked);
    }
    return { ...cancelled, done: doneOf(candidates, programs), programs, isCancelled: false };
  }

  private async read(uri: vscode.Uri, open: OpenPrograms): Promise<Candidate> {
    const path = vscode.workspace.asRelativePath(uri);
    const shown = open.get(keyOf(uri));
    if (shown) return { path, source: shown, problem: '' };
    const file = await this.files.read(uri);
    if (!file) return { path, source: null, problem: vscode.l10n.t('it is gone') };
    if ('problem' in file) return { path, source: null, problem: file.problem };
    try {
      const source = programOfFile(uri, file.text);
      const isTooLong = source.program.text.length > longestText;
      return { path, source: isTooLong ? null : source, problem: isTooLong ? vscode.l10n.t('too long') : '' };
    } catch (error) {
      return { path, source: null, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Shows what was found, or drops it all when the check was cancelled. */
  private async finish({ done, programs, numFiles, isCancelled }: Run): Promise<void> {
    // What was read stays in the checker as far as it is needed; thousands of texts need not stay here.
    this.files.forgetTexts();
    if (isCancelled) {
      const message = vscode.l10n.t(
        'Check cancelled after {0} of {1} files; what it found was dropped',
        done.length,
        numFiles,
      );
      this.tell({ isCancelled, message, reports: [] });
      return;
    }
    await this.diagnostics.adopt(programs);
    const reports = reportsOf(done, programs);
    this.logReports(reports);
    this.tell({ isCancelled, message: formatSummary(reports), reports });
    if (reports.some(({ numFindings }) => numFindings > 0)) {
      await vscode.commands.executeCommand(showProblemsCommand, { preserveFocus: true });
    }
  }

  private logReports(reports: readonly FileReport[]): void {
    const ran = checkedCodes.filter((code) => severityOf({ code, severity: 'warning' }, null) !== 'off');
    for (const report of reports) this.log.info(formatReport(report));
    const globs = excludedGlobs().join(', ');
    this.log.info(
      globs === ''
        ? vscode.l10n.t('nothing is excluded by lossLens.exclude')
        : vscode.l10n.t('excluded by lossLens.exclude: {0}', globs),
    );
    this.log.info(vscode.l10n.t('checks that ran: {0}', ran.join(', ')));
    this.log.info(
      vscode.l10n.t('Findings in notebooks are at the top of the .ipynb file until it is opened.'),
    );
  }

  private tell(check: WorkspaceCheck): void {
    this.last = check;
    this.log.info(check.message);
    const button = vscode.l10n.t('Show Log');
    // Not awaited: the command has ended, whenever its message is closed.
    void inform(vscode.l10n.t('Loss Lens: {0}', check.message), button).then((pressed) => {
      if (pressed === button) this.log.show();
    });
  }
}

/** Gives others a turn: keys, mouse, and the button that cancels. */
async function isInterrupted(isStopped: () => boolean): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return isStopped();
}

function hasStopped(token: unknown): boolean {
  return (token as Partial<vscode.CancellationToken> | undefined)?.isCancellationRequested === true;
}

/** The files that these programs are made of, and those that could not be read. */
function doneOf(candidates: readonly Candidate[], programs: readonly CheckedProgram[]): readonly Checked[] {
  const unread = new Map<string, Set<string>>();
  for (const { source, files, unreadOf, unread: own } of programs) {
    for (const key of files) {
      const messages = unread.get(key) ?? new Set();
      for (const message of (key === source.key ? own : unreadOf.get(key)) ?? []) messages.add(message);
      unread.set(key, messages);
    }
  }
  return candidates.flatMap((candidate) => {
    if (!candidate.source) return { ...candidate, notRead: [candidate.problem] };
    const messages = unread.get(candidate.source.key);
    return messages ? { ...candidate, notRead: [...messages] } : [];
  });
}

/** Counts each finding once, with the file that it is in. */
function reportsOf(done: readonly Checked[], programs: readonly CheckedProgram[]): readonly FileReport[] {
  const found = shownFindings(programs);
  return done.map(({ path, source, notRead }) => {
    const uris = new Set(source?.partUris.map((uri) => uri.toString()));
    const numFindings = [...uris].reduce((sum, uri) => sum + (found.get(uri)?.length ?? 0), 0);
    return { path, numFindings, notRead };
  });
}
