import * as vscode from 'vscode';
import { languageMessage } from '../editor/language';
import { complain } from '../editor/say';
import { isLanguageRequest, type LanguageMessage } from '../messages/language';
import { type PageName, pageHtml, resourceRoots } from './html';

/** What one kind of panel is. */
export interface PageOptions<FromPage> {
  readonly viewType: string;
  readonly title: string;
  /** The bundle that draws it. */
  readonly name: PageName;
  readonly isMessage: (value: unknown) => value is FromPage;
  /** Called for every well-formed message; what it throws is logged and shown. */
  readonly handle: (message: FromPage) => Promise<void>;
  /** Called when the panel is closed. */
  readonly closed: () => void;
}

/**
 * One webview panel that opens beside the editor when asked, at most once, and its messages. A page asks for the
 * language first, which it is told here; its other messages go to `handle`.
 */
export class Page<ToPage, FromPage> implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly options: PageOptions<FromPage>,
  ) {}

  get isOpen(): boolean {
    return this.panel !== undefined;
  }

  /** Brings the panel to the front, beside the editor when it is new, and leaves the focus where it is. */
  open(): void {
    if (this.panel) {
      this.panel.reveal(undefined, true);
      return;
    }
    const { viewType, title } = this.options;
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.adopt(vscode.window.createWebviewPanel(viewType, title, place, {}));
  }

  /** Takes a new panel, or one that VS Code brings back after a restart. */
  adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(this.extensionUri) };
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.options.closed();
    });
    panel.webview.html = pageHtml(panel.webview, this.extensionUri, this.options.name);
  }

  post(message: ToPage | LanguageMessage): void {
    void this.panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private receive(message: unknown): void {
    if (isLanguageRequest(message)) {
      this.post(languageMessage());
      return;
    }
    if (!this.options.isMessage(message)) {
      this.log.error('the panel sent a message of unknown form', message);
      return;
    }
    this.options.handle(message).catch((error: unknown) => {
      this.log.error(error instanceof Error ? error : String(error));
      const words = error instanceof Error ? error.message : String(error);
      void complain(vscode.l10n.t('Loss Lens: {0}', words));
    });
  }
}
