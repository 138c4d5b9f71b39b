import * as vscode from 'vscode';
import { decodeState, encodeState, longestLink } from '../messages/linkState';
import { type SavedState, unpackState } from '../messages/savedState';
import { sourceOf } from './savedSource';

/** Path of a link that opens the panel. */
const panelPath = '/panel';

/**
 * A link that opens the panel with a state, which `packState` made; null when the state is too large for one.
 * `extensionId` is that of the extension's context.
 */
export async function linkTo(extensionId: string, packed: unknown): Promise<string | null> {
  const state = unpackState(packed);
  const text = state && (await encodeState(state));
  const link = text && `${vscode.env.uriScheme}://${extensionId}${panelPath}?state=${text}`;
  return link && link.length <= longestLink ? link : null;
}

/**
 * The state in a link, ready to be shown; null when it holds none. It has a document only when that one is open or in
 * the workspace and holds the text where the link says: no other file is looked at, for a link may come from anybody.
 */
export async function stateOfLink(uri: vscode.Uri): Promise<SavedState | null> {
  const text = new URLSearchParams(uri.query).get('state');
  const state = uri.path === panelPath && text !== null ? await decodeState(text) : null;
  if (state === null || (await isStillThere(state))) return state;
  return { ...state, source: { ...state.source, uri: null } };
}

async function isStillThere({ source }: SavedState): Promise<boolean> {
  if (source.uri === null) return false;
  try {
    const uri = vscode.Uri.parse(source.uri, true);
    const isOpen = vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
    if (!isOpen && !vscode.workspace.getWorkspaceFolder(uri)) return false;
    const document = await vscode.workspace.openTextDocument(uri);
    const { pieces } = sourceOf(document, source);
    return (
      pieces.length === source.pieces.length &&
      pieces.every(({ from, text }, i) => from === source.pieces[i].from && text === source.pieces[i].text)
    );
  } catch {
    return false;
  }
}
