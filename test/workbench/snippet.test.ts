import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './violations';
import { type Theme, themes, Workbench } from './workbench';

let workbench: Workbench;

afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

/** Opens a file and runs the command in it. */
async function runSnippet(file: string) {
  await workbench.openFile(file);
  await workbench.command('Loss Lens: Run Snippet');
  return workbench.panel();
}

describe('the snippet panel, used as a person would', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1600, height: 1000 });
  });
  afterAll(() => workbench?.close());

  test('F1 and the command show where Python stops, and what comes after the corrections', async () => {
    const panel = await runSnippet('snippet.py');
    await panel.getByText('Stops at line 6: TypeError').waitFor();
    await panel.locator('.python-keyword', { hasText: 'import' }).first().waitFor();
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await panel.getByText('some of the keywords were incorrect: requires_grad').first().waitFor();
    await panel.getByText('After 2 corrections').waitFor();
    await panel
      .getByText(/^0\.4071/)
      .first()
      .waitFor();
    await workbench.screenshot('snippet');
  });

  test('a click on each correction mends the code, until the loss is printed', async () => {
    const panel = await workbench.panel();
    await panel.getByRole('button', { name: /^Apply: / }).click();
    await panel.getByText('Stops at line 12: RuntimeError').waitFor();
    await workbench.screenshot('snippet-second-stop');
    await panel.getByRole('button', { name: /^Apply: / }).click();
    await panel.getByText('Runs to its end.').waitFor();
    expect(await panel.locator('.printed').first().innerText()).toContain('0.4071');
    await panel.getByText('logits.grad', { exact: true }).first().waitFor();
    await workbench.screenshot('snippet-mended');
  });

  test('a value opens to its whole print, and can be copied as NumPy with the keyboard', async () => {
    const panel = await workbench.panel();
    await panel.locator('.bound summary').first().click();
    await panel.getByRole('group', { name: 'logits, whole' }).waitFor();
    await panel.getByRole('button', { name: 'Copy as… logits', exact: true }).click();
    await panel.getByRole('menu').waitFor();
    await workbench.screenshot('copy-as');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await panel.getByText('Copied as NumPy').first().waitFor();
    await panel.getByRole('menu').waitFor({ state: 'detached' });
    await workbench.newFile('[]');
    await workbench.command('Select All');
    await workbench.page.keyboard.press('Control+V');
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'np.array' }).first().waitFor();
  });

  test('a number of a line shows it in the editor', async () => {
    const panel = await runSnippet('snippet.py');
    await panel.getByRole('button', { name: 'Line 9, show in editor' }).click();
    await workbench.page
      .getByText(/Ln 9, Col/)
      .first()
      .waitFor();
  });

  test('while the code is no Python, the last good state stays', async () => {
    await workbench.writeFile('broken.py', 'import torch\nx = torch.ones(2)\nprint(x)\n');
    const panel = await runSnippet('broken.py');
    await panel.getByText('tensor([1., 1.])').first().waitFor();
    await workbench.focusEditor();
    await workbench.goToLine(3);
    await workbench.page.keyboard.insertText('y = (\n');
    await panel.getByText('Below is the last good state').waitFor();
    expect(await panel.locator('.is-old .printed').innerText()).toContain('tensor([1., 1.])');
    await workbench.screenshot('snippet-broken');
  });

  test('what cannot be evaluated is listed with its line', async () => {
    await workbench.writeFile(
      'unknown.py',
      'import torch\nx = torch.load("a.pt")\ny = torch.ones(2)\nprint(y)\n',
    );
    const panel = await runSnippet('unknown.py');
    await panel.getByRole('heading', { name: 'Not evaluated' }).waitFor();
    await workbench.screenshot('snippet-unevaluated');
    await panel.getByRole('button', { name: 'line 2', exact: true }).click();
    await workbench.page
      .getByText(/Ln 2, Col/)
      .first()
      .waitFor();
  });

  test('a long run says so and can be cancelled', async () => {
    const loop =
      'import torch\nx = torch.zeros(300, 300)\nfor i in range(5000):\n    x = (x + 1) @ x\nprint(x)\n';
    await workbench.writeFile('long.py', loop);
    const panel = await runSnippet('long.py');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel.getByRole('button', { name: 'Evaluate again' }).waitFor();
    await workbench.screenshot('snippet-cancelled');
  });
});

describe('text from the clipboard', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1400 });
  });
  afterAll(() => workbench?.close());

  test('is evaluated without a document', async () => {
    await workbench.newFile('log_probs = torch.log(torch.tensor([[0.7, 0.2, 0.1]]))\ntarget = [0]');
    await workbench.command('Select All');
    await workbench.page.keyboard.press('Control+C');
    await workbench.command('Loss Lens: Evaluate Clipboard');
    await (await workbench.panel()).getByText('Clipboard', { exact: true }).waitFor();
    const panel = await workbench.panelWithSetup();
    expect(await workbench.valueOf('NLLLoss')).toBe('0.3567');
    await panel.getByText('torch.log(tensor)').first().waitFor();
    expect(await panel.getByText('Show in editor').count()).toBe(0);
    await workbench.screenshot('clipboard');
  });
});

describe('a text that can be read in several ways', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1400 });
  });
  afterAll(() => workbench?.close());

  test('says how it was read, and is read in the other way with a click', async () => {
    await workbench.writeFile('matrix.R', 'logits <- matrix(c(2, 1, 0.5, 3), nrow=2)\n');
    await workbench.openFile('matrix.R');
    await workbench.command('Select All');
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panel();
    await panel.getByText('Read as: filled column by column').waitFor();
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.1642');
    await workbench.screenshot('reading');
    await panel.getByRole('button', { name: 'Read instead: filled row by row' }).click();
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.1961');
    await panel.getByRole('button', { name: /^Read instead: filled column by column/ }).waitFor();
  });
});

describe('the stop, the corrections and the output', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1400, height: 1300 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    const panel = await runSnippet('snippet.py');
    await panel.getByText('After 2 corrections').waitFor();
    expect(await panel.locator('.stop').count()).toBe(2);
  });
  afterAll(() => workbench?.close());

  test.each(Object.keys(themes) as Theme[])(
    'have nothing that axe finds wrong in the theme %s',
    async (theme) => {
      await workbench.setTheme(theme);
      expect(await violations(workbench)).toEqual([]);
      await workbench.screenshot(`snippet-${theme}`);
    },
  );
});

describe('a narrow snippet panel', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 640, height: 1300 });
  });
  afterAll(() => workbench?.close());

  test('does not scroll sideways', async () => {
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    const panel = await runSnippet('snippet.py');
    await panel.getByText('After 2 corrections').waitFor();
    const [content, visible] = await panel
      .locator('html')
      .evaluate((html: Element) => [html.scrollWidth, html.clientWidth]);
    expect(visible).toBeLessThanOrEqual(320);
    expect(content).toBe(visible);
    await workbench.screenshot('snippet-narrow');
  });
});

describe("a comparison with the user's Python", () => {
  const python = process.env.LOSS_LENS_PYTHON;

  /** Runs a snippet and presses the button. */
  async function compare(name: string, text: string, interpreter: string) {
    workbench = await Workbench.open({ settings: { 'python.defaultInterpreterPath': interpreter } });
    await workbench.writeFile(name, text);
    const panel = await runSnippet(name);
    await panel.getByRole('button', { name: 'Compare with your Python' }).click();
    return panel;
  }
  const dialog = () => workbench.page.locator('.monaco-dialog-box');

  test('needs an interpreter, and starts none unasked', async () => {
    const panel = await compare('compared.py', 'print(1)\n', '');
    await panel.getByText('No Python is chosen').waitFor();
    const again = await compare('compared.py', 'print(1)\n', '/nowhere/python');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await again.getByRole('button', { name: 'Compare with your Python' }).click();
    await dialog().getByRole('button', { name: 'Run', exact: true }).click();
    await again.getByText('/nowhere/python cannot be started').waitFor();
  });

  // A test that is skipped counts as failed; without a Python there is none.
  if (python === undefined) return;
  test('shows where the two differ', async () => {
    const code = [
      'import torch',
      'logits = torch.tensor([[1.2, 0.5, -0.8]])',
      'print(torch.nn.functional.cross_entropy(logits, torch.tensor([0])))',
      "print('\\N{BULLET}' if 'x' < torch.__version__ else 'old')",
      'print(id)',
      'logits[3]',
    ];
    const panel = await compare('compared.py', `${code.join('\n')}\n`, python);
    await dialog().getByRole('button', { name: 'Run', exact: true }).click();
    await panel.getByText('differs in').waitFor();
    await workbench.screenshot('compare-python');
  });
});
