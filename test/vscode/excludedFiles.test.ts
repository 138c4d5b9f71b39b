import { expect } from 'chai';
import * as vscode from 'vscode';
import { matcherOf } from '../../src/document/globs/matcherOf';
import { waitForFindings } from './findings';
import { withSetting } from './withSetting';
import { TestFolder } from './workspaceFolder';

const mistake =
  'import torch.nn as nn\nimport torch.nn.functional as F\nnn.NLLLoss()(F.softmax(model(x), dim=1), y)\n';

const globs = [
  '*.py',
  '**/*.py',
  '*',
  '**',
  'a/**',
  '**/b/**',
  'a/*/c.py',
  'a/**/c.py',
  '{a,d}/b/*.py',
  '**/{c,e}.py',
  '{a/b,d}/**',
  '**/[a-c].py',
  '**/[!a-c].py',
  '**/?.py',
  'a**/c.py',
  'a/b**.py',
  '**/*c*',
  '{**/c.py,x}',
  'a/b/c',
];

const paths = ['c.py', 'a/c.py', 'a/b/c.py', 'a/b/d.py', 'd/b/e.py', 'a/x/y/c.py', 'ab/c.py'];

/** The path and the folders that it is in: with a folder, all in it is excluded. */
function withFolders(path: string): readonly string[] {
  const folders = path.split('/');
  return folders.map((_, i) => folders.slice(0, i + 1).join('/'));
}

describe('lossLens.exclude', () => {
  const folder = new TestFolder('.suite-excluded');
  folder.register();

  it('means what VS Code means by globs, and all in the folders that they name', async () => {
    const base = vscode.Uri.from({ scheme: 'untitled', path: '/suite-globs' });
    const documents = new Map<string, vscode.TextDocument>();
    for (const path of new Set(paths.flatMap(withFolders)))
      documents.set(path, await vscode.workspace.openTextDocument(vscode.Uri.joinPath(base, path)));
    for (const glob of globs) {
      const pattern = new vscode.RelativePattern(base, glob);
      const isNamed = (path: string) => {
        const document = documents.get(path);
        return document !== undefined && vscode.languages.match({ pattern }, document) > 0;
      };
      for (const path of paths)
        expect(matcherOf([glob]).matches(path), `${glob} on ${path}`).to.equal(
          withFolders(path).some(isNamed),
        );
    }
  });

  it('takes any globs without making anybody wait', async () => {
    const hostile = [`${'**/'.repeat(14)}x`, `${'*a'.repeat(12)}b`];
    await withSetting('exclude', hostile, async () => {
      const path = `${'a/'.repeat(40)}${'a'.repeat(60)}.py`;
      const document = await folder.open(path, mistake);
      await waitForFindings(document, ['nll-not-log-probs: F.softmax(model(x), dim=1)']);
    });
  });
});
