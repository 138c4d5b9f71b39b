import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tabs } from '../../src/messages/viewState';
import { violations } from './violations';
import { type Theme, themes, Workbench } from './workbench';

/** Lines 8 and 9 have something that is not evaluated: what changes the input, and an option. */
const unfollowed = `import torch
import torch.nn.functional as F
from model import my_model

logits = torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])
target = torch.tensor([0, 2])

logits = my_model(logits)
loss = F.nll_loss(logits, target, ignore_index=PAD)
`;

let workbench: Workbench;

afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

const everyTheme = Object.keys(themes) as Theme[];

describe('the panel', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1400, height: 1000 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.openFile('mistakes.py');
    await workbench.codeLens(0).click();
    await (await workbench.panel()).getByText('NLLLoss expects log-probabilities').first().waitFor();
  });
  afterAll(() => workbench?.close());

  describe.each(everyTheme)('in the theme %s', (theme) => {
    beforeAll(() => workbench.setTheme(theme));

    test.each(tabs)('has nothing that axe finds wrong in the tab “%s”', async (tab) => {
      const panel = await workbench.panel();
      await panel.locator(`[role=tab][id$="-${tab}"]`).click();
      await panel.locator(`[role=tab][id$="-${tab}"][aria-selected=true]`).waitFor();
      expect(await violations(workbench)).toEqual([]);
      await workbench.screenshot(`tab-${tab}-${theme}`);
    });
  });
});

describe('the notice of what is not evaluated', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1400, height: 1000 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.writeFile('unfollowed.py', unfollowed);
    await workbench.openFile('unfollowed.py');
    await workbench.command('Select All');
    await workbench.command('Loss Lens: Evaluate Selection');
    await (await workbench.panel()).getByText('before line 8, not those of the call').waitFor();
  });
  afterAll(() => workbench?.close());

  test.each(everyTheme)(
    'has nothing that axe finds wrong in the theme %s, wide and narrow',
    async (theme) => {
      await workbench.setTheme(theme);
      expect(await violations(workbench)).toEqual([]);
      await workbench.screenshot(`before-line-${theme}`);
      await workbench.page.setViewportSize({ width: 640, height: 1000 });
      const panel = await workbench.panel();
      const [content, visible] = await panel
        .locator('html')
        .evaluate((html: Element) => [html.scrollWidth, html.clientWidth]);
      expect(content).toBe(visible);
      await workbench.screenshot(`before-line-narrow-${theme}`);
      await workbench.page.setViewportSize({ width: 1400, height: 1000 });
    },
  );
});
