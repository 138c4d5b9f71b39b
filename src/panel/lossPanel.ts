import * as vscode from 'vscode';
import type { EvaluateOptions, ParsedText, TextRange } from '../core';
import { reachAbove } from '../document/pieces';
import { placeIn, startIn, type WholeText, wholeTextOf } from '../document/wholeText';
import { ask, complain } from '../editor/say';
import type { PageMessage } from '../messages/page';
import {
  type FromWebview,
  isFromWebview,
  type PanelSource,
  type PanelState,
  type ToWebview,
} from '../messages/panel';
import { type SavedState, unpackState } from '../messages/savedState';
import { applyFix, type FixSource, type FoundFix, fixesAt } from './codeFixes';
import { emptyState } from './example';
import { isNear, moveRanges, moveReadings } from './followedText';
import { stateOfLink } from './link';
import { reveal } from './reveal';
import { parseSource, type Selected, type SourceText, sourceOf } from './savedSource';
import { saveReport } from './saveReport';
import { openDocument, StatePanel } from './statePanel';
import { copyLink, writeBackOrSay } from './takeAway';

const viewType = 'lossLens.panel';

/** What the user has set for a source. */
export interface Kept {
  readonly options: EvaluateOptions;
  readonly readings: PanelSource['readings'];
}

type Own = Exclude<FromWebview, PageMessage>;

type Further = Exclude<ToWebview, { readonly type: 'state' }>;

/** The panel of losses: it shows the tensors of a document, a text or a link. */
export class LossPanel extends StatePanel<PanelState, Own, Further> implements vscode.UriHandler {
  protected readonly followDelay = 150;
  /** The whole text of the state's source. */
  private pieces: SourceText['pieces'] = [];
  /** Of the last source that was chosen to be shown. */
  private lastId = 0;
  /** What was offered to the page, for the state of a revision. */
  private offered: { readonly revision: number; readonly fixes: readonly FoundFix[] } | null = null;
  /** How the next page is to show its first state, when a link says so. */
  private linked: SavedState | null = null;
  /** Where the parts of the shown text started when it was last looked at. */
  private parts: WholeText['parts'] = [];
  private readonly owned: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Extension<unknown>,
    log: vscode.LogOutputChannel,
    private readonly checked: FixSource,
  ) {
    const options = { viewType, title: 'Loss Lens', name: 'panel', isMessage: isFromWebview } as const;
    super(extension.extensionUri, log, options, emptyState());
    this.owned = vscode.Disposable.from(
      vscode.window.registerUriHandler(this),
      vscode.workspace.onDidChangeNotebookDocument(({ contentChanges }) => {
        if (contentChanges.length > 0) this.followCells();
      }),
    );
  }

  /** Shows that a long selection is being read; the function it gives puts back what was shown before. */
  showReading(source: PanelSource): () => void {
    const before = this.state;
    this.setState({ kind: 'reading', source: { ...source, id: this.idFor(source) } });
    this.open();
    return () => this.setState(before);
  }

  /** Shows the tensors of a source; the panel opens beside the editor or stays where it is. */
  show(text: SourceText, parsed: ParsedText): void {
    const { uri, ranges } = text.source;
    const options = this.keptFor(uri, ranges)?.options ?? {};
    this.setText(text, options, this.idFor(text.source), parsed);
    this.open();
  }

  /** Opens the panel with the state in a link. */
  async handleUri(uri: vscode.Uri): Promise<void> {
    const state = await stateOfLink(uri, askForFile);
    if (!state) {
      const message = vscode.l10n.t('this link holds no tensors, or was cut.');
      void complain(`Loss Lens: ${message}`);
      return;
    }
    await this.showSaved(state, ++this.lastId);
    this.linked = state;
    this.reopen();
  }

  /** What the user has set for these ranges when they are what is shown; null for others. */
  keptFor(uri: string | null, ranges: PanelSource['ranges']): Kept | null {
    if (this.state.kind !== 'parsed' || uri === null || this.state.source.uri !== uri) return null;
    const { options, source } = this.state;
    return isSameSelection(source.ranges, ranges) ? { options, readings: source.readings } : null;
  }

  /** The id of what is shown when it is the same selection, else a new one. */
  private idFor({ uri, ranges }: PanelSource): number | undefined {
    const { source } = this;
    const isShown = this.state.kind !== 'empty' && uri !== null && source.uri === uri;
    return isShown && isSameSelection(source.ranges, ranges) ? source.id : ++this.lastId;
  }

  override dispose(): void {
    super.dispose();
    this.owned.dispose();
  }

  protected async restore(saved: unknown): Promise<void> {
    const kept = unpackState(saved);
    if (!kept) return;
    const { source, memory } = kept;
    this.lastId = Math.max(this.lastId, source.id ?? 0);
    // The text may be another since: no state from now on is the one that the page kept its steps for.
    this.revision = Math.max(this.revision, memory?.revision ?? 0);
    await this.showSaved(kept, source.id);
  }

  protected override greet(): void {
    if (this.linked) this.post({ type: 'look', view: this.linked.view, comparison: this.linked.comparison });
    this.linked = null;
  }

  protected async reveal(range: TextRange): Promise<void> {
    if (this.state.kind !== 'parsed' || this.state.source.uri === null) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(this.state.source.uri));
    const place = placeIn(wholeTextOf(document), range);
    await reveal(place.document, place.range);
  }

  private async showSaved({ source, options }: SavedState, id: PanelSource['id']): Promise<void> {
    const text = source.pieces.length > 0 ? { source, pieces: source.pieces } : await this.readFrom(source);
    if (text) this.setText(text, options, id);
  }

  private setText(
    text: SourceText,
    options: EvaluateOptions,
    id: PanelSource['id'],
    parsed = parseSource(text),
  ): void {
    this.pieces = text.pieces;
    this.setState({ kind: 'parsed', source: { ...text.source, id }, parsed, options });
    this.parts = this.shownText()?.parts ?? [];
  }

  protected async handle(message: Own): Promise<void> {
    switch (message.type) {
      case 'options':
        if (this.state.kind === 'parsed') this.state = { ...this.state, options: message.options };
        return;
      case 'reading':
        this.readAs(message.from, message.id);
        return;
      case 'findFixes':
        await this.offerFixes(message);
        return;
      case 'applyFix':
        await this.applyFix(message);
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
      case 'openDocs':
        await this.openDocs(message.code);
        return;
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
    this.setText({ source: { ...source, readings }, pieces: this.pieces }, options, source.id);
  }

  /** Tells the page what mends the code at a call of the text that it shows. */
  private async offerFixes({ revision, ...call }: TextRange & { readonly revision: number }): Promise<void> {
    const whole = this.shownText();
    if (!whole || revision !== this.revision) return;
    const { document, range } = placeIn(whole, call);
    const fixes = await fixesAt(document, range, this.checked);
    if (revision !== this.revision) return;
    this.offered = { revision, fixes };
    this.post({ type: 'fixes', revision, fixes: fixes.map(({ offer }) => offer) });
  }

  private async applyFix({ revision, index }: { revision: number; index: number }): Promise<void> {
    const found = this.offered?.revision === revision ? this.offered.fixes[index] : undefined;
    // A page that has not heard of the last change yet shows an old fix: it is about to be replaced.
    if (!found || revision !== this.revision) return;
    await applyFix(found);
    this.readNow();
    this.post({ type: 'applied', title: found.offer.written ?? found.offer.title });
  }

  private async openDocs(code: string): Promise<void> {
    const docs = vscode.Uri.joinPath(this.extension.extensionUri, 'docs', 'findings.md').with({
      fragment: code,
    });
    await vscode.commands.executeCommand('markdown.showPreview', docs);
  }

  protected follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
    const whole = this.shownText();
    const start = whole && startIn(whole, document);
    if (!whole || start === null || this.state.kind !== 'parsed') return false;
    this.parts = whole.parts;
    const changes = contentChanges.map((one) => ({ ...one, rangeOffset: start + one.rangeOffset }));
    const { source } = this.state;
    const ranges = moveRanges(source.ranges, changes);
    const readings = moveReadings(source.readings, changes);
    const isTouched = isNear(source.ranges, changes, reachAbove);
    this.state = { ...this.state, source: { ...source, ranges, readings } };
    return isTouched || !ranges.every((range, i) => range.from === source.ranges[i].from);
  }

  /** Cells have come, gone or moved: what is shown moves with the cells that it stands in. */
  private followCells(): void {
    const whole = this.shownText();
    if (!whole || this.state.kind !== 'parsed') return;
    const { source } = this.state;
    const moved = (at: number) => {
      const part = this.parts.filter(({ from }) => from <= at).at(-1);
      const start = part ? startIn(whole, part.document) : null;
      return part && start !== null ? at - part.from + start : at;
    };
    const ranges = source.ranges.map(({ from, to }) => ({ from: moved(from), to: moved(to) }));
    this.state = { ...this.state, source: { ...source, ranges, readings: {} } };
    this.parts = whole.parts;
    this.readSoon();
  }

  /** The text that is shown, if it is that of an open document. */
  private shownText(): WholeText | null {
    const document = this.state.kind === 'parsed' ? openDocument(this.state.source.uri) : undefined;
    return document ? wholeTextOf(document) : null;
  }

  protected readAgain(): void {
    if (this.state.kind !== 'parsed') return;
    const { source, options } = this.state;
    const document = openDocument(source.uri);
    if (document) this.setText(sourceOf(document, selectedOf(source)), options, source.id);
  }

  private async readFrom(source: PanelSource): Promise<SourceText | undefined> {
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

function isSameSelection(a: PanelSource['ranges'], b: PanelSource['ranges']): boolean {
  return a.length === b.length && a.every(({ from, to }, i) => from === b[i].from && to === b[i].to);
}

function selectedOf({ ranges, isBox, readings }: PanelSource): Selected {
  return { ranges, isBox, readings };
}
