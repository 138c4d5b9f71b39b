import * as vscode from 'vscode';

/** A new untitled document in the first column. */
export async function openText(content: string, language: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** The text between the first and the last place of `word` in a document. */
export function rangeOf(document: vscode.TextDocument, word: string): vscode.Selection {
  const from = document.getText().indexOf(word);
  if (from < 0) throw new RangeError(`"${word}" is not in the document`);
  return new vscode.Selection(document.positionAt(from), document.positionAt(from + word.length));
}
