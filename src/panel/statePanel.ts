import * as vscode from 'vscode';
import type { TextRange } from '../core';
import { isPageMessage, type PageMessage, type StateMessage } from '../messages/page';
import { Page, type PageOptions } from './page';

/** What one kind of panel is, beside its state. */
export type StatePanelOptions<Message> = Omit<PageOptions<Message>, 'handle' | 'closed'>;

/**
 * The one panel of its kind, shown again after a reload, that follows the documents that its state comes from. The
 * page computes; this side reads text and owns the state, which it sends whole. `Own` are the messages that only a
 * page of this kind sends, `Further` those that only such a page gets.
 */
export abstract class StatePanel<State, Own, Further = never>
  implements vscode.WebviewPanelSerializer, vscode.Disposable
{
  private readonly page: Page<StateMessage<State> | Further, PageMessage | Own>;
  private readonly subscriptions: vscode.Disposable[];
  private followTimer: ReturnType<typeof setTimeout> | undefined;
  protected revision = 0;

  protected constructor(
    extensionUri: vscode.Uri,
    protected readonly log: vscode.LogOutputChannel,
    options: StatePanelOptions<PageMessage | Own>,
    protected state: State,
  ) {
    this.page = new Page(extensionUri, log, {
      ...options,
      handle: (message) => this.hear(message),
      closed: () => this.closed(),
    });
    this.subscriptions = [
      vscode.window.registerWebviewPanelSerializer(options.viewType, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.keepUp(event)),
    ];
  }

  /** Opens the panel beside the editor with what it shows, or leaves it where it is. */
  readonly open = (): void => this.page.open();

  /** What the panel shows, or would show when it is opened. */
  get shown(): State {
    return this.state;
  }

  /** A panel that VS Code brings back after a restart, with what the page had saved. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    try {
      await this.restore(saved);
    } catch (error) {
      this.log.error('cannot show again what was shown', error);
    }
    this.page.adopt(panel);
  }

  dispose(): void {
    clearTimeout(this.followTimer);
    this.page.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Takes up the state that a page saved, if it is one. */
  protected abstract restore(saved: unknown): Promise<void>;

  /** Moves what the state says of a document that was changed. True when its text is to be read again. */
  protected abstract follow(event: vscode.TextDocumentChangeEvent): boolean;

  /** Wait after the last keystroke before the text is read again. Unit: ms. */
  protected abstract readonly followDelay: number;

  protected abstract readAgain(): void;

  /** Selects a range in the editor; offsets are those of the page. */
  protected abstract reveal(range: TextRange): Promise<void>;

  protected abstract handle(message: Own): Promise<void>;

  /** Called when a new page has its state. */
  protected greet(): void {}

  /** Called when the panel is closed. */
  protected closed(): void {}

  protected setState(state: State): void {
    this.state = state;
    this.revision++;
    this.postState();
  }

  protected post(message: Further): void {
    this.page.post(message);
  }

  /** Gives the panel a new page. */
  protected reopen(): void {
    this.page.dispose();
    this.page.open();
  }

  /** Reads the text again at once, after a change that the panel made. */
  protected readNow(): void {
    clearTimeout(this.followTimer);
    this.readAgain();
  }

  private postState(): void {
    this.page.post({ type: 'state', revision: this.revision, state: this.state });
  }

  private async hear(message: PageMessage | Own): Promise<void> {
    if (!isPageMessage(message)) return this.handle(message);
    switch (message.type) {
      case 'ready':
        this.postState();
        return this.greet();
      case 'reveal':
        return this.reveal(message);
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
      case 'failed':
        throw new Error(message.message);
      default:
        message satisfies never;
    }
  }

  private keepUp(event: vscode.TextDocumentChangeEvent): void {
    if (this.follow(event)) this.readSoon();
  }

  /** Reads the text again when nothing more has changed for a while. */
  protected readSoon(): void {
    clearTimeout(this.followTimer);
    this.followTimer = setTimeout(() => {
      if (this.page.isOpen) this.readAgain();
    }, this.followDelay);
  }
}

/** A document that is open, by its URI as text. */
export function openDocument(uri: string | null): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
}
