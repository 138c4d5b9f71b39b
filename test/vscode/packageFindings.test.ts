import { expect } from 'chai';
import * as vscode from 'vscode';
import { checkPython } from '../../src/core';
import type { LossLensApi } from '../../src/extension';
import { diagnosticsOf, replaceText, settle, waitForFindings } from './findings';
import { packageFiles } from './packageFiles';
import { waitFor } from './waitFor';
import { TestFolder } from './workspaceFolder';

const inModel = ['nll-not-log-probs: self.forward(x)'];
const inEvaluate = ['ce-double-softmax: net(x)'];

/** What core finds in the same files, as `path:line code`. */
function foundByCore(): readonly string[] {
  const files = Object.entries(packageFiles).map(([path, text]) => ({ path, text }));
  return checkPython(files).findings.map(({ path, from, code }) => {
    const line = packageFiles[path].slice(0, from).split('\n').length;
    return `${path}:${line} ${code}`;
  });
}

describe('findings in a package, where the model names no loss', () => {
  const folder = new TestFolder('.suite-package');
  folder.register();

  const shown = () =>
    Object.keys(packageFiles)
      .flatMap((path) =>
        diagnosticsOf(folder.uriOf(path)).map(({ code, range }) => {
          const value = typeof code === 'object' ? code.value : code;
          return `${path}:${range.start.line + 1} ${value}`;
        }),
      )
      .sort();

  /** Opens a file as a click does: who opens a document by the API keeps it open for minutes. */
  async function open(path: string): Promise<vscode.TextDocument> {
    const uri = folder.uriOf(path);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (!document) throw new Error(`${path} is not open`);
    return document;
  }

  async function close(document: vscode.TextDocument): Promise<void> {
    await vscode.commands.executeCommand('vscode.open', document.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor('the document to close', () => document.isClosed);
  }

  before(async () => {
    for (const [path, text] of Object.entries(packageFiles)) await folder.write(path, text);
  });

  it('are shown while typing, in the model when the loss is chosen', async () => {
    const model = await open('shop/model.py');
    await settle(model);
    expect(shown()).to.deep.equal([]);
    const train = await open('shop/train.py');
    await waitForFindings(model, inModel);
    await replaceText(train, 'nn.NLLLoss', 'nn.MSELoss');
    await waitForFindings(model, []);
    await replaceText(train, 'nn.MSELoss', 'nn.NLLLoss');
    await waitForFindings(model, inModel);
  });

  it('go with the mistake, and with the file that they come from', async () => {
    const model = await open('shop/model.py');
    const train = await open('shop/train.py');
    await replaceText(model, 'F.softmax', 'F.log_softmax');
    await waitForFindings(model, []);
    await replaceText(model, 'F.log_softmax', 'F.softmax');
    await waitForFindings(model, inModel);
    const evaluate = await open('shop/evaluate.py');
    await waitForFindings(evaluate, inEvaluate);
    expect(shown()).to.deep.equal([...foundByCore()].sort());
    await close(train);
    await waitForFindings(model, []);
    expect(diagnosticsOf(evaluate.uri).length).to.equal(1);
    await close(evaluate);
    await close(model);
  });

  it('are counted and shown by the check of the workspace, as many as core finds', async () => {
    await vscode.commands.executeCommand('lossLens.checkWorkspace');
    const extension = vscode.extensions.getExtension<LossLensApi>('loss-lens.loss-lens');
    const check = (await extension?.activate())?.workspaceCheck();
    const own = check?.reports.filter(({ path }) => path.includes('.suite-package')) ?? [];
    expect(own.length).to.equal(Object.keys(packageFiles).length);
    expect(own.reduce((sum, { numFindings }) => sum + numFindings, 0)).to.equal(foundByCore().length);
    expect(shown()).to.deep.equal([...foundByCore()].sort());
  });

  it('stay up to date after the check of the workspace', async () => {
    const train = await open('shop/train.py');
    const model = folder.uriOf('shop/model.py');
    await waitFor('the finding in the model', () => diagnosticsOf(model).length === 1);
    await replaceText(train, 'nn.NLLLoss', 'nn.MSELoss');
    await waitFor('the finding in the model to go', () => diagnosticsOf(model).length === 0);
    await close(train);
    await waitFor('the finding in the model to come back', () => diagnosticsOf(model).length === 1);
  });

  it('are found where an import means a file in another folder', async () => {
    await folder.write('deep/lib/nets.py', packageFiles['shop/model.py']);
    await folder.write(
      'start.py',
      packageFiles['shop/train.py'].replace('from . import', 'from lib.nets import'),
    );
    const document = await open('start.py');
    const nets = await open('deep/lib/nets.py');
    await waitForFindings(nets, inModel);
    await close(document);
  });
});
