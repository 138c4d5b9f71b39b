import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tabs } from '../../src/messages/viewState';
import { type Theme, Workbench } from './workbench';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** What axe finds wrong in the panel as it is shown, contrast included: one line for each element. */
async function violations(): Promise<readonly string[]> {
  const frame = await workbench.panelFrame();
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    // The frame around the page is VS Code's: its title and landmarks are not the page's to set.
    const options = { rules: { 'frame-title': { enabled: false } }, resultTypes: ['violations'] };
    const found = await axe.run(document, options);
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary ?? ''}`),
    );
  });
}

describe.each<Theme>(['dark', 'light', 'contrast', 'contrastLight'])('the panel in the theme %s', (theme) => {
  beforeAll(async () => {
    workbench = await Workbench.open({ theme, width: 1400, height: 1000 });
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.openFile('mistakes.py');
    await workbench.codeLens(0).click();
    await (await workbench.panel()).getByText('NLLLoss expects log-probabilities').first().waitFor();
  });
  afterAll(() => workbench?.close());

  test.each(tabs)('has nothing that axe finds wrong in the tab “%s”', async (tab) => {
    const panel = await workbench.panel();
    await panel.locator(`[role=tab][id$="-${tab}"]`).click();
    await panel.locator(`[role=tab][id$="-${tab}"][aria-selected=true]`).waitFor();
    expect(await violations()).toEqual([]);
    await workbench.screenshot(`tab-${tab}-${theme}`);
  });

  test('has nothing that axe finds wrong in the notice of what is not evaluated, wide and narrow', async () => {
    await workbench.writeFile('unfollowed.py', unfollowed);
    await workbench.openFile('unfollowed.py');
    await workbench.command('Select All');
    await workbench.command('Loss Lens: Evaluate Selection');
    const panel = await workbench.panel();
    await panel.getByText('before line 8, not those of the call').waitFor();
    expect(await violations()).toEqual([]);
    await workbench.screenshot(`before-line-${theme}`);
    await workbench.page.setViewportSize({ width: 640, height: 1000 });
    const [content, visible] = await panel
      .locator('html')
      .evaluate((html: Element) => [html.scrollWidth, html.clientWidth]);
    expect(content).toBe(visible);
    await workbench.screenshot(`before-line-narrow-${theme}`);
    await workbench.page.setViewportSize({ width: 1400, height: 1000 });
  });
});
