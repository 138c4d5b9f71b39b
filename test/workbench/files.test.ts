import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from './workbench';

const text = 'logits = [[2.0, 1.0, 0.1]]\ntarget = [0]\n';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open({ width: 1500, height: 1000 });
  for (const name of ['linked.py', 'locked.py']) await workbench.writeFile(name, text);
});
afterAll(() => workbench?.close());
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

async function evaluate(file: string) {
  await workbench.openFile(file);
  await workbench.codeLens(0).click();
  const panel = await workbench.panel();
  await panel.getByRole('grid').waitFor();
  return panel;
}

const dialog = () => workbench.page.locator('.monaco-dialog-box');

describe('a link', () => {
  /** Opens a link as a browser would; VS Code asks whether the extension may have it. */
  async function follow(link: string): Promise<void> {
    await workbench.focusEditor();
    const { page } = workbench;
    const input = page.locator('.quick-input-widget input');
    await page.keyboard.press('F1');
    await input.fill('>Developer: Open URL');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Open URL' }).first().click();
    // The command's own box takes the place of the list.
    await expect.poll(() => input.inputValue()).not.toContain('>');
    await input.fill(link);
    await page.keyboard.press('Enter');
    await dialog()
      .filter({ hasText: 'Loss Lens' })
      .getByRole('button', { name: 'Open', exact: true })
      .click();
  }

  test('shows a file only after a question that names it', async () => {
    const panel = await evaluate('linked.py');
    await panel.getByRole('button', { name: 'Copy or save' }).click();
    await panel.getByRole('menuitem', { name: 'Copy Link to This State' }).click();
    const copied = () => workbench.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain('/panel?state=');
    const link = await copied();

    await follow(link);
    const question = dialog().filter({ hasText: 'linked.py' });
    await question.waitFor();
    await workbench.screenshot('link-question');
    await question.getByRole('button', { name: 'Cancel' }).click();
    const alone = await workbench.panel();
    await alone.getByRole('button', { name: 'Nothing to write back to' }).waitFor();

    await follow(link);
    await dialog().filter({ hasText: 'linked.py' }).getByRole('button', { name: 'Connect' }).click();
    const connected = await workbench.panel();
    await connected.getByRole('button', { name: 'Write back to the editor' }).waitFor();
  });
});

describe('a file that may not be written', () => {
  test('is not changed in the editor either, and a notice says why', async () => {
    const path = join(workbench.folder, 'locked.py');
    chmodSync(path, 0o444);
    const panel = await evaluate('locked.py');
    await panel.locator('[role=gridcell][id$="-0-0"]').click();
    await workbench.page.keyboard.type('7');
    await workbench.page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Write back to the editor' }).click();
    await workbench.page.getByText('its file is read-only').first().waitFor();
    await workbench.screenshot('read-only');
    const line = workbench.page.locator('.editor-instance .view-line').first();
    expect(await line.innerText()).toContain('[[2.0');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
