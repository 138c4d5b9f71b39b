import * as vscode from 'vscode';
import type { EvaluateOptions, ParsedText } from '../core';
import { inform, warn } from '../editor/say';
import { linkTo } from './link';
import type { SourceText } from './savedSource';
import { type WriteBackFailure, writeBack } from './writeBack';

/** Puts a link to a packed state on the clipboard, and says so. */
export async function copyLink(extensionId: string, packed: unknown): Promise<void> {
  const link = await linkTo(extensionId, packed);
  if (link === null) {
    const message = vscode.l10n.t('these tensors are too large for a link. Save the values as JSON instead.');
    void warn(`Loss Lens: ${message}`);
    return;
  }
  await vscode.env.clipboard.writeText(link);
  void inform(
    `Loss Lens: ${vscode.l10n.t('the link is on the clipboard. It holds the numbers and opens the panel with them.')}`,
  );
}

/** Writes the edits into the document, or says why they cannot be; nothing is written then. */
export async function writeBackOrSay(
  text: SourceText,
  parsed: ParsedText,
  options: EvaluateOptions,
): Promise<void> {
  const result = await writeBack(text, parsed, options);
  if (!('refused' in result)) return;
  const name = result.literal === null ? null : parsed.literals[result.literal]?.name;
  const reason = reasons[result.refused]();
  const message = name ? vscode.l10n.t('“{0}” was not written back: {1}', name, reason) : reason;
  void warn(`Loss Lens: ${message}`);
}

const reasons: Readonly<Record<WriteBackFailure, () => string>> = {
  'no-document': () => vscode.l10n.t('its document cannot be opened.'),
  moved: () => vscode.l10n.t('the text has changed since it was read. Evaluate the selection again.'),
  'read-only': () => vscode.l10n.t('its file is read-only.'),
  'not-applied': () => vscode.l10n.t('VS Code did not apply the change.'),
  expression: () => vscode.l10n.t('its value is computed by code. Use “Copy as” for the numbers.'),
  operations: () =>
    vscode.l10n.t('the code applies a function to what is written. Use “Copy as” for the numbers.'),
  layout: () => vscode.l10n.t('its numbers do not stand one by one in the text.'),
  rows: () => vscode.l10n.t('rows or classes cannot be added or removed in this way of writing.'),
  special: () => vscode.l10n.t('this language has no word for nan or inf.'),
  lossy: () => vscode.l10n.t('the text would not read back as the same numbers.'),
};
