import { expect } from 'chai';
import * as vscode from 'vscode';
import { evaluateParsed } from '../../src/core';
import { api } from './api';
import { replaceText } from './findings';
import { openText } from './openText';
import { waitFor } from './waitFor';

/** A column selection of the lines `first` to `last`, from one column to another or to the end of the line. */
function box({ document }: vscode.TextEditor, first: number, last: number, from: number, to: number) {
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const end = Math.min(to, document.lineAt(first + i).text.length);
    return new vscode.Selection(first + i, from, first + i, end);
  });
}

async function evaluate(editor: vscode.TextEditor, selections: readonly vscode.Selection[]) {
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  shown.selections = selections;
  await vscode.commands.executeCommand('lossLens.evaluateSelection');
  return evaluation();
}

async function evaluation() {
  const state = (await api()).panelState();
  if (state.kind !== 'parsed') throw new Error(`the panel shows ${state.kind}`);
  return { ...evaluateParsed(state.parsed, state.options), source: state.source };
}

describe('a column selection', () => {
  const log = 'step 1 | [[2.0, 1.0, 0.1], | ok\nstep 2 |  [0.5, 2.5, 0.3]] | ok\n';

  it('is one text, without what stands beside it, and every number keeps its place', async () => {
    const editor = await openText(log, 'plaintext');
    const { tensors, source } = await evaluate(editor, box(editor, 0, 1, 9, 27));
    expect(source.isBox).to.equal(true);
    expect(tensors[0].tensor.shape).to.deep.equal([2, 3]);
    const text = editor.document.getText().slice(tensors[0].from, tensors[0].to);
    expect(text.startsWith('[[2.0') && text.endsWith('0.3]]')).to.equal(true);
  });

  it('stays one text while the document is edited', async () => {
    const editor = await openText(log, 'plaintext');
    await evaluate(editor, box(editor, 0, 1, 9, 27));
    await replaceText(editor.document, '2.5', '12.5');
    await waitFor('the new number', async () => (await evaluation()).tensors[0]?.tensor.data[4] === 12.5);
    expect((await evaluation()).source.isBox).to.equal(true);
  });

  it('takes whole arrays below each other as tensors of their own, with what the code does with them', async () => {
    const text = 'preds = [[2.0, 1.0, 0.1]]\nlabel = [1]\nloss = F.cross_entropy(preds, label)\n';
    const editor = await openText(text, 'python');
    const { source, calledLoss } = await evaluate(editor, box(editor, 0, 1, 8, 99));
    expect([source.isBox, calledLoss]).to.deep.equal([false, 'CrossEntropyLoss']);
  });
});
