import { expect } from 'chai';
import * as vscode from 'vscode';
import { evaluateParsed, formatOutput } from '../../src/core';
import { api } from './api';
import { openCells } from './findings';
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

function titlesOf(lenses: readonly vscode.CodeLens[]): readonly string[] {
  return lenses.map(
    ({ range, command }) => `${range.start.line}: ${command?.title.replace('$(graph)\u00a0', '')}`,
  );
}

describe('the code lens', () => {
  it('stands over a pair of input and target', async () => {
    const [lens, ...others] = await lensesOf(`import torch\n${pair}`, 'python');
    expect(others).to.have.length(0);
    expect(lens.range.start.line).to.equal(1);
  });

  // PyTorch 2.13: cross_entropy 0.4170, nll_loss -2.0000, of log_softmax both 0.4170.
  it('says both losses over a pair, and over each call whose arguments are known', async () => {
    const text = `import torch
import torch.nn.functional as F
logits = torch.tensor([[2.0, 1.0, 0.1]])
labels = torch.tensor([0])
loss = F.cross_entropy(logits, labels)
other = F.nll_loss(F.log_softmax(logits, dim=1), labels)
unknown = F.cross_entropy(model(logits), labels)
`;
    expect(titlesOf(await lensesOf(text, 'python'))).to.deep.equal([
      '2: CE 0.4170 · NLL -2.0000 ✗',
      '4: CE 0.4170 · NLL -2.0000 ✗',
      '5: CE 0.4170 · NLL 0.4170',
    ]);
  });

  it('says what the panel shows when it is clicked', async () => {
    const text = `import torch
import torch.nn.functional as F
x = torch.tensor([[2.0, 1.0], [0.5, 0.25]])
a = F.cross_entropy(x, torch.tensor([0, 1]))
b = F.cross_entropy(x, torch.tensor([0, 1]), reduction='sum')
`;
    const [first, second] = await lensesOf(text, 'python');
    const { command } = second;
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const state = (await api()).panelState();
    const losses = state.kind === 'parsed' ? evaluateParsed(state.parsed).losses : null;
    const output = losses?.crossEntropyLoss.output;
    expect(command?.title).to.contain(`CE ${output && formatOutput(output)} ·`);
    expect(command?.title).not.to.equal(first.command?.title);
  });

  it('knows the cells of a notebook, and the panel does too', async () => {
    const notebook = await openCells(
      'import torch\nimport torch.nn.functional as F\nlogits = torch.tensor([[2.0, 1.0, 0.1]])',
      'labels = torch.tensor([0])',
      '# loss\nloss = F.cross_entropy(logits, labels)',
    );
    await vscode.window.showNotebookDocument(notebook);
    const call = notebook.cellAt(2).document;
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      call.uri,
      100,
    );
    expect(titlesOf(lenses)).to.deep.equal(['1: CE 0.4170 · NLL -2.0000 ✗']);
    const { command } = lenses[0];
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const state = (await api()).panelState();
    const names = state.kind === 'parsed' ? evaluateParsed(state.parsed).tensors.map(({ name }) => name) : [];
    expect(names).to.deep.equal(['logits', 'labels']);
    expect(state.kind === 'parsed' && state.source.line).to.equal(2);
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
