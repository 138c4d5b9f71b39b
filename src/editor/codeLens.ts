import * as vscode from 'vscode';
import { isTargetPair, noLossUsage, pairsOf, readTensors } from '../core';
import { evaluateRangesCommand, type RangesArgument } from './commandNames';
import { isCodeLensEnabled, section } from './settings';

/** Longer documents get no code lenses: reading one has to stay below a frame. Unit: UTF-16 code units. */
const longestDocument = 256_000;

/** "Evaluate losses" over each pair of literals that a name marks as input and target. */
export class LossCodeLensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) this.changed.fire();
  });

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!isCodeLensEnabled(document)) return [];
    if (document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > longestDocument) return [];
    const { literals, problems } = readTensors(document.getText());
    const pairs = pairsOf({ literals, problems, usage: noLossUsage });
    return pairs
      .filter((pair) => isTargetPair(literals, pair))
      .map(({ from, to }) => {
        const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
        const argument: RangesArgument = { uri: document.uri.toString(), ranges: [{ from, to }] };
        return new vscode.CodeLens(range, {
          title: `$(graph) ${vscode.l10n.t('Evaluate losses')}`,
          tooltip: vscode.l10n.t('CrossEntropyLoss and NLLLoss of these tensors, side by side'),
          command: evaluateRangesCommand,
          arguments: [argument],
        });
      });
  }

  dispose(): void {
    this.changed.dispose();
    this.listener.dispose();
  }
}
