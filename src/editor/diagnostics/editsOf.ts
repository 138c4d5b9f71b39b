import * as vscode from 'vscode';
import type { LocatedEdit } from './places';

/** The change that a fix makes, for a quick fix and for the panel's button alike. */
export function workspaceEditOf(edits: readonly LocatedEdit[]): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  for (const { location, insert } of edits) made.replace(location.uri, location.range, insert);
  return made;
}
