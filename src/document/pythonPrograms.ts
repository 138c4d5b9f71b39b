import * as vscode from 'vscode';
import { markdownProgram, notebookProgram, type Program, plainProgram } from '../core';
import { readNotebookFile } from './notebookFile';

/** A program with the documents that it comes from. */
export interface SourceProgram {
  /** Its path for the checker, see `keyOf`. */
  readonly key: string;
  /** The file or notebook. */
  readonly uri: vscode.Uri;
  readonly program: Program;
  /** The document of each part. */
  readonly partUris: readonly vscode.Uri[];
  /** Of a notebook that is not open, the numbers of the cells that are the parts; null for anything else. */
  readonly cellNumbers: readonly number[] | null;
}

/** An open document or notebook that can be checked. */
export type OpenSource = vscode.TextDocument | vscode.NotebookDocument;

/** Longer documents are not checked. Unit: UTF-16 code units. */
export const longestText = 1_000_000;

/** The path under which the checker knows a file: imports are looked for in the folders that it names. */
export function keyOf({ scheme, authority, path }: vscode.Uri): string {
  return `${scheme}://${authority}${path}`;
}

/** The file that a path of the checker names, in the file system of `from`; null when it is in no such place. */
export function uriOfKey(key: string, from: vscode.Uri): vscode.Uri | null {
  const root = `${from.scheme}://${from.authority}/`;
  return key.startsWith(root) ? from.with({ path: key.slice(root.length - 1), fragment: '' }) : null;
}

/** The part of a key from its workspace folder on; outside of every folder, the name of the file. */
export function nameOfKey(key: string): string {
  const folders = (vscode.workspace.workspaceFolders ?? [])
    .map(({ uri }) => `${keyOf(uri).replace(/\/$/, '')}/`)
    .filter((folder) => key.startsWith(folder));
  const longest = Math.max(0, ...folders.map(({ length }) => length));
  return key.slice(longest || key.lastIndexOf('/') + 1);
}

/** The program of an open document or notebook; null when it has no Python or is too long. */
export function programOf(source: OpenSource): SourceProgram | null {
  const found = 'notebookType' in source ? ofNotebook(source) : ofDocument(source);
  return found && found.program.text.length <= longestText ? found : null;
}

function ofDocument(document: vscode.TextDocument): SourceProgram | null {
  const { uri, languageId } = document;
  const isMarkdown = languageId === 'markdown';
  if (!isMarkdown && languageId !== 'python') return null;
  const text = document.getText();
  const program = isMarkdown ? markdownProgram(text) : plainProgram(text);
  return { key: keyOf(uri), uri, program, partUris: [uri], cellNumbers: null };
}

function ofNotebook(notebook: vscode.NotebookDocument): SourceProgram | null {
  const documents = notebook
    .getCells()
    .filter(({ kind, document }) => kind === vscode.NotebookCellKind.Code && document.languageId === 'python')
    .map(({ document }) => document);
  if (documents.length === 0) return null;
  return {
    key: keyOf(notebook.uri),
    uri: notebook.uri,
    program: notebookProgram(documents.map((document) => document.getText())),
    partUris: documents.map(({ uri }) => uri),
    cellNumbers: null,
  };
}

/**
 * The program of a file that is not open.
 *
 * @throws SyntaxError or RangeError when it is no notebook in spite of its name.
 */
export function programOfFile(uri: vscode.Uri, text: string): SourceProgram {
  const key = keyOf(uri);
  if (!uri.path.endsWith('.ipynb')) {
    return { key, uri, program: plainProgram(text), partUris: [uri], cellNumbers: null };
  }
  const cells = readNotebookFile(text);
  return {
    key,
    uri,
    program: notebookProgram(cells.map((cell) => cell.text)),
    partUris: cells.map(() => uri),
    cellNumbers: cells.map(({ number }) => number),
  };
}

/** The notebook that a document is a cell of, else the document itself. */
export function sourceOf(document: vscode.TextDocument): OpenSource {
  const notebook = vscode.workspace.notebookDocuments.find((one) =>
    one.getCells().some((cell) => cell.document === document),
  );
  return notebook ?? document;
}

/** Everything that is open and can be a program. */
export function openSources(): readonly OpenSource[] {
  const { textDocuments, notebookDocuments } = vscode.workspace;
  const cells = new Set(notebookDocuments.flatMap((one) => one.getCells().map(({ document }) => document)));
  return [...notebookDocuments, ...textDocuments.filter((document) => !cells.has(document))].filter(
    ({ uri, isClosed }) => !isClosed && isUserFile(uri),
  );
}

/** Not what only looks like a document: old versions, outputs, previews. */
function isUserFile({ scheme }: vscode.Uri): boolean {
  const { fs, workspaceFolders = [] } = vscode.workspace;
  return (
    scheme === 'untitled' ||
    workspaceFolders.some(({ uri }) => uri.scheme === scheme) ||
    fs.isWritableFileSystem(scheme) === true
  );
}
