import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Workbench } from './workbench';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open({ width: 1500, height: 1000 });
  await workbench.openFile('mistakes.py');
  await workbench.codeLens(0).click();
  await (await workbench.panel()).getByRole('grid').waitFor();
});
afterAll(() => workbench?.close());
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

async function choose(item: string): Promise<void> {
  const panel = await workbench.panel();
  await panel.getByRole('button', { name: 'Copy or save' }).click();
  await panel.getByRole('menuitem', { name: item }).click();
}

function clipboard(): Promise<string> {
  return workbench.page.evaluate(() => navigator.clipboard.readText());
}

/** Saves under the name that is offered, and gives the file's bytes. */
async function saved(item: string, name: string): Promise<Buffer> {
  await choose(item);
  const input = workbench.page.locator('.quick-input-widget input');
  await input.waitFor({ state: 'visible' });
  await expect.poll(() => input.inputValue()).toContain(name);
  await workbench.page.keyboard.press('Enter');
  const path = join(workbench.folder, name);
  await expect.poll(() => existsSync(path)).toBe(true);
  await workbench.page.getByText(`saved ${name}`).first().waitFor();
  return readFileSync(path);
}

test('the report goes to the clipboard as Markdown', async () => {
  await choose('Copy Report as Markdown');
  await expect.poll(clipboard).toContain('| `NLLLoss` | -0.7307 |');
  expect(await clipboard()).toContain('$$');
});

test('the PyTorch test goes to the clipboard', async () => {
  await choose('Copy PyTorch Test');
  await expect.poll(clipboard).toContain('class LossTest(unittest.TestCase):');
});

test('a link holds the state', async () => {
  await choose('Copy Link to This State');
  await expect.poll(clipboard).toMatch(/^[\w-]+:\/\/loss-lens\.loss-lens\/panel\?state=[\w-]+$/);
});

test('the values are saved as CSV beside the document', async () => {
  const csv = (await saved('Save Values as CSV…', 'mistakes-loss.csv')).toString();
  expect(csv.split('\r\n')[0]).toContain('n,target,cross_entropy,nll,input_0');
  expect(csv.split('\r\n').length).toBe(4);
});

test('the picture is saved as a PNG at twice its size', async () => {
  const png = await saved('Save Picture as PNG…', 'mistakes-loss.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1440);
});

test('the picture is saved as an SVG with both losses', async () => {
  const svg = (await saved('Save Picture as SVG…', 'mistakes-loss.svg')).toString();
  expect(svg).toContain('-0.7307');
  await workbench.screenshot('saved');
});
