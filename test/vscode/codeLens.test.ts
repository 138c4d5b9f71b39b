import { expect } from 'chai';
import * as vscode from 'vscode';
import { api } from './api';
import { openText } from './openText';
import { waitFor } from './waitFor';

async function lensesOf(text: string, language: string): Promise<vscode.CodeLens[]> {
  const { document } = await openText(text, language);
  // The language activates the extension, which a person does not notice but a test does.
  await waitFor(
    'the extension',
    () => vscode.extensions.getExtension('loss-lens.loss-lens')?.isActive === true,
  );
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.filter(({ command }) => command?.command === 'lossLens.evaluateRanges');
}

const pair = 'logits = torch.tensor([[1.2, 0.5]])\nlabels = torch.tensor([0])\n';

describe('the code lens', () => {
  it('stands over a pair of input and target', async () => {
    const [lens, ...others] = await lensesOf(`import torch\n${pair}`, 'python');
    expect(others).to.have.length(0);
    expect(lens.range.start.line).to.equal(1);
  });

  it('stands over the pair of a JSON object', async () => {
    expect(await lensesOf('{\n"logits": [[1.2, 0.5]],\n"labels": [0]\n}', 'json')).to.have.length(1);
  });

  it('does not stand over arrays that no name marks', async () => {
    expect(await lensesOf('a = [[1.0, 2.0]]\nb = [3]\nsizes = [1, 2, 3]\n', 'python')).to.have.length(0);
  });

  it('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('lossLens');
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      expect(await lensesOf(pair, 'python')).to.have.length(0);
    } finally {
      await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('has its command open no other document', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const uri = vscode.Uri.joinPath(folder.uri, '..', 'CHANGELOG.md').toString();
    const before = (await api()).panelState();
    // The command tells the user, and so ends without an error.
    await vscode.commands.executeCommand('lossLens.evaluateRanges', { uri, ranges: [{ from: 0, to: 500 }] });
    expect((await api()).panelState()).to.equal(before);
    expect(vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri)).to.equal(false);
  });
});
