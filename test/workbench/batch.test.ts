import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Workbench } from './workbench';

let workbench: Workbench;

const numClasses = 10;
const count = 300;

/** Scores without a pattern, the same at every run; every third sample has its target on top. */
const scoreAt = (sample: number, klass: number) =>
  ((sample * 31 + klass * 17 + sample * klass * 7) % 53) / 10;
const targetAt = (sample: number) => (sample * 7 + 3) % numClasses;
const row = (sample: number) =>
  Array.from(
    { length: numClasses },
    (_, klass) => scoreAt(sample, klass) + (sample % 3 === 0 && klass === targetAt(sample) ? 9 : 0),
  );
const samples = Array.from({ length: count }, (_, sample) => sample);
const argmax = (values: readonly number[]) => values.indexOf(Math.max(...values));
const wrong = samples.filter((sample) => argmax(row(sample)) !== targetAt(sample));

const text = `{"logits": [${samples.map((sample) => `[${row(sample).join(', ')}]`).join(',\n')}],
"target": [${samples.map(targetAt).join(', ')}]}\n`;

beforeAll(async () => {
  workbench = await Workbench.open({ width: 1400, height: 900 });
  await workbench.writeFile('samples.json', text);
  await workbench.openFile('samples.json');
  await workbench.command('Select All');
  await workbench.command('Loss Lens: Evaluate Selection');
  await (await workbench.panel()).getByRole('tab', { name: 'Batch' }).click();
});
afterAll(() => workbench?.close());
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

async function grid() {
  return (await workbench.panel()).getByRole('group', { name: 'CrossEntropyLoss of each sample' });
}

/** The numbers of a column in the rows in view. */
async function column(index: number): Promise<readonly number[]> {
  const cells = await (await grid()).locator(`tbody td[aria-colindex="${index}"]`).allInnerTexts();
  return cells.map((text: string) => Number.parseFloat(text.replace(/^[✓✗] /, '')));
}

const isFalling = (values: readonly number[]) => values.every((v, i) => i === 0 || v <= values[i - 1]);

test('the samples open with the largest loss, and the accuracy is that of argmax', async () => {
  const panel = await workbench.panel();
  await panel.getByText(`${count - wrong.length} of ${count} samples`).waitFor();
  expect(await (await grid()).evaluate((region: Element) => region.scrollTop)).toBe(0);
  expect(isFalling(await column(5))).toBe(true);
  await workbench.screenshot('batch');
});

test('the last sample and its first are a key away', async () => {
  const region = await grid();
  await region.press('End');
  const last = region.locator(`tr[aria-rowindex="${count + 1}"]`);
  await last.waitFor();
  expect(await last.getAttribute('aria-current')).toBe('true');
  const [row, around] = [await last.boundingBox(), await region.boundingBox()];
  expect(row && around && row.y + row.height <= around.y + around.height + 1).toBe(true);
  await region.press('Home');
  await region.locator('tr[aria-rowindex="2"]').waitFor();
});

test('a header sorts, turns at the second click, and is reached with the keyboard', async () => {
  const header = (await grid()).getByRole('columnheader', { name: 'NLL loss' });
  await header.getByRole('button').click();
  expect(await header.getAttribute('aria-sort')).toBe('descending');
  expect(isFalling(await column(6))).toBe(true);
  await workbench.page.keyboard.press('ArrowLeft');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.keyboard.press('Enter');
  const other = (await grid()).getByRole('columnheader', { name: 'CE loss' });
  expect(await other.getAttribute('aria-sort')).toBe('ascending');
  expect(isFalling([...(await column(5))].reverse())).toBe(true);
});

test('filters combine, say how many samples they leave, and go with one click', async () => {
  const panel = await workbench.panel();
  await panel.getByRole('button', { name: 'Wrong only' }).click();
  await panel.getByText(`${wrong.length} of ${count} samples`).waitFor();
  await panel.getByLabel('Target', { exact: true }).selectOption('4');
  const left = wrong.filter((sample) => targetAt(sample) === 4);
  await panel.getByText(`${left.length} of ${count} samples`).waitFor();
  expect(new Set(await column(2))).toEqual(new Set([4]));
  await panel.getByRole('tab', { name: 'Numbers' }).click();
  await panel.getByRole('tab', { name: 'Batch' }).click();
  await panel.getByText(`${left.length} of ${count} samples`).waitFor();
  await panel.getByRole('button', { name: 'Show all' }).click();
  await panel.getByText(`${count} samples`, { exact: true }).waitFor();
});

test('a cell of the confusion matrix shows its samples', async () => {
  const panel = await workbench.panel();
  await panel.getByText('Confusion matrix').click();
  const target = targetAt(wrong[0]);
  const predicted = argmax(row(wrong[0]));
  const pair = samples.filter((sample) => targetAt(sample) === target && argmax(row(sample)) === predicted);
  await panel
    .getByRole('button', { name: `target ${target}, predicted ${predicted}: ${pair.length}` })
    .click();
  await panel.getByText(`${pair.length} of ${count} samples`).waitFor();
  expect(new Set(await column(3))).toEqual(new Set([predicted]));
  await workbench.screenshot('confusion');
});

test('a sample is found by its number', async () => {
  const panel = await workbench.panel();
  const find = panel.getByLabel('Find sample');
  await find.fill('123');
  await find.press('Enter');
  await panel.getByText('Sample 123 is chosen, but the filter hides it.').waitFor();
  await panel.getByRole('button', { name: 'Show all' }).click();
  await find.press('Enter');
  await find.fill('300');
  await find.press('Enter');
  await panel.getByText('There is no sample “300”').waitFor();
});
