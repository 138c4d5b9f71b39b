import { expect } from 'chai';
import * as vscode from 'vscode';
import type { SnippetSource } from '../../src/messages/snippet';
import { runStages } from '../../src/webview/snippet/stages';
import { api } from './api';
import { openCells, replaceText } from './findings';
import { openText, rangeOf } from './openText';
import { waitFor } from './waitFor';

const crossEntropy = `import torch
import torch.nn as nn

logits = torch.FloatTensor([[1.2, 0.5, -0.8],
                            [-0.5, 0.8, 2.0]],
                            requires_grad = True)
labels = torch.FloatTensor([0,2])

loss_fn = nn.CrossEntropyLoss()
loss = loss_fn(logits, labels)
loss.backward()

print(loss.item())
`;

const nll = `import torch
import torch.nn as nn

log_probs = torch.log(torch.tensor([[0.7, 0.2, 0.1],
                                   [0.1, 0.2, 0.7]],
                                  dtype=torch.float32))
targets = torch.tensor([0, 2])

loss_fn = nn.NLLLoss()
loss = loss_fn(log_probs, targets)
loss.backward()

print(loss.item())
`;

/** Runs the command and gives what the panel shows. */
async function run(editor: vscode.TextEditor, selection = new vscode.Selection(0, 0, 0, 0)) {
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = selection;
  await vscode.commands.executeCommand('lossLens.runSnippet');
  return source();
}

async function source(): Promise<SnippetSource> {
  const state = (await api()).snippetState();
  if (state.kind !== 'snippet') throw new Error(`the panel shows ${state.kind}`);
  return state.source;
}

/** What the page makes of what it is shown. */
async function stages() {
  return runStages(await source());
}

/** Applies the correction of the first stop, as the button does, and waits until the panel has followed. */
async function applyCorrection(document: vscode.TextDocument): Promise<void> {
  const [{ result }] = await stages();
  if (!result.error?.fix) throw new Error(`no correction: ${JSON.stringify(result.error)}`);
  await (await api()).applyToSnippet(result.error.fix.edits);
  await waitFor('the panel to follow', async () => (await source()).text === document.getText());
}

describe('Run Snippet', () => {
  it('stops where Python stops, with its words, and knows what comes after the corrections', async () => {
    await run(await openText(crossEntropy, 'python'));
    const all = await stages();
    expect(all.map(({ result }) => result.error?.line)).to.deep.equal([4, 10, undefined]);
    expect(all[0].result.error?.message).to.contain('some of the keywords were incorrect: requires_grad');
    expect(Number(all[2].result.printed[0])).to.be.closeTo(0.4071, 5e-5);
  });

  it('makes each correction in the document, as one step of undo', async () => {
    const editor = await openText(crossEntropy, 'python');
    await run(editor);
    await applyCorrection(editor.document);
    await applyCorrection(editor.document);
    const [{ result }] = await stages();
    expect(result.error).to.equal(undefined);
    expect(Number(result.printed[0])).to.be.closeTo(0.4071, 5e-5);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    expect(editor.document.getText()).to.equal(crossEntropy);
  });

  it('corrects what has no gradient', async () => {
    const editor = await openText(nll, 'python');
    await run(editor);
    const [{ result }] = await stages();
    expect(result.error?.line).to.equal(11);
    expect(result.error?.message).to.equal(
      'element 0 of tensors does not require grad and does not have a grad_fn',
    );
    await applyCorrection(editor.document);
    const [after] = await stages();
    expect(Number(after.result.printed[0])).to.be.closeTo(0.3567, 5e-5);
  });

  it('refuses a correction when the document has changed since', async () => {
    const editor = await openText(crossEntropy, 'python');
    await run(editor);
    const { applyToSnippet } = await api();
    await replaceText(editor.document, 'import torch\n', 'import torch  # changed\n');
    const error = await applyToSnippet([{ from: 0, to: 6, text: 'x' }]).then(() => null, String);
    expect(error).to.contain('the document has changed');
  });

  it('takes the selection, with the names that are bound above it', async () => {
    const editor = await openText(
      'import torch\nx = torch.tensor([1.0, 2.0])\nprint(x.sum())\nprint(9)\n',
      'python',
    );
    const { selection, text } = await run(editor, rangeOf(editor.document, 'print(x.sum())'));
    expect(text.slice(selection?.from, selection?.to)).to.equal('print(x.sum())');
    const [{ result }] = await stages();
    expect(result.printed).to.deep.equal(['tensor(3.)']);
  });

  it('follows the document while it is edited', async () => {
    const editor = await openText('import torch\nx = torch.tensor([1.0, 2.0])\nprint(x.sum())\n', 'python');
    await run(editor, rangeOf(editor.document, 'print(x.sum())'));
    await replaceText(editor.document, 'import torch', 'import torch\nimport torch.nn as nn');
    await replaceText(editor.document, 'sum()', 'mean()');
    await waitFor('the new text', async () => (await source()).text === editor.document.getText());
    const [{ result }] = await stages();
    expect(result.printed).to.deep.equal(['tensor(1.5000)']);
  });

  it('takes the fence at the cursor in Markdown', async () => {
    const text = '# Title\n\n```python\nimport torch\nx = 2\n```\n\nprose\n\n```python\nprint(x)\n```\n';
    const editor = await openText(text, 'markdown');
    const at = rangeOf(editor.document, 'print').start;
    await run(editor, new vscode.Selection(at, at));
    const [{ result }] = await stages();
    expect(result.printed).to.deep.equal(['2']);
    expect(result.steps.map(({ line }) => line)).to.deep.equal([11]);
  });

  it('takes a selection of any other text by itself', async () => {
    const editor = await openText('a note\nprint(1 + 1)\nmore\n', 'plaintext');
    const { text, firstLine } = await run(editor, rangeOf(editor.document, 'print(1 + 1)'));
    expect([text, firstLine]).to.deep.equal(['print(1 + 1)', 2]);
  });

  it('underlines in the editor where Python stops, until the text is edited', async () => {
    const { document } = await openText(crossEntropy, 'python');
    await run(await vscode.window.showTextDocument(document));
    const stops = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === 'Loss Lens: Run Snippet');
    await waitFor('the underline', () => stops().length === 1);
    expect(stops()[0].range.start.line).to.equal(3);
    expect(stops()[0].message).to.contain('TypeError');
    await replaceText(document, 'print(loss.item())', 'print(loss)');
    expect(stops()).to.deep.equal([]);
    await waitFor('the underline of the new text', () => stops().length === 1);
  });

  it('takes a cell of a notebook, with the names of the cells above, and corrects it there', async () => {
    const notebook = await openCells(
      'import torch\nimport torch.nn.functional as F\nx = torch.log(torch.tensor([[0.7, 0.3]]))',
      'loss = F.nll_loss(x, torch.tensor([0]))\nprint(loss)\nloss.backward()',
    );
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(1);
    await run(await vscode.window.showTextDocument(document));
    const { firstLine } = await source();
    const [{ result }] = await stages();
    expect(result.printed).to.deep.equal(['tensor(0.3567)']);
    expect((result.error?.line ?? 0) - 1 + firstLine).to.equal(3);
    await (await api()).applyToSnippet(result.error?.fix?.edits ?? []);
    await waitFor('the panel to follow', async () => (await source()).text.includes('requires_grad=True'));
    expect(notebook.cellAt(0).document.getText()).to.contain('requires_grad=True');
    expect((await stages())[0].result.error).to.equal(undefined);
  });

  it('opens a panel of its own beside the editor, which keeps the focus', async () => {
    const editor = await openText(nll, 'python');
    await run(editor);
    await run(editor);
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.endsWith('lossLens.snippet'),
        );
    await waitFor('the panel', () => tabs().length === 1);
    expect(tabs()[0].group.viewColumn).to.equal(vscode.ViewColumn.Two);
    expect(vscode.window.activeTextEditor?.document).to.equal(editor.document);
  });
});
