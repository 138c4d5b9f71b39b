import * as vscode from 'vscode';
import type { SnippetEdit } from './core';
import { WorkspaceFiles } from './document/workspaceFiles';
import { CheckWorkspace, type WorkspaceCheck } from './editor/checkWorkspace/checkWorkspace';
import {
  checkWorkspaceCommand,
  evaluateClipboardCommand,
  evaluateRangesCommand,
  evaluateSelectionCommand,
  openExampleCommand,
  openPanelCommand,
  runSnippetCommand,
} from './editor/commandNames';
import { CodeDiagnostics, checkedSelector } from './editor/diagnostics/codeDiagnostics';
import { Evaluate } from './editor/evaluate';
import { watchExcluded } from './editor/excludedFiles';
import { FindingStatus } from './editor/findingStatus';
import { guarded } from './editor/guarded';
import { speakLanguage } from './editor/language';
import { selector } from './editor/languages';
import { LossSiteHoverProvider } from './editor/lossSiteHover';
import { OpenExample } from './editor/openExample';
import { LossCodeLensProvider } from './editor/pairs/codeLens';
import { TensorHoverProvider } from './editor/pairs/hover';
import { PairContext } from './editor/pairs/pairContext';
import { QuickFixProvider } from './editor/quickFix';
import { RunSnippet } from './editor/runSnippet';
import type { PanelState } from './messages/panel';
import type { PythonState, SnippetState } from './messages/snippet';
import { LossPanel } from './panel/lossPanel';
import { SnippetPanel } from './panel/snippetPanel';

/** What other extensions, and the tests, may ask. */
export interface LossLensApi {
  /** What the panel shows, or would show when it is opened. */
  panelState(): PanelState;
  /** Opens the panel with the state in a link, as a click on the link does. */
  openLink(uri: vscode.Uri): Promise<void>;
  /** The same of the snippet panel. */
  snippetState(): SnippetState;
  /** Makes changes of the shown snippet in its document, as the button of a correction does. */
  applyToSnippet(edits: readonly SnippetEdit[]): Promise<void>;
  /** Runs the shown snippet with the user's Python, as the button does, and gives what is shown of it then. */
  compareWithPython(): Promise<PythonState>;
  /** What the last check of the workspace came to; null before the first. */
  workspaceCheck(): WorkspaceCheck | null;
  /** What the status bar says of the active editor; null while it says nothing. */
  findingStatus(): string | null;
  /** The visible documents that hold a pair, by their URIs. */
  pairResources(): readonly string[];
}

export function activate(context: vscode.ExtensionContext): LossLensApi {
  speakLanguage();
  const log = vscode.window.createOutputChannel('Loss Lens', { log: true });
  const snippets = new SnippetPanel(context.extensionUri, log);
  const codeLenses = new LossCodeLensProvider();
  const files = new WorkspaceFiles();
  const diagnostics = new CodeDiagnostics(context.extensionUri, files, log);
  const panel = new LossPanel(context.extension, log, diagnostics);
  const evaluate = new Evaluate(panel, log);
  const checkWorkspace = new CheckWorkspace(diagnostics, files, log);
  const status = new FindingStatus();
  const pairs = new PairContext();
  context.subscriptions.push(
    log,
    panel,
    snippets,
    codeLenses,
    files,
    diagnostics,
    status,
    pairs,
    watchExcluded(),
    vscode.commands.registerCommand(evaluateSelectionCommand, guarded(log, evaluate.selection)),
    vscode.commands.registerCommand(evaluateRangesCommand, guarded(log, evaluate.ranges)),
    vscode.commands.registerCommand(evaluateClipboardCommand, guarded(log, evaluate.clipboard)),
    vscode.commands.registerCommand(runSnippetCommand, guarded(log, new RunSnippet(snippets).run)),
    vscode.commands.registerCommand(openPanelCommand, panel.open),
    vscode.commands.registerCommand(openExampleCommand, guarded(log, new OpenExample().run)),
    vscode.commands.registerCommand(checkWorkspaceCommand, guarded(log, checkWorkspace.run)),
    vscode.languages.registerHoverProvider(selector, new TensorHoverProvider()),
    vscode.languages.registerHoverProvider(checkedSelector, new LossSiteHoverProvider(diagnostics)),
    vscode.languages.registerCodeActionsProvider(
      checkedSelector,
      new QuickFixProvider(diagnostics),
      QuickFixProvider.metadata,
    ),
    vscode.languages.registerCodeLensProvider(selector, codeLenses),
  );
  return {
    panelState: () => panel.shown,
    openLink: (uri) => panel.handleUri(uri),
    snippetState: () => snippets.shown,
    applyToSnippet: (edits) => snippets.apply(edits),
    compareWithPython: async () => {
      await snippets.compare();
      return snippets.comparison;
    },
    workspaceCheck: () => checkWorkspace.last,
    findingStatus: () => status.shown,
    pairResources: () => pairs.resources,
  };
}
