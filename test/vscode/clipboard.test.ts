import { expect } from 'chai';
import * as vscode from 'vscode';
import { evaluateParsed } from '../../src/core';
import { api } from './api';

/** Runs the command with this text on the clipboard and gives what the panel shows then. */
async function evaluateClipboard(text: string) {
  await vscode.env.clipboard.writeText(text);
  await vscode.commands.executeCommand('lossLens.evaluateClipboard');
  return (await api()).panelState();
}

describe('Evaluate Clipboard', () => {
  it('evaluates what was copied, which stands in no document', async () => {
    const state = await evaluateClipboard('logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\nlabels = [0, 1]');
    if (state.kind !== 'parsed') throw new Error(`the panel shows ${state.kind}`);
    expect([state.source.uri, state.source.label]).to.deep.equal([null, 'Clipboard']);
    const { losses } = evaluateParsed(state.parsed, state.options);
    expect(losses?.crossEntropyLoss.output?.data[0]).to.be.closeTo(0.31854, 1e-5);
  });

  it('says where a copied text is no tensor, although it means to be one', async () => {
    const state = await evaluateClipboard('x = [[1.0, 2.0], [3.0]]');
    const problems = state.kind === 'parsed' ? state.parsed.problems : [];
    expect(problems.map(({ code }) => code)).to.deep.equal(['ragged']);
  });

  for (const [name, text] of [
    ['nothing', ''],
    ['prose', 'There is no tensor in here, only words.'],
  ]) {
    it(`leaves the panel alone when there is ${name} on the clipboard`, async () => {
      await evaluateClipboard('[[2.0, 1.0]]');
      const before = (await api()).panelState();
      expect(await evaluateClipboard(text)).to.equal(before);
    });
  }
});
