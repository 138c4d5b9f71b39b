import * as vscode from 'vscode';
import { waitFor } from './waitFor';

/** The diagnostics of Loss Lens in a document. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Loss Lens');
}

/** The findings of a document as `code: underlined text`. */
export function findingsOf({ uri, getText }: vscode.TextDocument): readonly string[] {
  return diagnosticsOf(uri).map(({ code, range }) => {
    const value = typeof code === 'object' ? code.value : code;
    return `${value}: ${getText(range)}`;
  });
}

/** Waits until the findings of a document are these. */
export async function waitForFindings(
  document: vscode.TextDocument,
  expected: readonly string[],
): Promise<void> {
  const isThere = () => JSON.stringify(findingsOf(document)) === JSON.stringify(expected);
  try {
    await waitFor('findings', isThere);
  } catch {
    throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(findingsOf(document))}`);
  }
}

/** Waits until the findings of a document are those of its text, whatever they are. */
export async function settle({ uri, lineCount }: vscode.TextDocument): Promise<void> {
  // Who asks for code actions gets those of the present text.
  const all = new vscode.Range(0, 0, lineCount, 0);
  await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, all);
}

/** Replaces the only occurrence of `word` in a document. */
export async function replaceText(
  document: vscode.TextDocument,
  word: string,
  insert: string,
): Promise<void> {
  const from = document.getText().indexOf(word);
  if (from < 0) throw new RangeError(`"${word}" is not in the document`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(from), document.positionAt(from + word.length));
  edit.replace(document.uri, range, insert);
  await vscode.workspace.applyEdit(edit);
}

/** A notebook of code cells that is nowhere on the disk. */
export async function openCells(...cells: readonly string[]): Promise<vscode.NotebookDocument> {
  const data = cells.map((text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python'));
  return vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(data));
}
