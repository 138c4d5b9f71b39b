import * as vscode from 'vscode';
import { wholeTextOf } from '../document/wholeText';
import { showProblemsCommand } from './commandNames';
import { diagnosticSource } from './diagnostics/shownFindings';
import { noticeText } from './noticeText';

/** Messages that the tooltip lists. */
const mostListed = 5;

/** The number of findings in the file or notebook that is edited, in the status bar; hidden where there are none. */
export class FindingStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'lossLens.findings',
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly owned = vscode.Disposable.from(
    this.item,
    vscode.languages.onDidChangeDiagnostics(() => this.update()),
    vscode.window.onDidChangeActiveTextEditor(() => this.update()),
  );
  /** What the status bar shows; null while it is hidden. */
  shown: string | null = null;

  constructor() {
    this.item.name = 'Loss Lens';
    this.item.command = showProblemsCommand;
    this.update();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const messages = document ? findingsOf(document) : [];
    this.shown = messages.length > 0 ? `Loss Lens: ${messages.length}` : null;
    if (this.shown === null) {
      this.item.hide();
      return;
    }
    const more = messages.length - mostListed;
    this.item.text = `$(graph) ${this.shown}`;
    this.item.tooltip = [
      ...messages.slice(0, mostListed).map(noticeText),
      ...(more > 0 ? [vscode.l10n.t('{0} more', more)] : []),
    ].join('\n');
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Loss Lens: {0} findings in this file', messages.length),
    };
    this.item.show();
  }

  dispose(): void {
    this.owned.dispose();
  }
}

/** What is shown of a file, or of all cells of a notebook. */
function findingsOf(document: vscode.TextDocument): readonly string[] {
  return wholeTextOf(document)
    .parts.flatMap((part) => vscode.languages.getDiagnostics(part.document.uri))
    .filter(({ source }) => source === diagnosticSource)
    .map(({ message }) => message);
}
