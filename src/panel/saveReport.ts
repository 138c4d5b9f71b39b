import * as vscode from 'vscode';
import { inform } from '../editor/say';
import type { PanelSource, ReportFormat } from '../messages/panel';

const fileKinds: Readonly<Record<ReportFormat, { readonly ending: string; readonly kind: string }>> = {
  markdown: { ending: 'md', kind: 'Markdown' },
  svg: { ending: 'svg', kind: 'SVG' },
  png: { ending: 'png', kind: 'PNG' },
  csv: { ending: 'csv', kind: 'CSV' },
  json: { ending: 'json', kind: 'JSON' },
  pytorch: { ending: 'py', kind: 'Python' },
};

/**
 * Asks for a file, next to the document of the tensors unless another is chosen, writes the report there, and offers
 * to open it.
 *
 * @throws what the file system says when the file cannot be written.
 */
export async function saveReport(
  source: PanelSource,
  format: ReportFormat,
  content: string | Uint8Array,
): Promise<void> {
  const { ending, kind } = fileKinds[format];
  const file = await vscode.window.showSaveDialog({
    defaultUri: defaultFile(source, ending),
    filters: { [kind]: [ending] },
  });
  if (!file) return;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(file, bytes);
  void offerToOpen(file);
}

async function offerToOpen(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const saved = `Loss Lens: ${vscode.l10n.t('saved {0}.', name)}`;
  const chosen = await inform(saved, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', file);
}

/** `train-loss.md` for `train.py`, and `test_train_loss.py`, by which test runners find it. */
function defaultFile({ uri, label }: PanelSource, ending: string): vscode.Uri | undefined {
  const stem = label.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '_') || 'tensors';
  const name = ending === 'py' ? `test_${stem.replaceAll('-', '_')}_loss.py` : `${stem}-loss.${ending}`;
  const document = uri === null ? undefined : vscode.Uri.parse(uri);
  if (document && document.scheme !== 'untitled') return vscode.Uri.joinPath(document, '..', name);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
