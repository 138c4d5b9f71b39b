import { expect } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, findingsOf, openCells, replaceText, settle, waitForFindings } from './findings';
import { openText } from './openText';
import { waitFor } from './waitFor';
import { withSetting } from './withSetting';
import { TestFolder } from './workspaceFolder';

const imports = 'import torch.nn as nn\nimport torch.nn.functional as F\n';
const mistake = `${imports}probs = F.softmax(model(x), dim=1)\nloss = nn.NLLLoss()(probs, y)\n`;
const found = ['nll-not-log-probs: probs'];

describe('diagnostics', () => {
  it('underline what NLLLoss should not get, with a code, its documentation and the way there', async () => {
    const { document } = await openText(mistake, 'python');
    await waitForFindings(document, found);
    const [{ code, severity, message, relatedInformation }] = diagnosticsOf(document.uri);
    expect(severity).to.equal(vscode.DiagnosticSeverity.Warning);
    expect(message).to.contain('NLLLoss expects log-probabilities');
    const { target } = code as { target: vscode.Uri };
    expect(target.path.endsWith('/docs/findings.md')).to.equal(true);
    expect(target.fragment).to.match(/^L\d+$/);
    const docs = await vscode.workspace.openTextDocument(target.with({ fragment: '' }));
    expect(docs.lineAt(Number(target.fragment.slice(1)) - 1).text).to.equal('## nll-not-log-probs');
    const steps = relatedInformation?.map(({ location }) => document.getText(location.range)) ?? [];
    expect(steps).to.include('F.softmax(model(x), dim=1)');
  });

  it('move and vanish with edits', async () => {
    const { document } = await openText(mistake, 'python');
    await waitForFindings(document, found);
    const { line } = diagnosticsOf(document.uri)[0].range.start;
    await replaceText(document, 'import torch.nn as nn\n', 'import torch\nimport torch.nn as nn\n');
    await settle(document);
    expect(findingsOf(document)).to.deep.equal(found);
    expect(diagnosticsOf(document.uri)[0].range.start.line).to.equal(line + 1);
    await replaceText(document, 'F.softmax', 'F.log_softmax');
    await waitForFindings(document, []);
    await replaceText(document, 'F.log_softmax', 'F.softmax');
    await waitForFindings(document, found);
  });

  it('appear and vanish when the language of a document changes', async () => {
    const { document } = await openText(mistake, 'plaintext');
    await settle(document);
    expect(findingsOf(document)).to.deep.equal([]);
    const python = await vscode.languages.setTextDocumentLanguage(document, 'python');
    await waitForFindings(python, found);
    await waitForFindings(await vscode.languages.setTextDocumentLanguage(python, 'plaintext'), []);
  });

  it('are silent about correct code', async () => {
    const { document } = await openText(mistake.replace('F.softmax', 'F.log_softmax'), 'python');
    await settle(document);
    expect(findingsOf(document)).to.deep.equal([]);
  });

  it('are silent on a line with a comment that says so', async () => {
    const { document } = await openText(
      mistake.replace('y)\n', 'y)  # loss-lens: ignore[nll-not-log-probs]\n'),
      'python',
    );
    await settle(document);
    expect(findingsOf(document)).to.deep.equal([]);
    await replaceText(document, '[nll-not-log-probs]', '[softmax-dim]');
    await waitForFindings(document, found);
  });

  it('take the Python fences of Markdown as one program and leave the rest alone', async () => {
    const { document } = await openText(
      [
        '# Losses',
        'Text (that is [no Python: "at all',
        '```python',
        ...imports.trimEnd().split('\n'),
        '```',
        '1. In a list:',
        '   ```py',
        '   probs = F.softmax(model(x), dim=1)',
        '   ```',
        '```js',
        'const x = {',
        '```',
        '```python',
        'loss = nn.NLLLoss()(probs, y)',
        '```',
      ].join('\n'),
      'markdown',
    );
    await waitForFindings(document, found);
    expect(diagnosticsOf(document.uri)[0].range.start.line).to.equal(14);
    const [{ relatedInformation }] = diagnosticsOf(document.uri);
    const steps = relatedInformation?.map(({ location }) => document.getText(location.range)) ?? [];
    expect(steps).to.include('F.softmax(model(x), dim=1)');
  });

  it('take the cells of a notebook as one program, in their order', async () => {
    const notebook = await openCells(
      `%matplotlib inline\n!pip install torch\n${imports}`,
      'probs = F.softmax(model(x), dim=1)',
      'loss = nn.NLLLoss()(probs, y)',
    );
    const [, second, third] = notebook.getCells().map(({ document }) => document);
    await waitForFindings(third, found);
    expect(findingsOf(second)).to.deep.equal([]);
    await replaceText(second, 'F.softmax', 'F.log_softmax');
    await waitForFindings(third, []);
    await replaceText(second, 'F.log_softmax', 'F.softmax');
    await waitForFindings(third, found);
  });

  it('follow the settings: severity, off, excluded files, and all off', async () => {
    const { document } = await openText(mistake, 'python');
    await waitForFindings(document, found);
    const isError = () => diagnosticsOf(document.uri)[0].severity === vscode.DiagnosticSeverity.Error;
    await withSetting('severity', { 'nll-not-log-probs': 'error' }, () => waitFor('an error', isError));
    await withSetting('severity', { 'nll-not-log-probs': 'off' }, () => waitForFindings(document, []));
    await waitForFindings(document, found);
    await withSetting('exclude', ['**/Untitled*'], () => waitForFindings(document, []));
    await waitForFindings(document, found);
    await withSetting('diagnostics.enabled', false, () => waitForFindings(document, []));
    await waitForFindings(document, found);
  });
});

describe('diagnostics of the losses of two classes', () => {
  const twice = `${imports}nn.BCEWithLogitsLoss()(nn.Linear(4, 1)(x).sigmoid(), y)\n`;

  it('underline what goes through a sigmoid twice', async () => {
    const { document } = await openText(twice, 'python');
    await waitForFindings(document, ['bce-logits-sigmoid: nn.Linear(4, 1)(x).sigmoid()']);
  });

  it('show what is merely possible where that is asked for, as an information', async () => {
    const text = twice.replace('nn.Linear', 'z if x.ndim > 1 else nn.Linear');
    const shown = ['bce-logits-sigmoid: z if x.ndim > 1 else nn.Linear(4, 1)(x).sigmoid()'];
    const { document } = await openText(text, 'python');
    await settle(document);
    expect(findingsOf(document)).to.deep.equal([]);
    await withSetting('diagnostics.possible', true, async () => {
      await waitForFindings(document, shown);
      const [{ severity }] = diagnosticsOf(document.uri);
      expect(severity).to.equal(vscode.DiagnosticSeverity.Information);
    });
    await waitForFindings(document, []);
  });
});

describe('diagnostics that are off by default', () => {
  it('appear when the settings give them a severity', async () => {
    const mean = `${imports}loss = nn.CrossEntropyLoss(ignore_index=0)(z, y) / accumulation_steps\n`;
    const { document } = await openText(mean, 'python');
    await settle(document);
    expect(findingsOf(document)).to.deep.equal([]);
    const shown = ['mean-of-micro-batches: nn.CrossEntropyLoss(ignore_index=0)(z, y) / accumulation_steps'];
    await withSetting('severity', { 'mean-of-micro-batches': 'information' }, () =>
      waitForFindings(document, shown),
    );
    await waitForFindings(document, []);
  });
});

describe('diagnostics across files', () => {
  const folder = new TestFolder('.suite-imports');
  folder.register();
  const model = `${imports}def predict(x):\n    return F.softmax(nn.Linear(4, 3)(x), dim=1)\n`;
  const train = 'import torch.nn as nn\nfrom model import predict\nloss = nn.NLLLoss()(predict(x), y)\n';
  const foundInTrain = ['nll-not-log-probs: predict(x)'];

  it('read the imported file from the workspace, and follow its edits before they are saved', async () => {
    await folder.write('model.py', model);
    const document = await folder.open('train.py', train);
    await waitForFindings(document, foundInTrain);
    const [{ relatedInformation }] = diagnosticsOf(document.uri);
    const files = relatedInformation?.map(({ location }) => location.uri.path.split('/').pop());
    expect(files).to.include('model.py');
    const imported = await vscode.workspace.openTextDocument(folder.uriOf('model.py'));
    await replaceText(imported, 'F.softmax', 'F.log_softmax');
    await waitForFindings(document, []);
    await replaceText(imported, 'F.log_softmax', 'F.softmax');
    await waitForFindings(document, foundInTrain);
    await imported.save();
  });

  it('follow files that come, change and go', async () => {
    const late = train.replace('from model', 'from late');
    const document = await folder.open('early.py', late);
    await settle(document);
    expect(findingsOf(document)).to.deep.equal([]);
    const edit = new vscode.WorkspaceEdit();
    const uri = folder.uriOf('late.py');
    edit.createFile(uri, { contents: new TextEncoder().encode(model) });
    await vscode.workspace.applyEdit(edit);
    await waitForFindings(document, foundInTrain);
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(uri);
    await vscode.workspace.applyEdit(removal);
    await waitForFindings(document, []);
  });

  it('are shown in an imported file where the loss is called there', async () => {
    const helper = await folder.write(
      'helper.py',
      `${imports}def loss_of(values, y):\n    return F.nll_loss(values, y)\n`,
    );
    const main = await folder.open(
      'main.py',
      `${imports}from helper import loss_of\nloss_of(F.softmax(model(x), dim=1), y)\n`,
    );
    const document = await vscode.workspace.openTextDocument(helper);
    await waitForFindings(document, ['nll-not-log-probs: values']);
    await replaceText(main, 'F.softmax', 'F.log_softmax');
    await waitForFindings(document, []);
    await main.save();
  });
});
