import * as vscode from 'vscode';
import { type EvaluateOptions, type ParsedText, parsePieces, type TextPiece, type TextRange } from '../core';
import { offsetsOf, piecesOf, toRanges } from '../document/pieces';
import { type FromWebview, isFromWebview, type PanelState, type ToWebview } from '../protocol';
import { unpackState } from '../savedState';
import { isNear, moveRanges } from './followedText';
import { panelHtml, resourceRoots } from './html';
import { sourceOf } from './savedSource';

const viewType = 'lossLens.panel';

/** Wait after the last keystroke before the panel follows an edited document. Unit: ms. */
const followDelay = 150;

/** An edit this close to the selection can change how the losses use it. Unit: UTF-16 code units. */
const followReach = 8_000;

/**
 * The one panel: opened beside the editor when asked, shown again after a reload, following the document that
 * its tensors come from. The page computes; this side reads text and owns the state, which it sends whole.
 */
export class LossPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private state: PanelState = { kind: 'empty' };
  private revision = 0;
  private followTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
    ];
  }

  /** Shows that a long selection is being read; the function it gives puts back what was shown before. */
  showReading(document: vscode.TextDocument, ranges: readonly vscode.Range[]): () => void {
    const before = this.state;
    this.setState({ kind: 'reading', source: sourceOf(document, offsetsOf(document, ranges), []) });
    this.open();
    return () => this.setState(before);
  }

  /** Shows the tensors of a selection; the panel opens beside the editor or stays where it is. */
  show(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    pieces: readonly TextPiece[],
    parsed: ParsedText,
  ): void {
    const offsets = offsetsOf(document, ranges);
    const source = sourceOf(document, offsets, pieces);
    const options = this.isSameSource(source.uri, offsets) ? this.currentOptions() : {};
    this.setState({ kind: 'parsed', source, parsed, options });
    this.open();
  }

  /** What the panel shows, or would show when it is opened. */
  get shown(): PanelState {
    return this.state;
  }

  /** A panel that VS Code brings back after a restart, with what the page had saved. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const kept = unpackState(saved);
    if (kept) {
      const { source, options } = kept;
      const pieces =
        source.pieces.length > 0 ? source.pieces : await this.readAgain(source.uri, source.ranges);
      if (pieces) this.setState({ kind: 'parsed', source, parsed: parsePieces(pieces), options });
    }
    this.adopt(panel);
  }

  dispose(): void {
    clearTimeout(this.followTimer);
    this.panel?.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Brings the panel to the front, beside the editor when it is new, and leaves the focus where it is. */
  private open(): void {
    if (this.panel) {
      this.panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.adopt(vscode.window.createWebviewPanel(viewType, 'Loss Lens', place, {}));
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(this.extensionUri) };
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    panel.webview.html = panelHtml(panel.webview, this.extensionUri);
  }

  private setState(state: PanelState): void {
    this.state = state;
    this.revision++;
    this.post();
  }

  private post(): void {
    const message: ToWebview = { type: 'state', revision: this.revision, state: this.state };
    void this.panel?.webview.postMessage(message);
  }

  private receive(message: unknown): void {
    if (!isFromWebview(message)) {
      this.log.error('the panel sent a message of unknown form', message);
      return;
    }
    this.handle(message).catch((error: unknown) => {
      this.log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(
        `Loss Lens: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }

  private async handle(message: FromWebview): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.post();
        return;
      case 'options':
        if (this.state.kind === 'parsed') this.state = { ...this.state, options: message.options };
        return;
      case 'reveal':
        await this.reveal(message);
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'openDocs':
        await this.openDocs(message.code);
        return;
      case 'failed':
        throw new Error(message.message);
      default:
        message satisfies never;
    }
  }

  private async reveal({ from, to }: TextRange): Promise<void> {
    if (this.state.kind !== 'parsed') return;
    const uri = vscode.Uri.parse(this.state.source.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const selection = new vscode.Range(document.positionAt(from), document.positionAt(to));
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const viewColumn = open?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(document, { selection, viewColumn });
  }

  private async openDocs(code: string): Promise<void> {
    const docs = vscode.Uri.joinPath(this.extensionUri, 'docs', 'findings.md').with({ fragment: code });
    await vscode.commands.executeCommand('markdown.showPreview', docs);
  }

  /** Keeps up with an edited document: ranges move at once, the text is read again when typing pauses. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.state.kind !== 'parsed' || this.state.source.uri !== document.uri.toString()) return;
    const { source } = this.state;
    const ranges = moveRanges(source.ranges, contentChanges);
    const isTouched = isNear(source.ranges, contentChanges, followReach);
    this.state = { ...this.state, source: { ...source, ranges } };
    if (!isTouched && ranges.every((range, i) => range.from === source.ranges[i].from)) return;
    clearTimeout(this.followTimer);
    this.followTimer = setTimeout(() => this.readDocument(document), followDelay);
  }

  private readDocument(document: vscode.TextDocument): void {
    if (this.state.kind !== 'parsed' || !this.panel) return;
    const { options } = this.state;
    const { ranges } = this.state.source;
    const pieces = piecesOf(document, toRanges(document, ranges));
    const source = sourceOf(document, ranges, pieces);
    this.setState({ kind: 'parsed', source, parsed: parsePieces(pieces), options });
  }

  private async readAgain(
    uri: string,
    ranges: readonly TextRange[],
  ): Promise<readonly TextPiece[] | undefined> {
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      return piecesOf(document, toRanges(document, ranges));
    } catch (error) {
      this.log.warn(`cannot read ${uri} again: ${error}`);
      return undefined;
    }
  }

  private isSameSource(uri: string, ranges: readonly TextRange[]): boolean {
    if (this.state.kind !== 'parsed' || this.state.source.uri !== uri) return false;
    const known = this.state.source.ranges;
    return (
      known.length === ranges.length &&
      known.every((range, i) => range.from === ranges[i].from && range.to === ranges[i].to)
    );
  }

  private currentOptions(): EvaluateOptions {
    return this.state.kind === 'parsed' ? this.state.options : {};
  }
}
