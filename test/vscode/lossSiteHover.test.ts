import { expect } from 'chai';
import * as vscode from 'vscode';
import { openText } from './openText';

const imports = 'import torch.nn as nn\nimport torch.nn.functional as F\n';

async function hoverAt(marked: string): Promise<string> {
  const offset = marked.indexOf('|');
  const { document } = await openText(marked.replace('|', ''), 'python');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  return texts.map(({ value }) => value).join('\n');
}

describe('the hover over a call of a loss', () => {
  it('says what reaches it, and on which way, with links', async () => {
    const hover = await hoverAt(
      `${imports}criterion = nn.NLLLoss()\nprobs = F.softmax(model(x), dim=1)\nloss = crit|erion(probs, y)\n`,
    );
    expect(hover).to.contain('NLLLoss').and.contain('input: **probabilities**');
    expect(hover).to.contain('[line 4](').and.contain('#L4)');
    expect(hover.split('\n').length).to.be.below(12);
  });

  it('says so when the input is not known', async () => {
    const hover = await hoverAt(`${imports}loss = F.nll|_loss(something, y)\n`);
    expect(hover).to.contain('input: **not known**');
  });

  it('leaves what is underlined to the finding', async () => {
    expect(await hoverAt(`${imports}loss = F.nll_loss(F.soft|max(model(x), dim=1), y)\n`)).to.equal('');
  });

  // PyTorch 2.13: cross_entropy 0.4170, nll_loss -2.0000.
  const values = 'CrossEntropyLoss 0.4170 · NLLLoss -2.0000 ✗';
  const tensors = 'x = torch.tensor([[2.0, 1.0, 0.1]])\ny = torch.tensor([0])\n';

  it('gives both losses where its numbers are known', async () => {
    const hover = await hoverAt(`import torch\n${imports}${tensors}loss = F.cross_|entropy(x, y)\n`);
    expect(hover).to.contain('input: **').and.contain(values);
  });

  it('gives them beside a finding', async () => {
    const hover = await hoverAt(`import torch\n${imports}${tensors}loss = F.nll_loss(|x, y)\n`);
    expect(hover).to.contain(values);
  });

  it('gives none where its numbers are not known', async () => {
    const hover = await hoverAt(`import torch\n${imports}${tensors}f(x)\nloss = F.cross_|entropy(x, y)\n`);
    expect(hover)
      .to.contain('cross_entropy')
      .and.not.match(/CrossEntropyLoss \d/);
  });

  it('says nothing elsewhere', async () => {
    expect(await hoverAt(`${imports}pro|bs = F.softmax(model(x), dim=1)\nF.nll_loss(probs, y)`)).to.equal('');
  });
});
