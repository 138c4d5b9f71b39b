import { expect } from 'chai';
import * as vscode from 'vscode';
import { noEdit, withValues } from '../../src/core';
import { writeBack } from '../../src/panel/writeBack';
import { api } from './api';
import { waitFor } from './waitFor';
import { TestFolder } from './workspaceFolder';

const text = 'logits = torch.tensor([[2.0, 1.0, 0.1]])\ntarget = torch.tensor([0])\n';

/** One file, which is always there, in a file system of its own. */
class OneFile implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  constructor(private readonly permissions?: vscode.FilePermission) {}

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (!path.endsWith('.py')) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { permissions } = this;
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length, permissions };
  }

  readFile(): Uint8Array {
    return new TextEncoder().encode(text);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['a.py', vscode.FileType.File]];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readonly writeFile = refuse;
  readonly createDirectory = refuse;
  readonly delete = refuse;
  readonly rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

/** Evaluates all of a document and writes another first number back. */
async function writtenBack(document: vscode.TextDocument) {
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  editor.selection = new vscode.Selection(new vscode.Position(0, 0), document.positionAt(text.length));
  await vscode.commands.executeCommand('lossLens.evaluateSelection');
  const state = (await api()).panelState();
  if (state.kind !== 'parsed') throw new Error(`the panel shows ${state.kind}`);
  expect(state.source.uri).to.equal(document.uri.toString());
  const { source, parsed } = state;
  return writeBack({ source, pieces: source.pieces }, parsed, {
    edits: { 0: withValues(noEdit, [0], [-3]) },
  });
}

async function expectRefused(document: vscode.TextDocument): Promise<void> {
  expect(await writtenBack(document)).to.deep.equal({ refused: 'read-only', literal: null });
  expect(document.getText()).to.equal(text);
  expect(document.isDirty).to.equal(false);
}

describe('a read-only file', () => {
  const folder = new TestFolder('read-only');
  folder.register();

  async function opened(scheme: string, provider: OneFile, isReadonly: boolean) {
    const registered = vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: '/a.py' }));
    // What a file system can do is told a moment after it is there.
    const { fs } = vscode.workspace;
    if (isReadonly) await waitFor('the file system', () => fs.isWritableFileSystem(scheme) === false);
    return { document, registered };
  }

  it('is not written back into when its file system is read-only', async () => {
    const { document, registered } = await opened('lens-read-only', new OneFile(), true);
    await expectRefused(document);
    registered.dispose();
  });

  it('is not written back into when its permissions say so', async () => {
    const provider = new OneFile(vscode.FilePermission.Readonly);
    const { document, registered } = await opened('lens-permissions', provider, false);
    await expectRefused(document);
    registered.dispose();
  });

  for (const [glob, file] of [
    ['read-only/relative/*.py', 'relative/a.py'],
    ['**/anywhere/a.py', 'anywhere/a.py'],
  ]) {
    it(`is not written back into when files.readonlyInclude has ${glob}`, async () => {
      const document = await folder.open(file, text);
      const settings = vscode.workspace.getConfiguration('files');
      await settings.update('readonlyInclude', { [glob]: true }, vscode.ConfigurationTarget.Global);
      try {
        await expectRefused(document);
        await settings.update('readonlyExclude', { '**/a.py': true }, vscode.ConfigurationTarget.Global);
        expect(await writtenBack(document)).to.deep.equal({ written: [0] });
      } finally {
        await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
        await settings.update('readonlyExclude', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }

  it('takes no correction of a snippet', async () => {
    const { document, registered } = await opened('lens-snippet', new OneFile(), true);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('lossLens.runSnippet');
    const { applyToSnippet } = await api();
    let refusal = '';
    await applyToSnippet([{ from: 0, to: 6, text: 'x' }]).catch((error: Error) => {
      refusal = error.message;
    });
    expect(refusal).to.equal('the file is read-only');
    expect(document.getText()).to.equal(text);
    registered.dispose();
  });
});
