import * as vscode from 'vscode';
import type { FindingCode } from '../../core';

/** The link to the section of a code. */
export type DocsLinks = (code: FindingCode) => vscode.Uri;

/** Finds the section of docs/findings.md that explains a code. */
export class FindingDocs {
  private readonly uri: vscode.Uri;
  private lines: Promise<readonly string[]> | null = null;

  constructor(extensionUri: vscode.Uri) {
    this.uri = vscode.Uri.joinPath(extensionUri, 'docs', 'findings.md');
  }

  /** Links to a code's line where an editor opens it, else to its heading. */
  async links(): Promise<DocsLinks> {
    this.lines ??= readLines(this.uri);
    const lines = await this.lines;
    return (code) => {
      const line = lines.indexOf(`## ${code}`);
      return this.uri.with({ fragment: line < 0 ? code : `L${line + 1}` });
    };
  }
}

/** None where the extension's own files cannot be read: in a browser they may be behind a server. */
async function readLines(uri: vscode.Uri): Promise<readonly string[]> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder().decode(bytes).split(/\r?\n/);
  } catch {
    return [];
  }
}
