import * as vscode from 'vscode';
import type { SnippetEdit, TextRange } from '../core';
import { partRangeOf } from '../core';
import { isReadOnly } from '../document/readOnly';
import { type Snippet, snippetOf } from '../document/snippet';
import {
  type FromSnippetPage,
  isFromSnippetPage,
  isSnippetSource,
  type SnippetState,
  type ToSnippetPage,
} from '../messages/snippet';
import { moveRanges } from './followedText';
import { Page } from './page';
import { reveal } from './reveal';

const viewType = 'lossLens.snippet';

/** Wait after the last keystroke before the panel follows an edited document. Unit: ms. */
const followDelay = 200;

/**
 * The one panel of snippets: line by line what a Python text computes. The page evaluates; this side reads the text,
 * follows the document that it comes from, and makes corrections in it.
 */
export class SnippetPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly page: Page<ToSnippetPage, FromSnippetPage>;
  private state: SnippetState = { kind: 'empty' };
  /** The snippet that is shown; null when its document is gone. */
  private snippet: Snippet | null = null;
  private revision = 0;
  private followTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.page = new Page(extensionUri, log, {
      viewType,
      title: vscode.l10n.t('Loss Lens: Snippet'),
      name: 'snippet',
      isMessage: isFromSnippetPage,
      handle: (message) => this.handle(message),
    });
    this.subscriptions = [
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
    ];
  }

  /** Shows a snippet; the panel opens beside the editor or stays where it is. */
  show(snippet: Snippet): void {
    this.set(snippet);
    this.page.open();
  }

  /** What the panel shows, or would show when it is opened. */
  get shown(): SnippetState {
    return this.state;
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

  /** A panel that VS Code brings back after a restart, with the source that the page had saved. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    if (isSnippetSource(saved)) {
      try {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(saved.uri));
        this.set(snippetOf(document, saved.range));
      } catch (error) {
        this.log.warn(`cannot read ${saved.uri} again: ${error}`);
      }
      if (!this.snippet) this.setState({ kind: 'snippet', source: saved });
    }
    this.page.adopt(panel);
  }

  dispose(): void {
    clearTimeout(this.followTimer);
    this.page.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private set(snippet: Snippet | null): void {
    if (!snippet) return;
    this.snippet = snippet;
    this.setState({ kind: 'snippet', source: snippet.source });
  }

  private setState(state: SnippetState): void {
    this.state = state;
    this.revision++;
    this.post();
  }

  private post(): void {
    this.page.post({ type: 'state', revision: this.revision, state: this.state });
  }

  private async handle(message: FromSnippetPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.post();
        return;
      case 'reveal': {
        const { document, part } = await this.placeOf(message);
        await reveal(document.uri, part);
        return;
      }
      case 'apply':
        // A page that has not heard of the last edit yet shows an old correction: it is about to be replaced.
        if (message.revision === this.revision) await this.apply(message.edits);
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'failed':
        throw new Error(message.message);
      default:
        message satisfies never;
    }
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
    return { document, place, part, lead: part.lead };
  }

  /** Keeps up with edited documents: the range moves at once, the text is read again when typing pauses. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const { snippet } = this;
    if (!snippet?.partUris.some((uri) => uri.toString() === document.uri.toString())) return;
    const { range, uri } = snippet.source;
    if (uri === document.uri.toString() && range) {
      const [moved] = moveRanges([range], contentChanges);
      this.snippet = { ...snippet, source: { ...snippet.source, range: moved } };
    }
    clearTimeout(this.followTimer);
    this.followTimer = setTimeout(() => this.readAgain(), followDelay);
  }

  private readAgain(): void {
    if (!this.snippet || !this.page.isOpen) return;
    const { uri, range } = this.snippet.source;
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (document) this.set(snippetOf(document, range));
  }
}
