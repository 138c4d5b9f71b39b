import * as vscode from 'vscode';
import { LossCodeLensProvider } from './editor/codeLens';
import { evaluateRangesCommand, evaluateSelectionCommand } from './editor/commandNames';
import { Evaluate } from './editor/evaluate';
import { guarded } from './editor/guarded';
import { TensorHoverProvider } from './editor/hover';
import { selector } from './editor/languages';
import { LossPanel } from './panel/lossPanel';
import type { PanelState } from './protocol';

/** What other extensions, and the tests, may ask. */
export interface LossLensApi {
  /** What the panel shows, or would show when it is opened. */
  panelState(): PanelState;
}

export function activate(context: vscode.ExtensionContext): LossLensApi {
  const log = vscode.window.createOutputChannel('Loss Lens', { log: true });
  const panel = new LossPanel(context.extensionUri, log);
  const evaluate = new Evaluate(panel, log);
  const codeLenses = new LossCodeLensProvider();
  context.subscriptions.push(
    log,
    panel,
    codeLenses,
    vscode.commands.registerCommand(evaluateSelectionCommand, guarded(log, evaluate.selection)),
    vscode.commands.registerCommand(evaluateRangesCommand, guarded(log, evaluate.ranges)),
    vscode.languages.registerHoverProvider(selector, new TensorHoverProvider()),
    vscode.languages.registerCodeLensProvider(selector, codeLenses),
  );
  return { panelState: () => panel.shown };
}
