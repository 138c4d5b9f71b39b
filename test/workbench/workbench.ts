import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openBrowser } from '../host/openBrowser.mjs';
import { putWebviewsApart } from '../host/putWebviewsApart.mjs';
import { startServer } from '../host/server.mjs';
import { workbenchUrl } from '../host/workbenchUrl.mjs';

export const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
  contrastLight: 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

interface WorkbenchOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Of the extension; the words of VS Code stay English. */
  readonly language?: string;
  /** Settings of the machine beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Of the examples, to open at once, as `npm start` does. */
  readonly file?: string;
  /** Gives webviews a process beside the workbench's, as the desktop does: alike, they share its pauses. */
  readonly isPanelApart?: boolean;
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['newPage']>>;

const screenshotFolder = resolve('out', 'screenshots');

/** Hovers and notifications fade in. Unit: ms. */
const fadeTime = 400;

/** Longest wait for something to appear in the workbench. Unit: ms. */
const patience = 60_000;

/** How often a list of the workbench is opened anew before its entry counts as missing. */
const listAttempts = 12;

/** Longest wait for a hover before the mouse rests there anew: lines that move under a mouse at rest take it away. Unit: ms. */
const hoverPatience = 4_000;

/** How often the mouse rests on a word before its hover counts as missing. */
const hoverAttempts = 15;

/** Classes by which the workbench shows the kind of its theme. */
const themeClasses: Readonly<Record<Theme, string>> = {
  dark: 'vs-dark',
  light: 'vs',
  contrast: 'hc-black',
  contrastLight: 'hc-light',
};

/** The window that the tests share, for opening one takes longer than most of them; null before the first. */
let shared: Workbench | null = null;

/**
 * A VS Code in a browser window on a copy of `examples/` with the extension, to be used as a person would: keys,
 * mouse, and what is on the screen.
 */
export class Workbench {
  private settings: Readonly<Record<string, unknown>> = {};

  private constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
    private readonly configure: (settings: object) => void,
    private readonly release: () => Promise<void>,
  ) {}

  /** A window with nothing open: the shared one, unless it has to speak another language or to open a file at once. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const isShared = options.language === undefined && options.file === undefined && !options.isPanelApart;
    const workbench = (isShared && shared) || (await Workbench.start(options));
    if (isShared) shared = workbench;
    await workbench.arrange(options);
    return workbench;
  }

  private static async start({
    language = 'en',
    settings = {},
    file,
    isPanelApart = false,
  }: WorkbenchOptions): Promise<Workbench> {
    const scratch = mkdtempSync(join(tmpdir(), 'loss-lens-workbench-'));
    const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    process.once('exit', remove);
    const folder = join(scratch, 'examples');
    cpSync(resolve('examples'), folder, { recursive: true });
    const server = await startServer({
      dataFolder: join(scratch, 'data'),
      extensionsFolder: join(scratch, 'extensions'),
      language,
      settings,
    });
    const browser = await openBrowser(isPanelApart ? ['--site-per-process'] : []);
    const page: Page = await browser.newPage();
    page.setDefaultTimeout(patience);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    if (isPanelApart) await putWebviewsApart(page, server.port);
    const opened = file === undefined ? {} : { file: join(folder, file) };
    const url = workbenchUrl({ port: server.port, folder, extension: resolve('.'), ...opened });
    const workbench = new Workbench(page, folder, server.configure, async () => {
      await browser.close();
      server.stop();
      remove();
    });
    await page.goto(url);
    await workbench.ready();
    return workbench;
  }

  /** Size, theme and settings as asked for, with the side bar and without the panel below. */
  private async arrange({ theme = 'dark', width = 1400, height = 900, settings = {} }: WorkbenchOptions) {
    await this.page.setViewportSize({ width, height });
    this.settings = {
      'editor.minimap.enabled': false,
      'workbench.editor.restoreViewState': false,
      ...settings,
    };
    await this.setTheme(theme);
    if (!(await this.page.locator('.part.sidebar').isVisible())) {
      await this.command('View: Toggle Primary Side Bar Visibility');
    }
    if (await this.page.locator('.part.panel').isVisible()) {
      await this.command('View: Toggle Panel Visibility');
    }
  }

  /** Shows another theme, all else staying as it is. */
  async setTheme(theme: Theme): Promise<void> {
    this.configure({ 'workbench.colorTheme': themes[theme], ...this.settings });
    await this.page.waitForSelector(`.monaco-workbench.${themeClasses[theme]}`);
  }

  /** Nothing open, changes dropped, and the folder as it was. */
  private async clear(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.command('View: Close All Editors');
    const discard = this.page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
    const tabs = this.page.locator('.part.editor .tab');
    for (const end = Date.now() + patience; (await tabs.count()) > 0; ) {
      if (Date.now() > end) throw new Error('editors stay open');
      if (await discard.isVisible()) await discard.click();
      await this.page.waitForTimeout(100);
    }
    await this.command('Notifications: Clear All Notifications');
    for (const name of readdirSync(this.folder)) {
      if (!existsSync(join('examples', name))) rmSync(join(this.folder, name), { recursive: true });
    }
    cpSync(resolve('examples'), this.folder, { recursive: true });
  }

  /** Closes the shared window, for a program that would wait for its browser and server. */
  static async end(): Promise<void> {
    await shared?.release();
    shared = null;
  }

  /** Reloads the window, as a person would. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  private async ready(): Promise<void> {
    await this.page.waitForSelector('.monaco-workbench .part.editor');
    await this.page.waitForSelector('.statusbar-item');
  }

  /** Takes the focus out of the panel and into the first column, and waits until it has arrived there. */
  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.waitForFunction(() => document.activeElement?.closest('.editor-group-container') != null);
  }

  /** Gives the shared window back, or closes one of its own. */
  async close(): Promise<void> {
    if (this !== shared) return this.release();
    try {
      await this.clear();
    } catch {
      shared = null;
      await this.release();
    }
  }

  /** Runs a command by its words: F1, type, Enter. */
  async command(words: string): Promise<void> {
    await this.pick('F1', `>${words}`, words);
  }

  /**
   * Opens a list of the workbench by its key, types into it and takes the first entry with these words. The list
   * is filled once when it opens, so one that opened before its entries were known is closed and opened again.
   */
  private async pick(key: string, typed: string, words: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    const entry = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first();
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      await input.waitFor({ state: 'visible' });
      await input.fill(typed);
      try {
        await entry.waitFor({ timeout: patience / listAttempts });
        break;
      } catch (error) {
        if (attempt === listAttempts) throw error;
        await this.page.keyboard.press('Escape');
        await input.waitFor({ state: 'hidden' });
      }
    }
    await entry.click();
    await input.waitFor({ state: 'hidden' });
  }

  /**
   * Opens a file of the folder in the first column, with Ctrl+P and its whole path: by its name alone, a new file is
   * only found by the second list.
   */
  async openFile(name: string): Promise<void> {
    await this.focusEditor();
    await this.pick('Control+P', join(this.folder, name), name);
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** A file of the folder with this text. */
  async writeFile(name: string, text: string): Promise<void> {
    writeFileSync(join(this.folder, name), text);
  }

  /** A new untitled editor in the first column with this text, the cursor inside the first brackets. */
  async newFile(text: string): Promise<void> {
    await this.focusEditor();
    await this.command('File: New Untitled Text File');
    await this.page.locator('.editor-instance .view-line').first().waitFor();
    await this.page.keyboard.insertText(text);
    await this.page.locator('.editor-instance .view-line', { hasText: '[' }).first().waitFor();
    await this.goToLine(1, 1 + text.indexOf('[') + 2);
  }

  /** Selects whole lines of the active editor, 1-based and inclusive, with the keyboard. */
  async selectLines(first: number, last: number): Promise<void> {
    await this.goToLine(first);
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('Home');
    for (let line = first; line < last; line++) await this.page.keyboard.press('Shift+ArrowDown');
    await this.page.keyboard.press('Shift+End');
  }

  async goToLine(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor({ state: 'visible' });
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** The content of the panel, once it shows something. */
  async panel() {
    const frame = this.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
    await frame.locator('main').waitFor();
    return frame;
  }

  /** The same as a frame, for what has to run in the page itself. */
  async panelFrame() {
    await this.panel();
    for (const frame of this.page.frames().reverse()) {
      if (frame.name() === 'active-frame' || (await frame.locator('body > main').count()) > 0) return frame;
    }
    throw new Error('the panel has no frame');
  }

  /** The panel with its roles and options open. */
  async panelWithSetup() {
    const panel = await this.panel();
    const setup = panel.locator('.setup');
    if ((await setup.getAttribute('open')) === null) await setup.locator('> summary').click();
    return panel;
  }

  /** The large value of a loss in the panel, as text. */
  async valueOf(loss: 'CrossEntropyLoss' | 'NLLLoss'): Promise<string> {
    const panel = await this.panel();
    const card = panel.locator('section.answer').filter({ hasText: new RegExp(`^${loss}`) });
    return card.locator('.value').innerText();
  }

  /** The code lenses of Loss Lens in the active editor, from the top. */
  codeLens(index: number) {
    return this.page.locator('.codelens-decoration a', { hasText: /CE .+ · NLL / }).nth(index);
  }

  /** What is underlined as a warning or an error in the active editor. */
  underlined() {
    return this.page.locator('.squiggly-warning, .squiggly-error');
  }

  /** Rests the mouse on a word of the active editor until a hover shows. */
  async hover(word: string) {
    const token = this.page.locator('.editor-instance .view-line span', { hasText: word }).last();
    const hover = this.page.locator('.monaco-hover:visible').first();
    for (let attempt = 1; ; attempt++) {
      await token.hover();
      try {
        await hover.waitFor({ timeout: hoverPatience });
        return hover;
      } catch (error) {
        if (attempt === hoverAttempts) throw error;
        await this.page.mouse.move(0, 0);
      }
    }
  }

  /**
   * Waits until what was done is seen whole, and takes a picture of it for people in `out/screenshots`: of what failed,
   * and of all when LOSS_LENS_SCREENSHOTS is set.
   */
  async screenshot(name: string): Promise<void> {
    if (!process.env.LOSS_LENS_SCREENSHOTS && !name.startsWith('failed ')) return;
    await this.page.waitForTimeout(fadeTime);
    mkdirSync(screenshotFolder, { recursive: true });
    await this.page.screenshot({ path: join(screenshotFolder, `${name}.png`) });
  }
}
