import { expect } from 'chai';
import * as vscode from 'vscode';
import { openText } from './openText';

/** What hovers say at the position marked with `|` in a text. */
async function hoverAt(marked: string, language: string): Promise<string> {
  const offset = marked.indexOf('|');
  const { document } = await openText(marked.replace('|', ''), language);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers
    .map(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)).join('\n'))
    .filter((text) => /lossLens\.|⚠/.test(text))
    .join('\n');
}

describe('the hover', () => {
  const probs = '[[0.6590, 0.2424, 0.0986], [0.1086, 0.8025, 0.0889]]';

  for (const [language, text] of [
    ['python', `probs = torch.tensor(${probs.replace('0.2424', '0.2|424')})`],
    ['json', `{"probs": ${probs.replace('0.2424', '0.2|424')}}`],
    ['javascript', `const probs = ${probs.replace('0.2424', '0.2|424')};`],
    ['typescript', `const probs: number[][] = ${probs.replace('0.2424', '0.2|424')};`],
    ['markdown', `The output is probs = ${probs.replace('0.2424', '0.2|424')}.`],
    ['plaintext', `probs: ${probs.replace('0.2424', '0.2|424')}`],
  ]) {
    it(`tells shape, dtype and kind of probabilities in ${language}`, async () => {
      const hover = await hoverAt(text, language);
      expect(hover)
        .to.contain('shape (2, 3)')
        .and.contain('float32')
        .and.contain('looks like **probabilities**');
      expect(hover).to.contain('| 0 | ').and.contain('Σ exp(x)');
    });
  }

  it('works in the cell of a notebook', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, `x = ${probs}`, 'python');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    const { document } = notebook.cellAt(0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 10),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content as vscode.MarkdownString).value);
    expect(text.join('\n')).to.contain('looks like **probabilities**');
  });

  it('flags the input of an NLL loss that is no log-probabilities', async () => {
    const hover = await hoverAt(
      `x = torch.tensor([[2.0, 1|.0]])\nF.nll_loss(x, torch.tensor([0]))`,
      'python',
    );
    expect(hover).to.contain('⚠ NLLLoss expects log');
  });

  it('does not flag the logits of a cross entropy', async () => {
    const hover = await hoverAt(
      `x = torch.tensor([[2.0, 1|.0]])\nF.cross_entropy(x, torch.tensor([0]))`,
      'python',
    );
    expect(hover).to.contain('looks like **logits**').and.not.contain('⚠');
  });

  // PyTorch 2.13: cross_entropy 0.4170, nll_loss -2.0000.
  for (const [marked, partner] of [
    ['logits = torch.tensor([[2.0, 1|.0, 0.1]])\nlabels = torch.tensor([0])', 'with target `labels`, line 2'],
    ['logits = torch.tensor([[2.0, 1.0, 0.1]])\nlabels = torch.tensor([|0])', 'with input `logits`, line 1'],
  ]) {
    it(`gives both losses ${partner}`, async () => {
      expect(await hoverAt(marked, 'python')).to.contain(
        `CrossEntropyLoss 0.4170 · NLLLoss -2.0000 ✗ (${partner})`,
      );
    });
  }

  it('gives no losses where no partner is known, or what reaches the loss', async () => {
    expect(await hoverAt('logits = [[2.0, 1|.0, 0.1]]', 'python')).not.to.contain('CrossEntropyLoss ');
    const code = 'x = torch.tensor([[2.0, 1|.0]])\nunknown(x)\nF.cross_entropy(x, torch.tensor([0]))';
    expect(await hoverAt(code, 'python')).not.to.match(/CrossEntropyLoss \d/);
  });

  for (const [marked, message] of [
    ['rows = [[1, 2|],\n [3]]', '⚠ line 2: row 1 has 1 value, expected 2 as in row 0'],
    ['{"logits": |[1.5, "a"]}', '⚠ line 1: expected a number, got "a"'],
    ['logits = [|]', '⚠ line 1: expected numbers, got an empty array'],
  ]) {
    it(`says what is wrong in ${marked}`, async () => {
      expect(await hoverAt(marked, 'python')).to.contain(message);
    });
  }

  it('says in a long text what it leaves out', async () => {
    const hover = await hoverAt(`x = [[1.5, |2.5]]\n${'# filler\n'.repeat(30_000)}`, 'python');
    expect(hover).to.contain('shape (1, 2)').and.contain('Partners are not looked for');
  });

  it('has at most 12 lines', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `[${i}.5, ${i - 1}.25]`).join(', ');
    const hover = await hoverAt(`x = [${rows}|]\nF.nll_loss(x, y)`, 'python');
    expect(hover.split('\n').filter((line) => line !== '').length).to.be.within(3, 12);
  });

  for (const text of ['names = ["a", "b|"]', 'first = values[0|]', 'def f(a, b|): pass']) {
    it(`says nothing on ${text}`, async () => {
      expect(await hoverAt(text, 'python')).to.equal('');
    });
  }

  it('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('lossLens');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      expect(await hoverAt(`x = ${probs.replace('0.2424', '0.2|424')}`, 'python')).to.equal('');
    } finally {
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
