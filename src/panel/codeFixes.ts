import * as vscode from 'vscode';
import { isReadOnly } from '../document/readOnly';
import { workspaceEditOf } from '../editor/diagnostics/editsOf';
import type { LocatedFinding, LocatedFix } from '../editor/diagnostics/places';
import type { OfferedFix } from '../messages/panel';

/** Who checks documents, and so knows what mends them. */
export interface FixSource {
  findingsIn(document: vscode.TextDocument): Promise<readonly LocatedFinding[]>;
}

/** A fix of the code at a call, and the documents that it changes as they were when it was found. */
export interface FoundFix {
  readonly offer: OfferedFix;
  readonly fix: LocatedFix;
  readonly versions: readonly (readonly [document: vscode.TextDocument, version: number])[];
}

/** Longer code says less than the title of a fix. Unit: UTF-16 code units. */
const longestWritten = 40;

/** The fixes of what is found at a call, as the editor offers them there, the best of each finding first. */
export async function fixesAt(
  document: vscode.TextDocument,
  call: vscode.Range,
  source: FixSource,
): Promise<readonly FoundFix[]> {
  const findings = await source.findingsIn(document);
  const isThere = ({ location }: LocatedFinding) => call.contains(location.range);
  const found = findings.filter(isThere).flatMap(({ code, fixes }) => fixes.map((fix) => ({ code, fix })));
  return Promise.all(
    found.map(async ({ code, fix }) => {
      const documents = await documentsOf(fix);
      const offer = { code, title: fix.title, written: writtenBy(fix, documents) };
      return { offer, fix, versions: documents.map((one) => [one, one.version] as const) };
    }),
  );
}

/**
 * Makes a fix as one step of undo.
 *
 * @throws Error in words for people when a document has changed since, is read-only, or VS Code did not take the edit.
 */
export async function applyFix({ fix, versions }: FoundFix): Promise<void> {
  for (const [document, version] of versions) {
    if (document.isClosed || document.version !== version) {
      throw new Error(vscode.l10n.t('the text has changed since it was read. Evaluate the selection again.'));
    }
    if (await isReadOnly(document)) throw new Error(vscode.l10n.t('its file is read-only.'));
  }
  if (!(await vscode.workspace.applyEdit(workspaceEditOf(fix.edits)))) {
    throw new Error(vscode.l10n.t('VS Code did not apply the change.'));
  }
}

function documentsOf({ edits }: LocatedFix): Promise<readonly vscode.TextDocument[]> {
  const names = new Map(edits.map(({ location: { uri } }) => [uri.toString(), uri]));
  return Promise.all([...names.values()].map((uri) => vscode.workspace.openTextDocument(uri)));
}

/** The code that a fix writes, where it is what stands there with something done to it: `probs.log()`. */
function writtenBy({ edits }: LocatedFix, [document]: readonly vscode.TextDocument[]): string | null {
  const [{ location, insert }, ...others] = edits;
  const before = document.getText(location.range);
  const isDone = others.length === 0 && before !== '' && insert.includes(before);
  return isDone && insert.length <= longestWritten && !insert.includes('\n') ? insert : null;
}
