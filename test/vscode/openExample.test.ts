import { expect } from 'chai';
import * as vscode from 'vscode';
import { evaluateParsed } from '../../src/core';
import { api } from './api';
import { waitForFindings } from './findings';

/** Runs the command as a link of the walkthrough does and gives the editor that it opens. */
async function openExample(step: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('lossLens.openExample', step);
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('no editor is open');
  return editor;
}

describe('the example of the walkthrough', () => {
  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('opens with its tensors selected, and evaluates them', async () => {
    const { document } = await openExample('evaluate');
    expect([document.isUntitled, document.languageId]).to.deep.equal([true, 'python']);
    const state = (await api()).panelState();
    if (state.kind !== 'parsed') throw new Error(`the panel shows ${state.kind}`);
    const { losses } = evaluateParsed(state.parsed, state.options);
    expect(losses?.crossEntropyLoss.output?.data[0]).to.be.closeTo(0.31854, 1e-5);
  });

  it('opens in the same editor for the next step, with the cursor on what the check underlines', async () => {
    const { document } = await openExample('evaluate');
    const { document: same, selection } = await openExample('check');
    expect(same).to.equal(document);
    await waitForFindings(same, ['nll-not-log-probs: probs']);
    expect(same.getText(same.getWordRangeAtPosition(selection.active))).to.equal('probs');
  });

  it('runs line by line to its end', async () => {
    const { document } = await openExample('snippet');
    const state = (await api()).snippetState();
    expect(state.kind === 'snippet' && state.source.text).to.equal(document.getText());
  });

  it('opens for a word that is no step too', async () => {
    expect((await openExample('nothing')).document.getText()).to.contain('nn.NLLLoss()(probs, target)');
  });
});
