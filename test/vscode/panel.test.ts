import { expect } from 'chai';
import * as vscode from 'vscode';
import { evaluateParsed, noEdit, withInserted, withValues } from '../../src/core';
import { noComparison } from '../../src/messages/comparison';
import type { PanelState } from '../../src/messages/panel';
import { packState } from '../../src/messages/savedState';
import { initialView } from '../../src/messages/viewState';
import { linkTo } from '../../src/panel/link';
import { parseSource, sourceOf } from '../../src/panel/savedSource';
import { writeBack } from '../../src/panel/writeBack';
import { api } from './api';
import { openText, rangeOf } from './openText';
import { waitFor } from './waitFor';

const text = `logits = torch.tensor([[2.0, 1.0, 0.1],  # first
                       [0.5, 2.5, 0.3]])
target = torch.tensor([0, 1])
`;

async function shownState(): Promise<PanelState & { readonly kind: 'parsed' }> {
  const state = (await api()).panelState();
  if (state.kind !== 'parsed') throw new Error(`the panel shows ${state.kind}`);
  return state;
}

async function evaluated(content: string): Promise<vscode.TextEditor> {
  const editor = await openText(content, 'python');
  editor.selection = rangeOf(editor.document, content);
  await vscode.commands.executeCommand('lossLens.evaluateSelection');
  return editor;
}

describe('writing back', () => {
  it('changes the numbers alone, as one step of undo, and saves nothing', async () => {
    const { document } = await evaluated(text);
    const { source, parsed } = await shownState();
    const edits = { 0: withValues(noEdit, [0, 5], [-3.25, 7]) };
    const result = await writeBack({ source, pieces: source.pieces }, parsed, { edits });
    expect(result).to.deep.equal({ written: [0] });
    const changed = text.replace('2.0', '-3.25').replace('0.3]', '7.0]');
    expect(document.getText()).to.equal(changed);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(text);
  });

  it('adds a row in the layout of the others, and keeps comments', async () => {
    const { document } = await evaluated(text);
    const { source, parsed } = await shownState();
    const edits = { 0: withInserted([2, 3], noEdit, 0, 2) };
    await writeBack({ source, pieces: source.pieces }, parsed, { edits });
    const { literals } = parseSource(
      sourceOf(document, { ranges: source.ranges, isBox: false, readings: {} }),
    );
    expect(Array.from(literals[0].tensor.data)).to.deep.equal([2, 1, 0.1, 0.5, 2.5, 0.3, 0, 0, 0]);
    expect(document.getText()).to.contain('# first');
  });

  it('refuses when the text is no longer what was read', async () => {
    const { document } = await evaluated(text);
    const { source, parsed } = await shownState();
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(0, 0), '# new\n');
    await vscode.workspace.applyEdit(change);
    const edits = { 0: withValues(noEdit, [0], [9]) };
    const result = await writeBack({ source, pieces: source.pieces }, parsed, { edits });
    expect(result).to.deep.equal({ refused: 'moved', literal: null });
    expect(document.getText()).to.equal(`# new\n${text}`);
  });
});

describe('a link to the panel', () => {
  it('opens it with the same numbers, edits and options, without the document', async () => {
    const pieces = [{ from: 0, text, ranges: [{ from: 0, to: text.length }] }];
    const source = {
      uri: 'untitled:Gone.py',
      label: 'Gone.py',
      line: 1,
      pieces,
      ranges: [{ from: 0, to: text.length }],
      isBox: false,
      readings: {},
    };
    const options = { edits: { 0: withValues(noEdit, [0], [Number.NaN]) }, reduction: 'sum' as const };
    const link = await linkTo(
      'loss-lens.loss-lens',
      packState({ source, options, view: initialView, comparison: noComparison }),
    );
    expect(link).to.match(/^[\w-]+:\/\/loss-lens\.loss-lens\/panel\?state=/);
    await (await api()).openLink(vscode.Uri.parse(link ?? ''));
    const state = await shownState();
    expect(state.source.label).to.equal('Gone.py');
    expect(state.options).to.deep.equal(options);
    const { losses } = evaluateParsed(state.parsed, state.options);
    expect(losses?.nllLoss.output?.data[0]).to.be.NaN;
  });

  it('that was cut leaves the panel as it is', async () => {
    await evaluated(text);
    const before = await shownState();
    await (await api()).openLink(vscode.Uri.parse('vscode://loss-lens.loss-lens/panel?state=abc'));
    expect(await shownState()).to.equal(before);
  });
});

describe('the panel without tensors', () => {
  it('opens by its command', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('lossLens.openPanel');
    await waitFor('the panel', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Loss Lens')),
    );
  });
});
