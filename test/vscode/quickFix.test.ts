import { expect } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, findingsOf, openCells, settle, waitForFindings } from './findings';
import { openText } from './openText';
import { TestFolder } from './workspaceFolder';

const imports = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

async function actionsAt(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind?: string,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind,
  );
}

/** The quick fixes of the only finding of a document. */
async function fixesOf(document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> {
  const [{ range }] = diagnosticsOf(document.uri);
  return actionsAt(document, range, vscode.CodeActionKind.QuickFix.value);
}

async function apply({ edit }: vscode.CodeAction): Promise<void> {
  if (!edit) throw new RangeError('the action has no edit');
  expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
}

/** Programs with one finding each, every one of whose fixes has to remove it. */
const programs: readonly (readonly [code: string, text: string])[] = [
  ['nll-not-log-probs', 'probs = F.softmax(nn.Linear(4, 3)(x), dim=1)\nloss = F.nll_loss(probs, y)'],
  ['ce-double-softmax', 'loss = F.cross_entropy(F.softmax(nn.Linear(4, 3)(x), dim=1), y)'],
  ['ce-log-softmax', 'loss = F.cross_entropy(F.log_softmax(nn.Linear(4, 3)(x), dim=1), y)'],
  ['unstable-log-softmax', 'loss = F.nll_loss(torch.log(F.softmax(nn.Linear(4, 3)(x), dim=1)), y)'],
  ['softmax-dim', 'loss = F.nll_loss(F.log_softmax(nn.Linear(4, 3)(x)), y)'],
  ['float-class-indices', 'loss = F.cross_entropy(torch.randn(2, 3), torch.FloatTensor([0, 2]))'],
  ['one-hot-target', 'loss = F.nll_loss(F.log_softmax(torch.randn(2, 3), dim=1), F.one_hot(y, 3))'],
  ['kl-not-log-probs', "loss = F.kl_div(F.softmax(torch.randn(2, 3), dim=1), q, reduction='batchmean')"],
  [
    'no-grad-to-backward',
    'loss = F.cross_entropy(torch.tensor([[1.0, 2.0]]), torch.tensor([1]))\nloss.backward()',
  ],
  ['loss-constructor-call', 'loss = nn.CrossEntropyLoss(torch.randn(2, 3), torch.tensor([0, 1]))'],
];

describe('quick fixes', () => {
  const folder = new TestFolder('.suite-fixes');
  folder.register();

  for (const [code, text] of programs) {
    it(`each remove the finding ${code}`, async () => {
      const { document } = await openText(imports + text, 'python');
      await settle(document);
      const codes = diagnosticsOf(document.uri).map((one) => (one.code as { value: string }).value);
      expect(codes).to.deep.equal([code]);
      const fixes = await fixesOf(document);
      expect(fixes.length).to.be.greaterThan(1);
      for (const [i, { title }] of fixes.entries()) {
        const { document: copy } = await openText(imports + text, 'python');
        await settle(copy);
        const fix = (await fixesOf(copy))[i];
        expect(fix.title).to.equal(title);
        await apply(fix);
        await settle(copy);
        const left = diagnosticsOf(copy.uri).filter((one) => (one.code as { value: string }).value === code);
        expect(left, `${title}:\n${copy.getText()}`).to.deep.equal([]);
      }
    });
  }

  it('add their code to a comment that ignores another', async () => {
    const text = `${imports}loss = F.cross_entropy(F.softmax(m(x), dim=1), y)  # loss-lens: ignore[softmax-dim]\n`;
    const { document } = await openText(text, 'python');
    await waitForFindings(document, ['ce-double-softmax: F.softmax(m(x), dim=1)']);
    const ignore = (await fixesOf(document)).find(({ title }) => title.startsWith('Ignore'));
    await apply(ignore as vscode.CodeAction);
    expect(document.getText()).to.contain('# loss-lens: ignore[softmax-dim, ce-double-softmax]\n');
    await waitForFindings(document, []);
  });

  it('edit the cell of a notebook that is to be edited', async () => {
    const notebook = await openCells(
      imports,
      'labels = torch.FloatTensor([0, 2])',
      'loss = F.cross_entropy(torch.randn(2, 3), labels)',
    );
    await vscode.window.showNotebookDocument(notebook);
    const [first, , third] = notebook.getCells().map(({ document }) => document);
    await waitForFindings(third, ['float-class-indices: labels']);
    const [fix] = await fixesOf(third);
    await apply(fix);
    await waitForFindings(third, []);
    expect(first.getText()).to.equal(imports);
    expect(third.getText()).to.contain('labels.long()');
  });

  it('edit the imported file when the mistake is there', async () => {
    const model = `${imports}def predict(x):\n    return F.softmax(nn.Linear(4, 3)(x), dim=1)\n`;
    const uri = await folder.write('model.py', model);
    const document = await folder.open(
      'train.py',
      `${imports}from model import predict\nloss = nn.NLLLoss()(predict(x), y)\n`,
    );
    await waitForFindings(document, ['nll-not-log-probs: predict(x)']);
    const fix = (await fixesOf(document)).find(({ title }) => title.includes('log_softmax'));
    await apply(fix as vscode.CodeAction);
    await waitForFindings(document, []);
    const edited = await vscode.workspace.openTextDocument(uri);
    expect(edited.getText()).to.equal(model.replace('softmax', 'log_softmax'));
    await edited.save();
  });

  it('are all applied by "fix all" where they are safe', async () => {
    const call = 'F.cross_entropy(torch.randn(2, 3), torch.FloatTensor([0, 2]))';
    const { document } = await openText(`${imports}a = ${call}\nb = ${call}\n`, 'python');
    await settle(document);
    expect(findingsOf(document).length).to.equal(2);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await actionsAt(document, all, 'source.fixAll.lossLens');
    expect(actions.length).to.equal(1);
    await apply(actions[0]);
    await waitForFindings(document, []);
  });

  it('see the text as it is, not as it was last checked', async () => {
    const { document } = await openText(imports, 'python');
    await settle(document);
    const edit = new vscode.WorkspaceEdit();
    const line = 'loss = F.cross_entropy(F.softmax(m(x), dim=1), y)';
    edit.insert(document.uri, new vscode.Position(3, 0), line);
    await vscode.workspace.applyEdit(edit);
    const actions = await actionsAt(document, new vscode.Range(3, 25, 3, 25), 'quickfix');
    expect(actions.map(({ title }) => title)).to.include('Ignore ce-double-softmax on this line');
  });
});
