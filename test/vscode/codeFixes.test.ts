import { expect } from 'chai';
import * as vscode from 'vscode';
import type { LocatedFinding } from '../../src/editor/diagnostics/places';
import { applyFix, fixesAt } from '../../src/panel/codeFixes';
import { openText, rangeOf } from './openText';

const text = 'loss = F.nll_loss(probs, target)\nother = F.nll_loss(probs, target)\n';

/** A document with what mends the first argument of both calls. */
async function found() {
  const { document } = await openText(text, 'python');
  const call = rangeOf(document, 'F.nll_loss(probs, target)');
  const findings = [0, 1].map((line): LocatedFinding => {
    const at = document.lineAt(line).text.indexOf('probs');
    const location = new vscode.Location(document.uri, new vscode.Range(line, at, line, at + 5));
    const fixes = ['probs.log()', 'scores'].map((insert) => ({
      title: `Write ${insert}`,
      isSafe: false,
      isLocal: true,
      edits: [{ location, insert }],
    }));
    const code = 'nll-not-log-probs' as const;
    const severity = 'warning' as const;
    return { code, severity, isPossible: false, message: '', location, chain: [], fixes };
  });
  const fixes = await fixesAt(document, call, { findingsIn: async () => findings });
  return { document, fixes };
}

async function refusal(task: Promise<void>): Promise<string> {
  return task.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
}

describe('the fixes that the panel offers', () => {
  it('are those of the call alone, with the code where it says what is done', async () => {
    const { fixes } = await found();
    expect(fixes.map(({ offer }) => offer)).to.deep.equal([
      { code: 'nll-not-log-probs', title: 'Write probs.log()', written: 'probs.log()' },
      { code: 'nll-not-log-probs', title: 'Write scores', written: null },
    ]);
  });

  it('are made in the text, as one step of undo', async () => {
    const { document, fixes } = await found();
    await applyFix(fixes[0]);
    expect(document.getText()).to.equal(text.replace('probs', 'probs.log()'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal(text);
  });

  it('are refused in a text that has changed since', async () => {
    const { document, fixes } = await found();
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(2, 0), '# new');
    await vscode.workspace.applyEdit(change);
    expect(await refusal(applyFix(fixes[0]))).to.contain('the text has changed since it was read');
    expect(document.getText()).to.equal(`${text}# new`);
  });
});
