import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Theme, Workbench } from './workbench';

let workbench: Workbench;

afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

describe('the panel, used as a person would', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1600 });
  });
  afterAll(() => workbench?.close());

  test('F1 and the command show both losses of the selected lines', async () => {
    await workbench.openFile('batch.json');
    await workbench.selectLines(1, 10);
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panel();
    await panel.getByText('batch.json:').waitFor();
    // cross_entropy and nll_loss of PyTorch 2.13 on these numbers.
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.5425');
    expect(await workbench.valueOf('NLLLoss')).toBe('-1.9400');
    await workbench.screenshot('json');
  });

  test('changing the reduction changes both values at once', async () => {
    const panel = await workbench.panel();
    await panel.getByLabel('reduction', { exact: true }).selectOption('sum');
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('2.7126');
    expect(await workbench.valueOf('NLLLoss')).toBe('-9.7000');
    await panel.getByLabel('reduction', { exact: true }).selectOption('mean');
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.5425');
  });

  test('a weight of the wrong length is refused beside its field, and the values stay', async () => {
    const panel = await workbench.panel();
    const weight = panel.getByLabel('weight', { exact: true });
    await weight.fill('1, 2');
    await weight.press('Enter');
    await panel
      .getByText(/weight tensor should be defined either for all 4 classes/)
      .first()
      .waitFor();
    await weight.fill('');
    await weight.press('Enter');
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.5425');
  });

  test('the code lens shows a pair of a Python file, with the loss that the code calls', async () => {
    await workbench.openFile('compare.py');
    await workbench.codeLens(0).click();
    const panel = await workbench.panel();
    await panel.getByText('compare.py:12').waitFor();
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.4071');
    await panel.getByText('called here').waitFor();
    await workbench.screenshot('code-lens');
  });

  test('typing in the document moves the panel along, and bad input keeps the last good values', async () => {
    await workbench.goToLine(14, 24);
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.type('0, 1, 2])');
    const panel = await workbench.panel();
    await panel.getByText('Expected input batch_size (2) to match target batch_size (3).').first().waitFor();
    await workbench.command('Undo');
    await workbench.page.keyboard.press('Control+Z');
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.4071');
  });

  test('the panel is back after a reload of the window, with its options', async () => {
    const panel = await workbench.panel();
    await panel.getByLabel('reduction', { exact: true }).selectOption('sum');
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.8142');
    await workbench.page.waitForTimeout(2_000);
    await workbench.reload();
    const again = await workbench.panel();
    await again.getByText('compare.py:12').waitFor();
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.8142');
    expect(await again.getByLabel('reduction', { exact: true }).inputValue()).toBe('sum');
  });

  test('the mouse over an array shows what it is', async () => {
    await workbench.openFile('mistakes.py');
    const hover = await workbench.hover('0.2424');
    await hover.getByText('looks like').first().waitFor();
    expect(await hover.innerText()).toContain('probabilities');
    expect(await hover.innerText()).toContain('NLLLoss expects log-probabilities');
    await workbench.screenshot('hover');
    await hover.getByText('Show both losses').click();
    await (await workbench.panel()).getByText('mistakes.py:8').waitFor();
  });

  test('a printed tensor in plain text tells its origin', async () => {
    await workbench.openFile('printed.txt');
    await workbench.selectLines(7, 9);
    await workbench.command('Loss Lens: Evaluate Selection');
    await (await workbench.panel()).getByText('SoftmaxBackward0').first().waitFor();
    expect(await workbench.valueOf('NLLLoss')).toBe('-0.7307');
  });
});

describe.each<Theme>(['dark', 'light', 'contrast', 'contrastLight'])('in the theme %s', (theme) => {
  beforeAll(async () => {
    workbench = await Workbench.open({ theme, width: 1600, height: 1000 });
  });
  afterAll(() => workbench?.close());

  test('a mistake is shown with its evidence', async () => {
    await workbench.openFile('mistakes.py');
    await workbench.codeLens(0).click();
    const panel = await workbench.panel();
    await panel.getByText('NLLLoss expects log-probabilities').first().waitFor();
    expect(await workbench.valueOf('NLLLoss')).toBe('-0.7307');
    await workbench.screenshot(`mistake-${theme}`);
  });
});

describe('a narrow panel', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 640 });
  });
  afterAll(() => workbench?.close());

  test('nothing scrolls sideways but tables', async () => {
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.openFile('mistakes.py');
    await workbench.codeLens(0).click();
    const panel = await workbench.panel();
    await panel.getByRole('heading', { name: 'CrossEntropyLoss' }).waitFor();
    const [content, visible] = await panel
      .locator('html')
      .evaluate((html: Element) => [html.scrollWidth, html.clientWidth]);
    expect(visible).toBeLessThanOrEqual(320);
    expect(content).toBe(visible);
    await workbench.screenshot('narrow');
  });
});
