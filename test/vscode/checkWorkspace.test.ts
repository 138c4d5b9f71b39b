import { expect } from 'chai';
import * as vscode from 'vscode';
import type { LossLensApi } from '../../src/extension';
import { diagnosticsOf, settle, waitForFindings } from './findings';
import { waitFor } from './waitFor';
import { TestFolder } from './workspaceFolder';

const imports = 'import torch.nn as nn\nimport torch.nn.functional as F\n';
const mistake = `${imports}probs = F.softmax(model(x), dim=1)\nloss = nn.NLLLoss()(probs, y)\n`;

async function lastCheck() {
  const extension = vscode.extensions.getExtension<LossLensApi>('loss-lens.loss-lens');
  return (await extension?.activate())?.workspaceCheck() ?? null;
}

describe('the check of the workspace', () => {
  const folder = new TestFolder('.suite-workspace');
  folder.register();

  before(async () => {
    await folder.write('train.py', mistake);
    await folder.write('fine.py', mistake.replace('F.softmax', 'F.log_softmax'));
    await folder.write('broken.py', 'def f(:\n  loss = (\n');
    await folder.write('large.py', `# ${'-'.repeat(1_000_000)}\n${mistake}`);
    await folder.write('node_modules/skipped.py', mistake);
    // A notebook is as long as its code: plots make many of them larger than any file that is read.
    const plot = { output_type: 'display_data', metadata: {}, data: { 'image/png': 'A'.repeat(1_500_000) } };
    const cells = [
      { cell_type: 'markdown', metadata: {}, source: ['# Losses'] },
      { cell_type: 'code', metadata: {}, source: mistake.split(/(?<=\n)/), outputs: [plot] },
    ];
    await folder.write(
      'notes.ipynb',
      JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
    );
    await folder.write('broken.ipynb', '{"cells": [');
  });

  it('drops what it found when it is cancelled half-way, and says so', async () => {
    const files = await vscode.workspace.findFiles('**/*.{py,ipynb}', '**/node_modules/**');
    let asked = 0;
    // Asked once before so few files are read, once when each is known, and once or more for each that is checked.
    const token = {
      get isCancellationRequested() {
        return ++asked > files.length + 4;
      },
    };
    await vscode.commands.executeCommand('lossLens.checkWorkspace', token);
    const check = await lastCheck();
    expect(check?.isCancelled).to.equal(true);
    const [, done, all] = /cancelled after (\d+) of (\d+) files; what it found was dropped/.exec(
      check?.message ?? '',
    ) ?? [''];
    expect(Number(done)).to.be.within(1, files.length - 1);
    expect(Number(all)).to.equal(files.length);
    expect(diagnosticsOf(folder.uriOf('train.py'))).to.deep.equal([]);
  });

  it('shows the findings of files that are not open, and says what it could not read', async () => {
    await vscode.commands.executeCommand('lossLens.checkWorkspace');
    const check = await lastCheck();
    expect(check?.isCancelled).to.equal(false);
    expect(diagnosticsOf(folder.uriOf('train.py')).map(({ range }) => range.start.line)).to.deep.equal([3]);
    expect(diagnosticsOf(folder.uriOf('fine.py'))).to.deep.equal([]);
    expect(diagnosticsOf(folder.uriOf('node_modules/skipped.py'))).to.deep.equal([]);
    const [inNotebook] = diagnosticsOf(folder.uriOf('notes.ipynb'));
    expect(inNotebook.message).to.match(/^cell 2, line 4: NLLLoss expects log-probabilities/);
    const own = check?.reports.filter(({ path }) => path.includes('.suite-workspace')) ?? [];
    expect(own.map(({ path }) => path.split('/').pop())).to.deep.equal([
      'broken.ipynb',
      'broken.py',
      'fine.py',
      'large.py',
      'notes.ipynb',
      'train.py',
    ]);
    const notRead = own.filter((report) => report.notRead.length > 0);
    expect(notRead.map(({ path }) => path.split('/').pop())).to.deep.equal([
      'broken.ipynb',
      'broken.py',
      'large.py',
    ]);
    expect(check?.message).to.match(/^Checked \d+ files, \d+ findings, 3 files not fully read$/);
  });

  it('keeps the findings up to date when a file is opened, edited and closed', async () => {
    const uri = folder.uriOf('train.py');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
    await settle(document);
    await waitForFindings(document, ['nll-not-log-probs: probs']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '\n\n');
    await vscode.workspace.applyEdit(edit);
    await waitFor('the finding to move', () => diagnosticsOf(uri)[0]?.range.start.line === 5);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor('the finding to move back', () => diagnosticsOf(uri)[0]?.range.start.line === 3);
  });
});
