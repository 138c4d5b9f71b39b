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

  it('says nothing elsewhere', async () => {
    expect(await hoverAt(`${imports}pro|bs = F.softmax(model(x), dim=1)\nF.nll_loss(probs, y)`)).to.equal('');
  });
});
