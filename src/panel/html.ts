import * as vscode from 'vscode';
import { spokenLanguage } from '../editor/language';

/** Folders that the page may load from. */
export function resourceRoots(extensionUri: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')];
}

/** A page by the name of its script and style sheet. */
export type PageName = 'panel' | 'snippet';

/** What a page needs beside its script and style sheet: KaTeX's fonts, a picture on its way to a PNG, and a worker made from the script's own text. */
const further: Readonly<Record<PageName, (webview: vscode.Webview) => string>> = {
  panel: ({ cspSource }) => `font-src ${cspSource}; worker-src blob:; img-src blob:`,
  snippet: () => 'worker-src blob:',
};

/**
 * A page: one script and one style sheet, nothing else, and no data. `katex.render` and the components set styles
 * through the DOM, which the policy allows.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name: PageName): string {
  const [root] = resourceRoots(extensionUri);
  const script = webview.asWebviewUri(vscode.Uri.joinPath(root, `${name}.js`));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(root, `${name}.css`));
  const nonce = newNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    further[name](webview),
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${spokenLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Loss Lens</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
