import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Workbench } from './workbench';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open({ width: 1500, height: 1000, file: 'compare.py' });
});
afterAll(() => workbench?.close());
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

test('what `npm start` opens is the file of the folder: written back, editor and disk have the same', async () => {
  const { page } = workbench;
  await workbench.codeLens(0).click();
  const panel = await workbench.panel();
  await panel.locator('[role=gridcell][id$="-0-0"]').click();
  await page.keyboard.type('-7.25');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Write back to the editor' }).click();
  const line = page.locator('.editor-instance .view-line', { hasText: '-7.25' });
  await line.waitFor();
  await workbench.focusEditor();
  await workbench.command('File: Save');
  const path = join(workbench.folder, 'compare.py');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('-7.25');
  await page.keyboard.press('Control+z');
  await line.waitFor({ state: 'detached' });
  await workbench.command('File: Save');
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(readFileSync('examples/compare.py', 'utf8'));
  expect(await page.locator('.tab', { hasText: 'compare.py' }).count()).toBe(1);
});
