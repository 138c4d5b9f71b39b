import { expect } from 'chai';
import * as vscode from 'vscode';
import { type Evaluation, evaluateParsed } from '../../src/core';
import { api } from './api';
import { openText, rangeOf } from './openText';
import { waitFor } from './waitFor';

const seedExample = `logits = torch.FloatTensor([[1.2, 0.5, -0.8],
                            [-0.5, 0.8, 2.0]],
                            requires_grad = True)
labels = torch.FloatTensor([0,2])

loss_fn = nn.CrossEntropyLoss()
loss = loss_fn(logits, labels)
loss.backward()
`;

/** What the panel shows, evaluated as the page evaluates it. */
async function shown(): Promise<Evaluation> {
  const state = (await api()).panelState();
  if (state.kind !== 'parsed') throw new Error(`the panel shows ${state.kind}`);
  return evaluateParsed(state.parsed, state.options);
}

async function evaluateSelections(
  editor: vscode.TextEditor,
  ...selections: vscode.Selection[]
): Promise<Evaluation> {
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  const active = vscode.window.activeTextEditor;
  if (!active) throw new Error('no editor is active');
  active.selections = selections;
  await vscode.commands.executeCommand('lossLens.evaluateSelection');
  return shown();
}

function panelTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('lossLens.panel'),
    );
}

function value({ losses }: Evaluation, loss: 'crossEntropyLoss' | 'nllLoss'): number {
  return losses?.[loss].output?.data[0] ?? Number.NaN;
}

describe('Evaluate Selection', () => {
  it('takes one selection that holds both tensors', async () => {
    const editor = await openText(seedExample, 'python');
    const evaluation = await evaluateSelections(editor, rangeOf(editor.document, seedExample));
    expect(value(evaluation, 'crossEntropyLoss')).to.be.closeTo(0.4071, 5e-5);
    expect(evaluation.calledLoss).to.equal('CrossEntropyLoss');
    expect(evaluation.findings.map(({ code }) => code)).to.deep.equal([
      'float-tensor-requires-grad',
      'float-class-indices',
    ]);
  });

  it('takes two selections, and knows the call between them', async () => {
    const editor = await openText(seedExample, 'python');
    const evaluation = await evaluateSelections(
      editor,
      rangeOf(editor.document, '[[1.2, 0.5, -0.8],\n                            [-0.5, 0.8, 2.0]]'),
      rangeOf(editor.document, '[0,2]'),
    );
    expect(evaluation.tensors.map(({ role }) => role)).to.deep.equal(['input', 'target']);
    expect(value(evaluation, 'crossEntropyLoss')).to.be.closeTo(0.4071, 5e-5);
    expect(evaluation.calledLoss).to.equal('CrossEntropyLoss');
  });

  it('takes two selections that lie far apart', async () => {
    const filler = '# filler\n'.repeat(6000);
    const editor = await openText(`a = [[2.0, 1.0, 0.1]]\n${filler}b = [1]\n`, 'python');
    const evaluation = await evaluateSelections(
      editor,
      rangeOf(editor.document, '[[2.0, 1.0, 0.1]]'),
      rangeOf(editor.document, '[1]'),
    );
    expect(evaluation.tensors.map(({ name, role }) => `${name}:${role}`)).to.deep.equal([
      'a:input',
      'b:target',
    ]);
  });

  it('takes the literal at the cursor and its partner when nothing is selected', async () => {
    const editor = await openText(`x = [1, 2, 3]\n${seedExample}`, 'python');
    const at = rangeOf(editor.document, '0.8, 2.0').start;
    const evaluation = await evaluateSelections(editor, new vscode.Selection(at, at));
    expect(evaluation.tensors.map(({ name, role }) => `${name}:${role}`)).to.deep.equal([
      'logits:input',
      'labels:target',
    ]);
  });

  it('takes the input of a target that is selected alone', async () => {
    const editor = await openText(`x = [1, 2, 3]\n${seedExample}`, 'python');
    const evaluation = await evaluateSelections(editor, rangeOf(editor.document, '[0,2]'));
    expect(value(evaluation, 'crossEntropyLoss')).to.be.closeTo(0.4071, 5e-5);
    expect(evaluation.tensors.map(({ name }) => name)).to.deep.equal(['logits', 'labels']);
  });

  it('takes the array at the cursor in a line of any length, and its partner', async () => {
    const rows = Array.from(
      { length: 1_500 },
      (_, i) => `[${i % 7}.25, ${i % 5}.5, -0.125, 1.0625, ${i % 3}.75, 0.5, 2.5, -3.0]`,
    );
    const line = `{"logits": [${rows.join(', ')}], "labels": [${rows.map((_, i) => i % 8).join(', ')}]}`;
    expect(line.length).to.be.greaterThan(89_000 * 0.8);
    const editor = await openText(line, 'json');
    const middle = new vscode.Position(0, line.length >> 1);
    const { tensors } = await evaluateSelections(editor, new vscode.Selection(middle, middle));
    expect(tensors.map(({ name, isAssumed, tensor }) => [name, isAssumed, ...tensor.shape])).to.deep.equal([
      ['logits', false, 1_500, 8],
      ['labels', false, 1_500],
    ]);
  });

  it('takes the call at the cursor', async () => {
    const editor = await openText(seedExample, 'python');
    const at = rangeOf(editor.document, 'loss_fn(logits').end;
    const evaluation = await evaluateSelections(editor, new vscode.Selection(at, at));
    expect(evaluation.calledLoss).to.equal('CrossEntropyLoss');
    expect(value(evaluation, 'crossEntropyLoss')).to.be.closeTo(0.4071, 5e-5);
  });

  it('assumes a target where there is none, and says so', async () => {
    const editor = await openText('[[1.2, 0.5], [0.1, 3.0]]', 'plaintext');
    const evaluation = await evaluateSelections(editor, rangeOf(editor.document, editor.document.getText()));
    expect(evaluation.tensors[1]).to.include({ role: 'target', isAssumed: true });
  });

  it('keeps nan and ±inf on their way to the panel', async () => {
    const editor = await openText('logits = [[nan, inf], [-inf, 1.0]]\nlabels = [0, 1]', 'python');
    await evaluateSelections(editor, rangeOf(editor.document, editor.document.getText()));
    const state = (await api()).panelState();
    const data = state.kind === 'parsed' ? state.parsed.literals[0].tensor.data : [];
    expect(Array.from(data)).to.deep.equal([Number.NaN, Infinity, -Infinity, 1]);
  });

  it('says what is wrong with ragged rows, and where', async () => {
    const editor = await openText('x = [[1.0, 2.0], [3.0]]', 'python');
    const { problems, losses } = await evaluateSelections(
      editor,
      rangeOf(editor.document, '[[1.0, 2.0], [3.0]]'),
    );
    expect(losses).to.equal(null);
    expect(problems.map(({ code }) => code)).to.deep.equal(['ragged']);
    expect(editor.document.getText().slice(problems[0].from, problems[0].to)).to.equal('[3.0]');
  });

  it('opens one panel beside the editor, which keeps the focus', async () => {
    const editor = await openText(seedExample, 'python');
    await evaluateSelections(editor, rangeOf(editor.document, seedExample));
    await evaluateSelections(editor, rangeOf(editor.document, 'labels = torch.FloatTensor([0,2])'));
    await waitFor('the panel', () => panelTabs().length === 1);
    expect(panelTabs()[0].group.viewColumn).to.equal(vscode.ViewColumn.Two);
    expect(vscode.window.activeTextEditor?.document).to.equal(editor.document);
  });

  it('follows the document while it is edited, and never edits it', async () => {
    const editor = await openText('logits = [[2.0, 1.0, 0.1]]\nlabels = [0]', 'python');
    await evaluateSelections(editor, rangeOf(editor.document, editor.document.getText()));
    const active = vscode.window.activeTextEditor;
    await active?.edit((edit) => edit.insert(new vscode.Position(0, 0), 'import torch\n'));
    await active?.edit((edit) => edit.replace(rangeOf(editor.document, 'labels = [0]'), 'labels = [2]'));
    await waitFor('the new target', async () => (await shown()).tensors[1]?.tensor.data[0] === 2);
    const { tensors } = await shown();
    expect(editor.document.getText().slice(tensors[0].from, tensors[0].to)).to.equal('[[2.0, 1.0, 0.1]]');
    expect(editor.document.getText()).to.equal('import torch\nlogits = [[2.0, 1.0, 0.1]]\nlabels = [2]');
  });
});
