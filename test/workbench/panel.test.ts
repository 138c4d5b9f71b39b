import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Theme, Workbench } from './workbench';

describe('the panel, used as a person would', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await Workbench.open();
  });
  afterAll(() => workbench?.close());

  test('F1 and the command show both losses of the selected lines', async () => {
    await workbench.openFile('batch.json');
    await workbench.selectLines(1, 10);
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panel();
    await panel.getByRole('heading', { name: 'CrossEntropyLoss' }).waitFor();
    expect(await panel.locator('body').innerText()).toContain('batch.json');
    await workbench.screenshot('json');
  });

  test('the code lens shows a pair of a Python file', async () => {
    await workbench.openFile('compare.py');
    await workbench.page.locator('.codelens-decoration a').first().click();
    const panel = await workbench.panel();
    await panel.getByText('compare.py').first().waitFor();
    expect(await panel.locator('body').innerText()).toContain('0.4071');
    await workbench.screenshot('code-lens');
  });
});

describe.each(['dark', 'light', 'contrast', 'contrastLight'] as readonly Theme[])(
  'in the theme %s',
  (theme) => {
    let workbench: Workbench;

    beforeAll(async () => {
      workbench = await Workbench.open({ theme });
    });
    afterAll(() => workbench?.close());

    test('the panel shows a mistake with its evidence', async () => {
      await workbench.openFile('mistakes.py');
      await workbench.page.locator('.codelens-decoration a').first().click();
      const panel = await workbench.panel();
      await panel.getByText('NLLLoss expects log-probabilities').first().waitFor();
      await workbench.screenshot(`mistake-${theme}`);
      expect(await panel.locator('body').innerText()).toContain('-0.7307');
    });
  },
);
