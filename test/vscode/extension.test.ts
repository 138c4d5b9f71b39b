import { expect } from 'chai';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('registers its commands when it activates', async () => {
    await vscode.extensions.getExtension('loss-lens.loss-lens')?.activate();
    const commands = await vscode.commands.getCommands(true);
    expect(commands).to.include.members([
      'lossLens.evaluateSelection',
      'lossLens.evaluateRanges',
      'lossLens.evaluateClipboard',
      'lossLens.runSnippet',
      'lossLens.openExample',
    ]);
  });
});
