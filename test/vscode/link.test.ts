import { expect } from 'chai';
import * as vscode from 'vscode';
import { noComparison } from '../../src/messages/comparison';
import { packState } from '../../src/messages/savedState';
import { initialView } from '../../src/messages/viewState';
import { linkTo, stateOfLink } from '../../src/panel/link';
import { openText } from './openText';
import { TestFolder } from './workspaceFolder';

const text = 'logits = [[2.0, 1.0, 0.1]]\ntarget = [0]\n';

/** What comes of a link to a text at an address, and the documents that the user was asked about. */
async function followed(address: string, content: string, answer = true) {
  const ranges = [{ from: 0, to: content.length }];
  const pieces = [{ from: 0, text: content, ranges }];
  const source = { uri: address, label: 'innocent.py', line: 9, pieces, ranges, isBox: false, readings: {} };
  const packed = packState({ source, options: {}, view: initialView, comparison: noComparison });
  const link = await linkTo('loss-lens.loss-lens', packed);
  const asked: string[] = [];
  const state = await stateOfLink(vscode.Uri.parse(link ?? ''), async (document) => {
    asked.push(document.toString());
    return answer;
  });
  if (!state) throw new Error('the link holds no state');
  return { source: state.source, asked };
}

function workspaceUri(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder.uri;
}

describe('the document that a link names', () => {
  const folder = new TestFolder('links');
  folder.register();

  it('is asked for, and what is said of it comes from it', async () => {
    const uri = await folder.write('a.py', text);
    const { source, asked } = await followed(uri.toString(), text);
    expect(asked).to.deep.equal([uri.toString()]);
    expect(source.uri).to.equal(uri.toString());
    expect([source.label, source.line]).to.deep.equal(['a.py', 1]);
  });

  it('is left alone when the answer is no', async () => {
    const uri = await folder.write('a.py', text);
    expect((await followed(uri.toString(), text, false)).source.uri).to.equal(null);
  });

  it('is left alone, without a question, when it does not hold the text', async () => {
    const uri = await folder.write('other.py', `# ${text}`);
    const { source, asked } = await followed(uri.toString(), text);
    expect([source.uri, asked]).to.deep.equal([null, []]);
  });

  it('is the one that its address means', async () => {
    const uri = await folder.write('a.py', text);
    const { source } = await followed(`${workspaceUri()}/x/../links/./a.py`, text);
    expect(source.uri).to.equal(uri.toString());
  });

  it('may be one that is open', async () => {
    const { document } = await openText(text, 'python');
    const { source, asked } = await followed(document.uri.toString(), text);
    expect(asked.length).to.equal(1);
    expect(source.uri).to.equal(document.uri.toString());
  });

  for (const way of [
    '/../',
    '/%2e%2e/',
    '/.%2E/',
    '/links/../../',
    '/./x/../../',
    '//../',
    '/links\\..\\..\\',
    '2/../../',
  ]) {
    it(`is not looked at outside of the workspace: …${way}`, async () => {
      const [name, root] = ['CHANGELOG.md', vscode.Uri.joinPath(workspaceUri(), '..')];
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, name));
      const content = new TextDecoder().decode(bytes);
      const { source, asked } = await followed(`${workspaceUri()}${way}${name}`, content);
      expect([source.uri, asked]).to.deep.equal([null, []]);
      const read = vscode.workspace.textDocuments.filter(({ uri }) => uri.path.endsWith(name));
      expect(read.map(({ uri }) => uri.toString())).to.deep.equal([]);
    });
  }

  for (const address of ['not an address', 'command:lossLens.openPanel', 'http://example.invalid/a.py', '']) {
    it(`is not looked at when it is ${JSON.stringify(address)}`, async () => {
      const { source, asked } = await followed(address, text);
      expect([source.uri, asked]).to.deep.equal([null, []]);
    });
  }
});
