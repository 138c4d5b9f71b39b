import { expect } from 'chai';
import * as vscode from 'vscode';
import { evaluateParsed, noEdit, withValues } from '../../src/core';
import { writeBack } from '../../src/panel/writeBack';
import { api } from './api';
import { openCells, replaceText } from './findings';
import { waitFor } from './waitFor';

async function shown() {
  const state = (await api()).panelState();
  if (state.kind !== 'parsed') throw new Error(`the panel shows ${state.kind}`);
  return state;
}

/** The first number of the input that the panel shows. */
async function firstNumber(): Promise<number> {
  const { parsed, options } = await shown();
  return evaluateParsed(parsed, options).tensors[0]?.tensor.data[0];
}

/** Presses the code lens of a cell, which VS Code has no text of before it is drawn. */
async function pressLens({ uri }: vscode.TextDocument): Promise<void> {
  let lenses: readonly vscode.CodeLens[] = [];
  await waitFor('the lens', async () => {
    try {
      lenses = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
    } catch (error) {
      if (!String(error).includes('Illegal argument')) throw error;
    }
    return lenses.length > 0;
  });
  const { command } = lenses[0];
  await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
}

describe('the panel on a notebook', () => {
  it('follows all cells, keeps its call when cells come, and writes into the cell of a number', async () => {
    const notebook = await openCells(
      'import torch\nimport torch.nn.functional as F\nlogits = torch.tensor([[2.0, 1.0, 0.1]])',
      'loss = F.cross_entropy(logits, torch.tensor([0]))',
    );
    await vscode.window.showNotebookDocument(notebook);
    const [data, call] = notebook.getCells().map(({ document }) => document);
    await pressLens(call);
    expect(await firstNumber()).to.equal(2);

    await replaceText(data, '[[2.0', '[[3.5');
    await waitFor('the new number', async () => (await firstNumber()) === 3.5);

    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'y = 1', 'python');
    const edit = new vscode.WorkspaceEdit();
    edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(1, [cell])]);
    await vscode.workspace.applyEdit(edit);
    await replaceText(data, '[[3.5', '[[4.5');
    await waitFor('the number after the new cell', async () => (await firstNumber()) === 4.5);
    expect((await shown()).parsed.usage.calls).to.have.length(1);

    const { source, parsed } = await shown();
    const edits = { 0: withValues(noEdit, [0], [-7.25]) };
    const result = await writeBack({ source, pieces: source.pieces }, parsed, { edits });
    expect(result).to.deep.equal({ written: [0] });
    expect(data.getText()).to.contain('[[-7.25, 1.0, 0.1]]');
    expect(call.getText()).to.equal('loss = F.cross_entropy(logits, torch.tensor([0]))');
  });

  it('goes on with a cell that is moved, and says in which one a place is', async () => {
    const notebook = await openCells(
      'y = 1',
      'import torch\nimport torch.nn.functional as F',
      'z = 2',
      'logits = torch.tensor([[2.0, 1.0, 0.1]])',
      'loss = F.cross_entropy(logits, torch.tensor([0]))',
    );
    const last = new vscode.NotebookRange(4, 5);
    const editor = await vscode.window.showNotebookDocument(notebook, { selections: [last] });
    editor.revealRange(last);
    const call = notebook.cellAt(4).document;
    await pressLens(call);
    const numbers = async () => (await shown()).source.cells?.map(({ number }) => number);
    expect(await numbers()).to.deep.equal([1, 2, 3, 4, 5]);
    const move = async (from: number, way: 'Up' | 'Down') => {
      await vscode.window.showNotebookDocument(notebook);
      editor.selection = new vscode.NotebookRange(from, from + 1);
      await vscode.commands.executeCommand(`notebook.cell.move${way}`);
    };
    const write = async (before: string, after: number) => {
      const document = notebook
        .getCells()
        .find((cell) => cell.document.getText().startsWith('logits'))?.document;
      if (!document) throw new Error('no cell has the logits');
      await replaceText(document, before, `[[${after}`);
      await waitFor(`${after}`, async () => (await firstNumber()) === after);
      expect((await shown()).parsed.usage.calls).to.have.length(1);
    };
    await move(0, 'Down');
    await write('[[2.0', 3.5);
    await move(3, 'Up');
    await write('[[3.5', 4.5);
    await move(4, 'Up');
    await waitFor('the call as cell 4', async () => notebook.cellAt(3).document === call);
    await write('[[4.5', 5.5);
  });
});
