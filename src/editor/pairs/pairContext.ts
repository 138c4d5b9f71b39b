import * as vscode from 'vscode';
import { knownPlaces } from '../../core';
import { selector } from '../languages';
import { readingOf } from './readings';

/** Key of the menus: the URIs of the visible documents that hold a pair. */
const pairResourcesKey = 'lossLens.pairResources';

/** Wait after the last keystroke before a document is looked at. Unit: ms. */
const delay = 400;

/** Tells the menus which of the visible documents hold a pair of input and target, or log-probabilities of tokens. */
export class PairContext implements vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly owned = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(() => this.updateSoon(0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) {
        this.updateSoon(delay);
      }
    }),
  );
  /** The URIs as the menus have them. */
  resources: readonly string[] = [];

  constructor() {
    this.updateSoon(0);
  }

  private updateSoon(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), wait);
  }

  private update(): void {
    const documents = new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
    const uris = [...documents].filter(hasPair).map(({ uri }) => uri);
    const resources = uris.map((uri) => uri.toString());
    if (resources.join('\n') === this.resources.join('\n')) return;
    this.resources = resources;
    // As objects, which VS Code turns into the names that its menus know: those of a remote host are others there.
    void vscode.commands.executeCommand('setContext', pairResourcesKey, uris);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.owned.dispose();
  }
}

function hasPair(document: vscode.TextDocument): boolean {
  const reading = vscode.languages.match(selector, document) > 0 ? readingOf(document) : null;
  if (!reading) return false;
  return knownPlaces(reading.parsed).length > 0 || reading.parsed.tokenLogProbs.length > 0;
}
