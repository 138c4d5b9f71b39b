import * as vscode from 'vscode';
import type { TextRange } from '../core';

/** Selects a range of a document, in the editor that shows it already where there is one. */
export async function reveal(uri: vscode.Uri, { from, to }: TextRange): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(document.positionAt(from), document.positionAt(to));
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = open?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { selection, viewColumn });
}
