import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tabs } from '../../src/messages/viewState';
import { Workbench } from './workbench';

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
    const panel = await workbench.panelWithSetup();
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
    await panel.getByText('Expected 4 values, got 2.').waitFor();
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.5425');
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
    await workbench.focusEditor();
    await workbench.goToLine(14, 24);
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.type('0, 1, 2])');
    const panel = await workbench.panel();
    await panel.getByText('Expected input batch_size (2) to match target batch_size (3).').first().waitFor();
    await workbench.focusEditor();
    await workbench.command('File: Revert File');
    await workbench.page.locator('.view-line', { hasText: 'labels = torch.tensor([0, 2])' }).waitFor();
    await panel.getByText('Expected input batch_size').first().waitFor({ state: 'detached' });
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.4071');
  });

  test('the panel is back after a reload of the window, with its options', async () => {
    const panel = await workbench.panelWithSetup();
    await panel.getByLabel('reduction', { exact: true }).selectOption('sum');
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.8142');
    await workbench.focusEditor();
    await workbench.reload();
    const again = await workbench.panel();
    await again.getByText('compare.py:12').waitFor();
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.8142');
    expect(await again.getByLabel('reduction', { exact: true }).inputValue()).toBe('sum');
  });

  test('the arrow keys choose the sample whose numbers both cards show', async () => {
    const panel = await workbench.panel();
    await panel.getByRole('grid').focus();
    await workbench.page.keyboard.press('ArrowDown');
    await expect.poll(() => panel.getByRole('spinbutton', { name: 'Sample' }).inputValue()).toBe('1');
    // -log_softmax of (-0.5, 0.8, 2) at 2, and -2, by PyTorch 2.13.
    const numbersOf = (loss: string) =>
      panel.getByRole('region', { name: `${loss} with the numbers of the sample` }).innerText();
    await expect.poll(() => numbersOf('CrossEntropyLoss')).toContain('0.3245');
    expect(await numbersOf('NLLLoss')).toContain('2.0000');
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
    const panel = await workbench.panel();
    await panel.getByText('printed.txt:7').waitFor();
    await panel.getByText('Why, and what it does').first().click();
    await panel.getByText('SoftmaxBackward0').first().waitFor();
    expect(await workbench.valueOf('NLLLoss')).toBe('-0.7307');
  });

  test('hidden and shown again, or moved to another group, it keeps its place and what can be taken back', async () => {
    const { page } = workbench;
    await page.setViewportSize({ width: 1600, height: 600 });
    const isAsLeft = async () => {
      const place = async () => (await workbench.panelFrame()).evaluate(() => scrollY);
      await expect.poll(place).toBe(120);
      // nll_loss of PyTorch 2.13 with 3 in place of the first value.
      expect(await workbench.valueOf('NLLLoss')).toBe('-1.9013');
      const panel = await workbench.panel();
      expect(await panel.locator('.setup').getAttribute('open')).not.toBeNull();
      expect(await panel.getByRole('grid').getAttribute('aria-activedescendant')).toMatch(/-1-1$/);
    };
    await workbench.panelWithSetup();
    await (await workbench.panel()).getByRole('grid').focus();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    const frame = await workbench.panelFrame();
    await frame.evaluate(() => scrollTo(0, 120));
    await isAsLeft();
    await workbench.openFile('notes.md');
    await workbench.command('View: Move Editor into Right Group');
    await expect.poll(() => page.locator('iframe.webview.ready:visible').count()).toBe(0);
    await page.locator('.tab', { hasText: 'Loss Lens' }).click();
    await isAsLeft();
    await workbench.command('View: Move Editor into Left Group');
    await isAsLeft();
    await (await workbench.panel()).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => workbench.valueOf('NLLLoss')).toBe('-0.7307');
  });
});

describe('states of the panel', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1600, height: 1000 });
  });
  afterAll(() => workbench?.close());

  test('without a target, one is assumed and can be entered in place', async () => {
    await workbench.newFile('[[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]]');
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panel();
    await panel.getByText('assumed', { exact: true }).waitFor();
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.4071');
    await workbench.screenshot('assumed');
    const field = panel.getByLabel('Target indices', { exact: true });
    await field.fill('1, 2');
    await field.press('Enter');
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.7571');
  });

  test('ragged rows are named, and the last good values stay', async () => {
    await workbench.focusEditor();
    await workbench.goToLine(1, 3);
    await workbench.page.keyboard.insertText('7.0, ');
    const panel = await workbench.panel();
    await panel.locator('.problems').getByText('row 1 has 3 values, expected 4 as in row 0').waitFor();
    expect(await workbench.valueOf('CrossEntropyLoss')).toBe('0.7571');
    await workbench.screenshot('ragged');
  });

  test('nan comes with its reason', async () => {
    await workbench.newFile('logits = [[nan, 1.0], [2.0, -inf]]\nlabels = [0, 1]');
    await workbench.command('Select All');
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panel();
    await panel.getByText('nan: the input holds nan.').first().waitFor();
    await workbench.screenshot('nan');
  });

  test('the columns of a table are what its header says, which a click changes', async () => {
    const rows = [
      '7,cat,0,0.7,0.2,0.1,"good, really"',
      '9,owl,2,0.1,0.3,0.6,bad',
      '11,dog,2,0.1,0.3,0.6,so so',
    ];
    await workbench.writeFile('scores.csv', `id,y_true,y_pred,p_cat,p_dog,p_owl,text\n${rows.join('\n')}\n`);
    await workbench.openFile('scores.csv');
    await workbench.command('Select All');
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panelWithSetup();
    await panel.getByText('scores.csv:1').waitFor();
    // cross_entropy of PyTorch 2.13 on the three columns of probabilities, targets 0, 2, 1.
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.9248');
    await panel.getByText('0 cat').first().waitFor();
    await panel.getByRole('button', { name: 'Read instead: every column of numbers' }).click();
    await panel.getByText('(3, 5)').first().waitFor();
  });

  test('a tensor of 40 × 1000 is shown at once, and only what is in view is drawn', async () => {
    const row = (n: number) => `[${Array.from({ length: 1000 }, (_, c) => (n * 7 + c * 13) % 10).join(',')}]`;
    await workbench.writeFile('large.json', `[${Array.from({ length: 40 }, (_, n) => row(n)).join(',\n')}]`);
    await workbench.openFile('large.json');
    await workbench.page.keyboard.press('Control+a');
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panel();
    await panel.getByText('(40, 1000)').first().waitFor();
    const [cell, sheet] = await Promise.all(
      ['.sheet-cell', '.sheet-grid'].map((part) => panel.locator(part).first().boundingBox()),
    );
    expect(cell?.x, 'the first number is in view').toBeLessThan((sheet?.x ?? 0) + (sheet?.width ?? 0));
    expect(await panel.locator('td').count()).toBeLessThan(3000);
    await panel.getByRole('tab', { name: 'Batch' }).click();
    await panel.locator('.batch-view').waitFor();
    expect(await panel.locator('td').count()).toBeLessThan(3000);
    await workbench.screenshot('large');
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
    await panel.getByText('NLLLoss expects log-probabilities').first().waitFor();
    expect(await workbench.valueOf('NLLLoss')).toBe('-0.7307');
    for (const tab of tabs) {
      await panel.locator(`[role=tab][id$="-${tab}"]`).click();
      const [content, visible] = await panel
        .locator('html')
        .evaluate((html: Element) => [html.scrollWidth, html.clientWidth]);
      expect(visible).toBeLessThanOrEqual(320);
      expect(`${tab} ${content}`).toBe(`${tab} ${visible}`);
      await workbench.screenshot(`narrow-${tab}`);
    }
  });
});
