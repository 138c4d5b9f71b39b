import * as vscode from 'vscode';
import { api } from './api';
import { openCells } from './findings';
import { openText, rangeOf } from './openText';
import { waitFor } from './waitFor';

const pair = 'logits = torch.tensor([[1.2, 0.5]])\nlabels = torch.tensor([0])\n';

const mistake =
  'import torch.nn as nn\nimport torch.nn.functional as F\nloss = nn.NLLLoss()(F.softmax(x, dim=1), y)\n';

describe('the status bar', () => {
  it('counts the findings of the active file, and is hidden in others', async () => {
    const { findingStatus } = await api();
    await openText(mistake, 'python');
    await waitFor('the finding', () => findingStatus() === 'Loss Lens: 1');
    await openText('nothing to find', 'plaintext');
    await waitFor('no finding', () => findingStatus() === null);
  });

  it('counts those of all cells of a notebook', async () => {
    const { findingStatus } = await api();
    const notebook = await openCells(mistake, 'nn.NLLLoss()(F.softmax(z, dim=1), y)');
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('notebook.cell.edit');
    await waitFor('both findings', () => findingStatus() === 'Loss Lens: 2');
  });
});

describe('the action in the title of an editor', () => {
  it('is there where a pair is, and goes with it', async () => {
    const { pairResources } = await api();
    const { document } = await openText(`import torch\n${pair}`, 'python');
    const isThere = () => pairResources().includes(document.uri.toString());
    await waitFor('the action', isThere);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, rangeOf(document, pair));
    await vscode.workspace.applyEdit(edit);
    await waitFor('no action', () => !isThere());
  });
});
