import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Workbench } from './workbench';

/** Nobody's address: what is asked for there was put into a document by its author. */
const address = 'example.invalid';

const image = `![t](https://${address}/p.png)`;

const imports = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n\n';

/** What is told of the loss at its call. */
const calls = [
  ['an image between blank lines', `"""\n\n${image}\n\n"""`],
  ['an image between backticks', `"\`${image}\`\`\`${image}\`"`],
  ['a fence', `"""\n\`\`\`\n${image}\n\`\`\`\n"""`],
  ['a link to a command', '"""\n\n[go](command:workbench.action.files.newUntitledFile)\n\n"""'],
  ['an icon', '"$(sync~spin)"'],
  ['a bare address', `"\` https://${address}/bare www.${address} a@${address} \`"`],
  ['HTML', `"""\n\n<img src="https://${address}/h.png"><h1>t</h1>\n\n"""`],
] as const;

let workbench: Workbench;
const asked: string[] = [];

beforeAll(async () => {
  workbench = await Workbench.open({ settings: { 'lossLens.codeLens.enabled': false } });
  workbench.page.on('request', (request: { url(): string }) => asked.push(request.url()));
});
afterAll(() => workbench?.close());
beforeEach(() => {
  asked.length = 0;
});
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
  await workbench.page.keyboard.press('Escape');
});

/** The hover over a word shows these words, and nothing in it is more than text, code and links to places. */
async function expectPlain(word: string, words: string): Promise<void> {
  const hover = await workbench.hover(word);
  await hover.getByText(words).first().waitFor();
  expect(await hover.locator('img, h1, .codicon-sync, .codicon-modifier-spin').count()).toBe(0);
  const links = await hover
    .locator('a')
    .evaluateAll((all: readonly Element[]) => all.map((a) => a.getAttribute('data-href') ?? ''));
  expect(links.filter((link: string) => !/^(?:vscode-remote|file):|^command:lossLens\./.test(link))).toEqual(
    [],
  );
  expect(asked.filter((url) => url.includes(address))).toEqual([]);
}

describe('text of a document in a hover is text', () => {
  test.each(calls)('over the call of a loss: %s', async (name, argument) => {
    const file = `${name.replaceAll(' ', '_')}.py`;
    const text = `${imports}def f(x, y):\n    return nn.NLLLoss(\n${argument}\n)(x.log_softmax(1), y)\n`;
    await workbench.writeFile(file, text);
    await workbench.openFile(file);
    await expectPlain('NLLLoss', 'input:');
  });

  test('in the steps of the way', async () => {
    const text = `${imports}def f(x, y):\n    s = nn.LogSoftmax(\n"""\n\n${image}\n\n"""\n)\n    p = {"""\n\n${image}\n\n""": torch}["""\n\n${image}\n\n"""].log_softmax(x, 1)\n    return F.nll_loss(p, y)\n`;
    await workbench.writeFile('steps.py', text);
    await workbench.openFile('steps.py');
    await expectPlain('nll_loss', 'log-probabilities');
  });

  test.each([
    ['a key', `{"${image}": [[0.25, 0.75], [0.5, 0.5]]}\n`],
    ['a key with an icon', '{"$(sync~spin)": [[0.25, 0.75], [0.5, 0.5]]}\n'],
    ['a key with backticks', `{"\` ${image}": [[0.25, 0.75], [0.5, 0.5]]}\n`],
  ])('over an array: %s', async (name, text) => {
    const file = `${name.replaceAll(' ', '_')}.json`;
    await workbench.writeFile(file, text);
    await workbench.openFile(file);
    await expectPlain('0.25', 'shape');
  });

  test('over an array with a function of backward', async () => {
    const text = `x = tensor([[0.25, 0.75]], grad_fn=<${image}>)\n`;
    await workbench.writeFile('backward.py', text);
    await workbench.openFile('backward.py');
    await expectPlain('0.25', 'shape');
  });
});
