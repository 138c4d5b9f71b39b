import * as vscode from 'vscode';
import { ignoreComment } from '../core';
import type { CodeDiagnostics } from './diagnostics/codeDiagnostics';
import { workspaceEditOf } from './diagnostics/editsOf';
import type { LocatedEdit, LocatedFinding, LocatedFix } from './diagnostics/places';
import { diagnosticSource } from './diagnostics/shownFindings';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('lossLens');

/** Offers what mends a finding, and a comment that silences it; "fix all" takes the safe ones. */
export class QuickFixProvider implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  constructor(private readonly diagnostics: CodeDiagnostics) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const wantsFixAll = context.only?.contains(fixAllKind) ?? false;
    const wantsFixes = context.only === undefined || context.only.contains(vscode.CodeActionKind.QuickFix);
    if (!wantsFixAll && !wantsFixes) return [];
    const findings = await this.diagnostics.findingsIn(document);
    if (token.isCancellationRequested) return [];
    const fixAll = wantsFixAll ? fixAllOf(findings) : [];
    const there = findings.filter(({ location }) => location.range.intersection(range) !== undefined);
    return wantsFixes ? [...fixAll, ...there.flatMap((one) => fixesOf(one, document, context))] : fixAll;
  }
}

function fixesOf(
  finding: LocatedFinding,
  document: vscode.TextDocument,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const diagnostics = context.diagnostics.filter(
    ({ source, code, range }) =>
      source === diagnosticSource &&
      typeof code === 'object' &&
      code.value === finding.code &&
      range.isEqual(finding.location.range),
  );
  const actions = finding.fixes.map((fix, i) => {
    const action = actionOf(fix.title, vscode.CodeActionKind.QuickFix, fix.edits);
    action.isPreferred = i === 0 && fix.isSafe;
    return action;
  });
  const ignore = ignoreEdit(finding, document);
  const title = vscode.l10n.t('Ignore {0} on this line', finding.code);
  if (ignore) actions.push(actionOf(title, vscode.CodeActionKind.QuickFix, [ignore]));
  for (const action of actions) action.diagnostics = diagnostics;
  return actions;
}

/** The comment at the end of the line where the finding starts; null where a comment cannot stand. */
function ignoreEdit({ code, location }: LocatedFinding, document: vscode.TextDocument): LocatedEdit | null {
  const { text, range } = document.lineAt(location.range.start.line);
  if (text.endsWith('\\')) return null;
  const present = /#\s*loss-lens: ignore\s*\[[^\][#]*\]/.exec(text);
  const character = present ? present.index + present[0].length - 1 : text.trimEnd().length;
  const at = new vscode.Range(
    range.start.line,
    character,
    range.start.line,
    present ? character : text.length,
  );
  const insert = present ? `, ${code}` : `  ${ignoreComment(code)}`;
  return { location: new vscode.Location(document.uri, at), insert };
}

/** One action with all safe fixes that stay in the program and out of each other's way. */
function fixAllOf(findings: readonly LocatedFinding[]): vscode.CodeAction[] {
  const taken: LocatedEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ isSafe, isLocal }) => isSafe && isLocal);
    if (fix) taken.push(...newEdits(fix, taken));
  }
  return taken.length === 0
    ? []
    : [actionOf(vscode.l10n.t('Fix all of Loss Lens that is safe'), fixAllKind, taken)];
}

/** The edits of a fix that are not made already; none when one of them crosses what is made. */
function newEdits({ edits }: LocatedFix, taken: readonly LocatedEdit[]): readonly LocatedEdit[] {
  const added = edits.filter((edit) => !taken.some((one) => isSame(one, edit)));
  return added.some((edit) => taken.some((one) => isCrossing(one, edit))) ? [] : added;
}

function isSame(a: LocatedEdit, b: LocatedEdit): boolean {
  return a.insert === b.insert && isInSameFile(a, b) && a.location.range.isEqual(b.location.range);
}

function isCrossing(a: LocatedEdit, b: LocatedEdit): boolean {
  return isInSameFile(a, b) && a.location.range.intersection(b.location.range) !== undefined;
}

function isInSameFile(a: LocatedEdit, b: LocatedEdit): boolean {
  return a.location.uri.toString() === b.location.uri.toString();
}

function actionOf(
  title: string,
  kind: vscode.CodeActionKind,
  edits: readonly LocatedEdit[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = workspaceEditOf(edits);
  return action;
}
