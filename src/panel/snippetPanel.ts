import * as vscode from 'vscode';
import type { SnippetEdit, TextRange } from '../core';
import { partRangeOf } from '../core';
import { isReadOnly } from '../document/readOnly';
import { type Snippet, snippetOf } from '../document/snippet';
import type { PageMessage } from '../messages/page';
import {
  type FromSnippetPage,
  isFromSnippetPage,
  isSnippetSource,
  type PythonMessage,
  type PythonState,
  type SnippetState,
  type Stop,
} from '../messages/snippet';
import { moveRanges } from './followedText';
import { PythonComparer } from './python/pythonComparer';
import { reveal } from './reveal';
import { openDocument, StatePanel } from './statePanel';

const viewType = 'lossLens.snippet';

type Own = Exclude<FromSnippetPage, PageMessage>;

/** The panel of snippets: line by line what a Python text computes; it makes corrections in the text's documents. */
export class SnippetPanel extends StatePanel<SnippetState, Own, PythonMessage> {
  protected readonly followDelay = 200;
  /** The snippet that is shown; null when its document is gone. */
  private snippet: Snippet | null = null;
  private python: PythonState = { kind: 'none' };
  private readonly comparer = new PythonComparer((python) => this.showPython(python));
  private readonly stops = vscode.languages.createDiagnosticCollection('lossLensSnippet');

  constructor(extensionUri: vscode.Uri, log: vscode.LogOutputChannel) {
    const title = vscode.l10n.t('Loss Lens: Snippet');
    const options = { viewType, title, name: 'snippet', isMessage: isFromSnippetPage } as const;
    super(extensionUri, log, options, { kind: 'empty' });
  }

  /** Shows a snippet; the panel opens beside the editor or stays where it is. */
  show(snippet: Snippet): void {
    this.set(snippet);
    this.open();
  }

  /** Makes changes of the shown text in its documents, as one step of undo for each. */
  async apply(edits: readonly SnippetEdit[]): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    for (const { text, ...range } of edits) {
      const { document, place, lead } = await this.placeOf(range);
      if (await isReadOnly(document)) throw new Error(vscode.l10n.t('the file is read-only'));
      edit.replace(document.uri, place, text.replaceAll('\n', `\n${lead}`));
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new Error(vscode.l10n.t('the editor refused the correction'));
    }
  }

  protected async restore(saved: unknown): Promise<void> {
    if (!isSnippetSource(saved)) return;
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(saved.uri));
      this.set(snippetOf(document, saved.range));
    } catch (error) {
      this.log.warn(`cannot read ${saved.uri} again: ${error}`);
    }
    if (!this.snippet) this.setState({ kind: 'snippet', source: saved });
  }

  protected async reveal(range: TextRange): Promise<void> {
    const { document, place } = await this.placeOf(range);
    await reveal(document, place);
  }

  protected async handle(message: Own): Promise<void> {
    // A page that has not heard of the last edit yet tells of an old text: it is about to tell of the new one.
    if (message.revision !== this.revision) return;
    switch (message.type) {
      case 'apply':
        return this.apply(message.edits);
      case 'stop':
        return this.underline(message.stop);
      case 'compare':
        return this.compare();
      case 'cancelCompare':
        return this.comparer.cancel();
      default:
        message satisfies never;
    }
  }

  /** Runs the shown snippet with the user's Python, after asking, and shows where it differs. */
  async compare(): Promise<void> {
    if (this.snippet) await this.comparer.compare(this.snippet.source);
  }

  /** What is shown of a comparison with the user's Python. */
  get comparison(): PythonState {
    return this.python;
  }

  protected override greet(): void {
    this.showPython(this.python);
  }

  private showPython(python: PythonState): void {
    this.python = python;
    this.post({ type: 'python', revision: this.revision, python });
  }

  /** Underlines where Python stops, until the text is edited. */
  private async underline(stop: Stop | null): Promise<void> {
    this.stops.clear();
    const { revision } = this;
    const found = stop && (await this.placeOf(stop).catch(() => null));
    if (!stop || !found || revision !== this.revision) return;
    const diagnostic = new vscode.Diagnostic(found.place, stop.message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = vscode.l10n.t('Loss Lens: Run Snippet');
    this.stops.set(found.document.uri, [diagnostic]);
  }

  protected override closed(): void {
    this.stops.clear();
    this.comparer.cancel();
  }

  override dispose(): void {
    super.dispose();
    this.stops.dispose();
    this.comparer.dispose();
  }

  private set(snippet: Snippet | null): void {
    if (!snippet) return;
    this.snippet = snippet;
    this.stops.clear();
    this.comparer.dispose();
    this.setState({ kind: 'snippet', source: snippet.source });
    this.showPython({ kind: PythonComparer.canRun(snippet.source) ? 'idle' : 'none' });
  }

  /** Where a range of the program's text stands, in a document that still has the text that was evaluated. */
  private async placeOf(range: TextRange) {
    const part = this.snippet && partRangeOf(this.snippet.program, range);
    if (!this.snippet || !part) throw new Error(vscode.l10n.t('this place is not in an open document'));
    const document = await vscode.workspace.openTextDocument(this.snippet.partUris[part.part]);
    if (document.getText() !== this.snippet.program.parts[part.part]) {
      throw new Error(vscode.l10n.t('the document has changed since; run the command again'));
    }
    const place = new vscode.Range(document.positionAt(part.from), document.positionAt(part.to));
    return { document, place, lead: part.lead };
  }

  protected follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
    const { snippet } = this;
    if (!snippet?.partUris.some((uri) => uri.toString() === document.uri.toString())) return false;
    this.stops.clear();
    const { range, uri } = snippet.source;
    if (uri === document.uri.toString() && range) {
      const [moved] = moveRanges([range], contentChanges);
      this.snippet = { ...snippet, source: { ...snippet.source, range: moved } };
    }
    return true;
  }

  protected readAgain(): void {
    if (!this.snippet) return;
    const { uri, range } = this.snippet.source;
    const document = openDocument(uri);
    if (document) this.set(snippetOf(document, range));
  }
}
