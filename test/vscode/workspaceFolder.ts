import * as vscode from 'vscode';

/** A folder of the workspace that is there for one test file. */
export class TestFolder {
  constructor(private readonly name: string) {}

  /** Set up and removed with the enclosing `describe`. */
  register(): void {
    before(() => this.remove());
    after(() => this.remove());
  }

  uriOf(path: string): vscode.Uri {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    return vscode.Uri.joinPath(folder.uri, this.name, path);
  }

  async write(path: string, text: string): Promise<vscode.Uri> {
    const uri = this.uriOf(path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  async open(path: string, text: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(await this.write(path, text));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
    return document;
  }

  private async remove(): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.uriOf('.'), { recursive: true, useTrash: false });
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) throw error;
    }
  }
}
