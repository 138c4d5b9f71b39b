import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Workbench } from './workbench';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open({ width: 1400, height: 900 });
  await workbench.openFile('mistakes.py');
  await workbench.codeLens(0).click();
  await (await workbench.panel()).locator('.answer').first().waitFor();
});
afterAll(() => workbench?.close());
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

/** Where each part of a card is. Unit: px of the panel. */
interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

const parts = ['.value', '.verdict', '.answer-formula', '.gradient-bars'];

async function boxes(): Promise<{ readonly height: number; readonly cards: readonly (readonly Box[])[] }> {
  const frame = await workbench.panelFrame();
  return frame.evaluate(
    (selectors: readonly string[]) => ({
      height: document.documentElement.clientHeight,
      cards: [...document.querySelectorAll('.answer')].map((card) =>
        selectors.map((name: string) => {
          const { left, right, bottom } = card.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
          return { name, left, right, bottom };
        }),
      ),
    }),
    parts,
  );
}

/** Texts that are wider than their place and cannot be scrolled to. */
async function clipped(): Promise<readonly string[]> {
  const frame = await workbench.panelFrame();
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => {
        const { overflowX, display } = getComputedStyle(element);
        const isCut = overflowX === 'hidden' || overflowX === 'clip';
        return isCut && display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
      })
      .filter((element) => element.closest('.visually-hidden, .katex-mathml') === null)
      .map((element) => `${element.className}: ${element.textContent?.slice(0, 60)}`),
  );
}

const windows = [
  [1400, 900],
  [1920, 1080],
] as const;

test.each(windows)(
  'at %i × %i values, verdicts, formulas and gradients stand side by side',
  async (width, height) => {
    await workbench.page.setViewportSize({ width, height });
    for (const state of ['side bar open', 'side bar closed']) {
      if (state === 'side bar closed') await workbench.command('View: Toggle Primary Side Bar Visibility');
      await expect.poll(async () => (await boxes()).cards.length).toBe(2);
      const shown = await boxes();
      const [ce, nll] = shown.cards;
      for (const [i, part] of ce.entries()) {
        expect(part.right, `${state}: ${part.name}`).toBeGreaterThan(part.left);
        expect(Math.max(part.bottom, nll[i].bottom), `${state}: ${part.name}`).toBeLessThanOrEqual(
          shown.height,
        );
        expect(nll[i].left, `${state}: ${part.name}`).toBeGreaterThan(part.right);
      }
      await workbench.screenshot(`first-${width} ${state}`);
    }
    await workbench.command('View: Toggle Primary Side Bar Visibility');
  },
);

// About 296, 320, 521, 671 and 900 px for the panel.
test.each([640, 700, 1110, 1410, 1860])('nothing is clipped in a window of %i px', async (width) => {
  await workbench.page.setViewportSize({ width, height: 900 });
  await workbench.page.waitForTimeout(300);
  expect(await clipped()).toEqual([]);
  const frame = await workbench.panelFrame();
  const [content, visible] = await frame.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBe(visible);
  await workbench.screenshot(`first-window-${width}`);
});

test('while the cards are out of sight, a line has both values', async () => {
  await workbench.page.setViewportSize({ width: 1400, height: 500 });
  const panel = await workbench.panel();
  await panel.locator('.temperature').scrollIntoViewIfNeeded();
  await panel.locator('html').evaluate((html: Element) => html.scrollTo(0, html.scrollHeight));
  const line = panel.locator('.sticky-line');
  await line.waitFor();
  expect(await line.innerText()).toMatch(/CrossEntropyLoss 0\.7450 ✗\s*NLLLoss -0\.7307 ✗/);
  await workbench.screenshot('first-sticky');
  await panel.locator('html').evaluate((html: Element) => html.scrollTo(0, 0));
  await line.waitFor({ state: 'detached' });
});

test('the finding is mended in the text by its button, and undo there takes it back', async () => {
  await workbench.page.setViewportSize({ width: 1400, height: 900 });
  const panel = await workbench.panel();
  await panel.getByRole('button', { name: 'Apply: probs.log()' }).click();
  await panel.getByText('Applied to the text: probs.log()').waitFor();
  // nll_loss of PyTorch 2.13 on the logarithm.
  expect(await workbench.valueOf('NLLLoss')).toBe('0.3185');
  await workbench.page.locator('.view-line', { hasText: 'nn.NLLLoss()(probs.log(), target)' }).waitFor();
  await workbench.screenshot('first-applied');
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Z');
  await panel.getByRole('button', { name: 'Apply: probs.log()' }).waitFor();
  expect(await workbench.valueOf('NLLLoss')).toBe('-0.7307');
});

test('a click on a value copies it in full', async () => {
  await workbench.page.setViewportSize({ width: 1400, height: 900 });
  await (await workbench.panel()).locator('.answer button.value').nth(1).click();
  const copied = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe('-0.730749965');
});
