import * as vscode from 'vscode';
import { withoutOutputs } from './notebookFile';

/** A file that was read, or why it was not. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** Larger files are not read. Unit: bytes. */
const largestFile = 1_000_000;

/** Notebooks are read up to this size, and kept without their outputs, which are most of it. Unit: bytes. */
const largestNotebook = 50_000_000;

/** Reads files of the workspace, each once until it changes. */
export class WorkspaceFiles implements vscode.Disposable {
  private readonly cache = new Map<string, Promise<FileText | null>>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly moved = new vscode.EventEmitter<vscode.Uri>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.{py,ipynb}');
  private readonly owned: vscode.Disposable;

  /** A file, or a folder with all in it, was written, made or deleted. */
  readonly onDidChange = this.changed.event;

  /** A file, or a folder with all in it, has come or gone; told before `onDidChange`. */
  readonly onDidMove = this.moved.event;

  constructor() {
    const forget = (...uris: readonly vscode.Uri[]) => {
      for (const uri of uris) this.forget(uri);
    };
    const moved = (...uris: readonly vscode.Uri[]) => {
      for (const uri of uris) this.moved.fire(uri);
      forget(...uris);
    };
    this.owned = vscode.Disposable.from(
      this.changed,
      this.moved,
      this.watcher,
      this.watcher.onDidChange((uri) => forget(uri)),
      this.watcher.onDidCreate((uri) => moved(uri)),
      this.watcher.onDidDelete((uri) => moved(uri)),
      // Where nothing watches the disk, what is done in the editor is noticed at least.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.forget(uri)),
      vscode.workspace.onDidSaveNotebookDocument(({ uri }) => this.forget(uri)),
      vscode.workspace.onDidCreateFiles(({ files }) => moved(...files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => moved(...files)),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        moved(...files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        moved(...[...added, ...removed].map(({ uri }) => uri)),
      ),
    );
  }

  /** The text of a file; null when there is none. */
  read(uri: vscode.Uri): Promise<FileText | null> {
    const key = uri.toString();
    const known = this.cache.get(key);
    if (known) return known;
    const read = readText(uri);
    this.cache.set(key, read);
    return read;
  }

  /** Makes room; whatever is needed again is read again. */
  forgetTexts(): void {
    this.cache.clear();
  }

  /** Forgets a file, or all in a folder. */
  private forget(uri: vscode.Uri): void {
    const name = uri.toString();
    for (const key of this.cache.keys())
      if (key === name || key.startsWith(`${name}/`)) this.cache.delete(key);
    this.changed.fire(uri);
  }

  dispose(): void {
    this.owned.dispose();
  }
}

async function readText(uri: vscode.Uri): Promise<FileText | null> {
  const { fs } = vscode.workspace;
  try {
    const { type, size } = await fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return null;
    const largest = uri.path.endsWith('.ipynb') ? largestNotebook : largestFile;
    if (size > largest) return tooLarge(size, largest);
    const text = new TextDecoder().decode(await fs.readFile(uri));
    if (size <= largestFile) return { text };
    const code = withoutOutputs(text);
    return code.length <= largestFile ? { text: code } : tooLarge(code.length, largestFile);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && isAbsence(error)) return null;
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function tooLarge(size: number, largest: number): FileText {
  return { problem: vscode.l10n.t('{0} bytes, more than {1}', size, largest) };
}

function isAbsence({ code }: vscode.FileSystemError): boolean {
  return code === 'FileNotFound' || code === 'FileNotADirectory' || code === 'FileIsADirectory';
}
