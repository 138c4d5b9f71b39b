import * as vscode from 'vscode';

/** Selects a range of a document, in the editor that shows it already where there is one. */
export async function reveal(document: vscode.TextDocument, selection: vscode.Range): Promise<void> {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = open?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { selection, viewColumn });
}
