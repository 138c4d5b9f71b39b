import * as vscode from 'vscode';
import { isInsideFolder, normalPath } from '../document/insideFolder';
import { sourceOf as programSourceOf } from '../document/pythonPrograms';
import { noComparison } from '../messages/comparison';
import { decodeState, encodeState, longestLink } from '../messages/linkState';
import { type SavedState, unpackState } from '../messages/savedState';
import { sourceOf } from './savedSource';

/** Path of a link that opens the panel. */
const panelPath = '/panel';

/**
 * A link that opens the panel with a state, which `packState` made; null when the state is too large for one,
 * without its pins too.
 * `extensionId` is that of the extension's context.
 */
export async function linkTo(extensionId: string, packed: unknown): Promise<string | null> {
  const state = unpackState(packed);
  const text =
    state && ((await encodeState(state)) ?? (await encodeState({ ...state, comparison: noComparison })));
  const link = text && `${vscode.env.uriScheme}://${extensionId}${panelPath}?state=${text}`;
  return link && link.length <= longestLink ? link : null;
}

/**
 * The state in a link, ready to be shown; null when it holds none. It has a document only when that one is open in an
 * editor or in the workspace, holds the text where the link says, and the user agrees when `ask` names it. No other
 * file is looked at, for a link may come from anybody; what the panel says of the document comes from the document.
 */
export async function stateOfLink(
  uri: vscode.Uri,
  ask: (document: vscode.Uri) => Promise<boolean>,
): Promise<SavedState | null> {
  const text = new URLSearchParams(uri.query).get('state');
  const state = uri.path === panelPath && text !== null ? await decodeState(text) : null;
  if (state === null) return null;
  const document = await documentOf(state);
  const { source } = state;
  const { ranges, isBox, readings } = source;
  return document && (await ask(document.uri))
    ? { ...state, source: sourceOf(document, { ranges, isBox, readings }).source }
    : { ...state, source: { ...source, uri: null } };
}

/** The document that a link may name and that holds its text; null when there is none. */
async function documentOf({ source }: SavedState): Promise<vscode.TextDocument | null> {
  const uri = source.uri === null ? null : uriInReach(source.uri);
  if (uri === null) return null;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const { pieces } = sourceOf(document, source);
    const isThere =
      pieces.length === source.pieces.length &&
      pieces.every(({ from, text }, i) => from === source.pieces[i].from && text === source.pieces[i].text);
    return isThere ? document : null;
  } catch {
    return null;
  }
}

/** An address with its `..` followed, when it is that of an open editor or lies in the workspace; else null. */
function uriInReach(written: string): vscode.Uri | null {
  const named = parsed(written);
  if (!named) return null;
  if (isOpen(named)) return named;
  const path = normalPath(named.path);
  const folders = vscode.workspace.workspaceFolders ?? [];
  return path !== null && folders.some((folder) => isInsideFolder(folder.uri, named))
    ? named.with({ path })
    : null;
}

function parsed(written: string): vscode.Uri | null {
  try {
    return vscode.Uri.parse(written, true);
  } catch {
    return null;
  }
}

/** Whether a tab shows the document, or the notebook that it is a cell of. */
function isOpen(uri: vscode.Uri): boolean {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (!document) return false;
  const shown = programSourceOf(document).uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook) &&
        input.uri.toString() === shown,
    ),
  );
}
