import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Theme, Workbench } from './workbench';

let workbench: Workbench;

afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

describe('the check of Python code, used as a person would', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({
      width: 1400,
      height: 900,
      settings: { 'lossLens.codeLens.enabled': false },
    });
  });
  afterAll(() => workbench?.close());

  test('a script that feeds softmax to NLLLoss is underlined, and the Problems panel says why', async () => {
    await workbench.openFile('train.py');
    await workbench.underlined().first().waitFor();
    await workbench.command('View: Focus Problems');
    await workbench.page
      .getByText('NLLLoss expects log-probabilities but gets probabilities')
      .first()
      .waitFor();
    expect(await workbench.page.getByText('Loss Lens', { exact: true }).count()).toBeGreaterThan(0);
    await workbench.screenshot('problems');
  });

  test('the hover tells the way of the value', async () => {
    await workbench.command('View: Toggle Panel Visibility');
    await workbench.focusEditor();
    const hover = await workbench.hover('criterion');
    await hover.getByText('input:').first().waitFor();
    await workbench.screenshot('loss-hover');
    await workbench.page.keyboard.press('Escape');
  });

  test('a quick fix mends it, and the underline goes', async () => {
    await workbench.focusEditor();
    await workbench.command('Go to Next Problem in Files');
    // The problem is shown in place, over what is asked for next.
    await workbench.page.locator('.marker-widget').first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.marker-widget').first().waitFor({ state: 'detached' });
    const action = workbench.page.getByText('Use log_softmax instead of softmax');
    await expect
      .poll(
        async () => {
          if (!(await action.isVisible())) await workbench.page.keyboard.press('Control+.');
          return action.isVisible();
        },
        { timeout: 60_000, interval: 1_500 },
      )
      .toBe(true);
    await workbench.screenshot('quick-fix');
    await workbench.page.keyboard.press('Enter');
    await workbench.underlined().first().waitFor({ state: 'detached' });
    await workbench.page.getByText('F.log_softmax').first().waitFor();
  });

  test('the whole folder is checked by a command', async () => {
    await workbench.command('Loss Lens: Check Workspace');
    const summary = workbench.page.getByText(/Checked \d+ files/).first();
    await summary.waitFor();
    expect(await summary.innerText()).toMatch(/\d+ findings?/);
    await workbench.page.locator('.markers-panel:visible').waitFor();
    await workbench.screenshot('check-workspace');
  });
});

describe.each<Theme>(['light', 'contrast', 'contrastLight'])('in the theme %s', (theme) => {
  beforeAll(async () => {
    workbench = await Workbench.open({ theme, width: 1200, height: 700 });
  });
  afterAll(() => workbench?.close());

  test('findings are underlined', async () => {
    await workbench.openFile('mistakes.py');
    await workbench.underlined().nth(2).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Loss Lens: 4' }).waitFor();
    await workbench.screenshot(`underlined-${theme}`);
  });
});
