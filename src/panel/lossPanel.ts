import * as vscode from 'vscode';
import type { EvaluateOptions, ParsedText } from '../core';
import { ask, complain } from '../editor/say';
import {
  type FromWebview,
  isFromWebview,
  type PanelSource,
  type PanelState,
  type ToWebview,
} from '../messages/panel';
import { type SavedState, unpackState } from '../messages/savedState';
import { emptyState } from './example';
import { isNear, moveRanges, moveReadings } from './followedText';
import { stateOfLink } from './link';
import { Page } from './page';
import { reveal } from './reveal';
import { parseSource, type Selected, type SourceText, sourceOf } from './savedSource';
import { saveReport } from './saveReport';
import { copyLink, writeBackOrSay } from './takeAway';

const viewType = 'lossLens.panel';

/** Wait after the last keystroke before the panel follows an edited document. Unit: ms. */
const followDelay = 150;

/** An edit this close to the selection can change how the losses use it. Unit: UTF-16 code units. */
const followReach = 8_000;

/** What the user has set for a source. */
export interface Kept {
  readonly options: EvaluateOptions;
  readonly readings: PanelSource['readings'];
}

/**
 * The one panel of losses: shown again after a reload, following the document that its tensors come from. The page
 * computes; this side reads text and owns the state, which it sends whole.
 */
export class LossPanel implements vscode.WebviewPanelSerializer, vscode.UriHandler, vscode.Disposable {
  private readonly page: Page<ToWebview, FromWebview>;
  private state: PanelState = emptyState();
  /** The whole text of the state's source. */
  private pieces: SourceText['pieces'] = [];
  /** How the next page is to show its first state, when a link says so. */
  private linked: SavedState | null = null;
  private revision = 0;
  private followTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Extension<unknown>,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.page = new Page(extension.extensionUri, log, {
      viewType,
      title: 'Loss Lens',
      name: 'panel',
      isMessage: isFromWebview,
      handle: (message) => this.handle(message),
    });
    this.subscriptions = [
      vscode.window.registerUriHandler(this),
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
    ];
  }

  /** Shows that a long selection is being read; the function it gives puts back what was shown before. */
  showReading(source: PanelSource): () => void {
    const before = this.state;
    this.setState({ kind: 'reading', source });
    this.page.open();
    return () => this.setState(before);
  }

  /** Shows the tensors of a source; the panel opens beside the editor or stays where it is. */
  show(text: SourceText, parsed: ParsedText): void {
    const { uri, ranges } = text.source;
    this.setText(text, this.keptFor(uri, ranges)?.options ?? {}, parsed);
    this.page.open();
  }

  /** Opens the panel with what it shows, or with an example. */
  readonly open = (): void => this.page.open();

  /** Opens the panel with the state in a link. */
  async handleUri(uri: vscode.Uri): Promise<void> {
    const state = await stateOfLink(uri, askForFile);
    if (!state) {
      const message = vscode.l10n.t('this link holds no tensors, or was cut.');
      void complain(`Loss Lens: ${message}`);
      return;
    }
    await this.restore(state);
    this.linked = state;
    this.page.dispose();
    this.page.open();
  }

  /** What the panel shows, or would show when it is opened. */
  get shown(): PanelState {
    return this.state;
  }

  /** What the user has set for these ranges when they are what is shown; null for others. */
  keptFor(uri: string | null, ranges: PanelSource['ranges']): Kept | null {
    if (this.state.kind !== 'parsed' || uri === null || this.state.source.uri !== uri) return null;
    const { options, source } = this.state;
    const isSame =
      source.ranges.length === ranges.length &&
      source.ranges.every((range, i) => range.from === ranges[i].from && range.to === ranges[i].to);
    return isSame ? { options, readings: source.readings } : null;
  }

  /** A panel that VS Code brings back after a restart, with what the page had saved. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const kept = unpackState(saved);
    if (kept) await this.restore(kept);
    this.page.adopt(panel);
  }

  private async restore({ source, options }: SavedState): Promise<void> {
    const text = source.pieces.length > 0 ? { source, pieces: source.pieces } : await this.readAgain(source);
    if (text) this.setText(text, options);
  }

  dispose(): void {
    clearTimeout(this.followTimer);
    this.page.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private setText(text: SourceText, options: EvaluateOptions, parsed = parseSource(text)): void {
    this.pieces = text.pieces;
    this.setState({ kind: 'parsed', source: text.source, parsed, options });
  }

  private setState(state: PanelState): void {
    this.state = state;
    this.revision++;
    this.post();
  }

  private post(): void {
    this.page.post({ type: 'state', revision: this.revision, state: this.state });
  }

  private async handle(message: FromWebview): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.post();
        if (this.linked) this.page.post({ type: 'look', view: this.linked.view, pinned: this.linked.pinned });
        this.linked = null;
        return;
      case 'options':
        if (this.state.kind === 'parsed') this.state = { ...this.state, options: message.options };
        return;
      case 'reading':
        this.readAs(message.from, message.id);
        return;
      case 'reveal':
        if (this.state.kind === 'parsed' && this.state.source.uri !== null) {
          await reveal(vscode.Uri.parse(this.state.source.uri), message);
        }
        return;
      case 'writeBack':
        if (this.state.kind === 'parsed') {
          const { source, parsed, options } = this.state;
          await writeBackOrSay({ source, pieces: this.pieces }, parsed, options);
        }
        return;
      case 'save':
        await saveReport(this.source, message.format, message.content);
        return;
      case 'link':
        await copyLink(this.extension.id, message.state);
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

  private get source(): PanelSource {
    return this.state.kind === 'empty' ? this.state.example.source : this.state.source;
  }

  /** Reads the same text again with another reading of one literal. */
  private readAs(from: number, id: string): void {
    if (this.state.kind !== 'parsed') return;
    const { source, options } = this.state;
    const readings = { ...source.readings, [from]: id };
    this.setText({ source: { ...source, readings }, pieces: this.pieces }, options);
  }

  private async openDocs(code: string): Promise<void> {
    const docs = vscode.Uri.joinPath(this.extension.extensionUri, 'docs', 'findings.md').with({
      fragment: code,
    });
    await vscode.commands.executeCommand('markdown.showPreview', docs);
  }

  /** Keeps up with an edited document: ranges move at once, the text is read again when typing pauses. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.state.kind !== 'parsed' || this.state.source.uri !== document.uri.toString()) return;
    const { source } = this.state;
    const ranges = moveRanges(source.ranges, contentChanges);
    const readings = moveReadings(source.readings, contentChanges);
    const isTouched = isNear(source.ranges, contentChanges, followReach);
    this.state = { ...this.state, source: { ...source, ranges, readings } };
    if (!isTouched && ranges.every((range, i) => range.from === source.ranges[i].from)) return;
    clearTimeout(this.followTimer);
    this.followTimer = setTimeout(() => this.readDocument(document), followDelay);
  }

  private readDocument(document: vscode.TextDocument): void {
    if (this.state.kind !== 'parsed' || !this.page.isOpen) return;
    const { source, options } = this.state;
    if (source.uri === document.uri.toString()) this.setText(sourceOf(document, selectedOf(source)), options);
  }

  private async readAgain(source: PanelSource): Promise<SourceText | undefined> {
    if (source.uri === null) return undefined;
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri));
      return sourceOf(document, selectedOf(source));
    } catch (error) {
      this.log.warn(`cannot read ${source.uri} again: ${error}`);
      return undefined;
    }
  }
}

/** Nothing of a file is shown for a link before the user has read which one it is. */
function askForFile(uri: vscode.Uri): Promise<boolean> {
  return ask(
    vscode.l10n.t(
      'This link says that its tensors stand in “{0}”. Connect the panel with this file?',
      vscode.workspace.asRelativePath(uri),
    ),
    vscode.l10n.t(
      'The panel then follows the file, shows where the numbers stand, and can write changes back. Otherwise it opens with the numbers of the link alone.',
    ),
    vscode.l10n.t('Connect'),
  );
}

function selectedOf({ ranges, isBox, readings }: PanelSource): Selected {
  return { ranges, isBox, readings };
}
