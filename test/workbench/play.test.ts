import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from './workbench';

let workbench: Workbench;

const text = `import torch
import torch.nn as nn

logits = torch.tensor([[2.0, 1.0, 0.1],  # first
                       [0.5, 2.5, 0.3]])
target = torch.tensor([0, 1])
loss = nn.CrossEntropyLoss()(logits, target)
`;

beforeAll(async () => {
  workbench = await Workbench.open({ width: 1500, height: 1200 });
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.writeFile('play.py', text);
  await workbench.openFile('play.py');
  await workbench.codeLens(0).click();
  await (await workbench.panel()).getByRole('grid').waitFor();
});
afterAll(() => workbench?.close());
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

const ce = () => workbench.valueOf('CrossEntropyLoss');
const press = (key: string) => workbench.page.keyboard.press(key);

async function cell(row: number, column: number) {
  return (await workbench.panel()).locator(`[role=gridcell][id$="-${row}-${column}"]`);
}

async function showTab(name: string) {
  const panel = await workbench.panel();
  await panel.getByRole('tab', { name }).click();
  return panel;
}

// Values: cross_entropy of PyTorch 2.13 on the numbers that each test types.
describe('numbers, changed as in a spreadsheet', () => {
  test('typing, Enter and the arrow keys change one after the other', async () => {
    expect(await ce()).toBe('0.3185');
    await (await cell(0, 0)).click();
    await workbench.page.keyboard.type('4');
    await press('Enter');
    await expect.poll(ce).toBe('0.1439');
    expect(await (await cell(1, 0)).getAttribute('class')).toContain('is-active');
    await press('ArrowRight');
    await workbench.page.keyboard.type('-1');
    await press('Tab');
    await expect.poll(ce).toBe('1.1408');
    expect(await (await cell(1, 2)).getAttribute('class')).toContain('is-active');
  });

  test('Ctrl+Z and Ctrl+Y take back and make again, wherever the focus is', async () => {
    await press('Control+z');
    await expect.poll(ce).toBe('0.1439');
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
    await press('Control+y');
    await expect.poll(ce).toBe('0.1439');
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
  });

  test('a click on another cell ends the typing where it began', async () => {
    await (await cell(0, 0)).click();
    await workbench.page.keyboard.type('4');
    await (await cell(1, 2)).click();
    await expect.poll(ce).toBe('0.1439');
    expect(await (await cell(1, 2)).innerText()).toBe('0.3000');
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
  });

  test('a bad number stays in its cell with what was expected, and Escape gives it up', async () => {
    await (await cell(0, 0)).dblclick();
    await press('Control+a');
    await workbench.page.keyboard.type('two');
    await press('Enter');
    const panel = await workbench.panel();
    await panel.getByText('got “two”').waitFor();
    expect(await ce()).toBe('0.3185');
    await press('Escape');
    await panel.getByText('got “two”').waitFor({ state: 'detached' });
    expect(await ce()).toBe('0.3185');
  });

  test('a block that was copied elsewhere is pasted as one step', async () => {
    const panel = await workbench.panel();
    await (await cell(0, 0)).click();
    await panel.getByRole('grid').evaluate((grid: Element) => {
      const data = new DataTransfer();
      data.setData('text/plain', '1\t2\n3\t4');
      grid.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect.poll(async () => (await cell(1, 1)).innerText()).toBe('4.0000');
    expect(await (await cell(0, 1)).innerText()).toBe('2.0000');
    await panel.getByRole('grid').focus();
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
  });

  test('a block that does not fit changes nothing and says so', async () => {
    const panel = await workbench.panel();
    await (await cell(1, 2)).click();
    await panel.getByRole('grid').evaluate((grid: Element) => {
      const data = new DataTransfer();
      data.setData('text/plain', '1 2 3\n4 5 6');
      grid.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await panel.getByText('A block of 2 × 3 does not fit here').waitFor();
    expect(await ce()).toBe('0.3185');
  });

  test('classes are added and removed, the loss follows', async () => {
    const panel = await workbench.panel();
    await panel.getByRole('button', { name: 'Add class' }).click();
    await expect.poll(ce).toBe('0.3932');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(ce).toBe('0.3185');
  });
});

describe('the rest of the panel follows', () => {
  test('a bar that is dragged changes its value, as one step', async () => {
    const panel = await showTab('Sample');
    const bar = panel.getByRole('slider', { name: 'Input of class 1' });
    await bar.scrollIntoViewIfNeeded();
    const box = await bar.boundingBox();
    if (!box) throw new Error('no bar');
    const y = box.y + box.height / 2;
    await workbench.page.mouse.move(box.x + box.width / 2, y);
    await workbench.page.mouse.down();
    for (const share of [0.55, 0.6, 0.7, 0.8, 0.9])
      await workbench.page.mouse.move(box.x + box.width * share, y);
    await workbench.page.mouse.up();
    await expect.poll(ce).not.toBe('0.3185');
    await workbench.screenshot('dragged');
    await bar.focus();
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
  });

  test('the keys move a bar too', async () => {
    await showTab('Numbers');
    await (await cell(0, 0)).click();
    const panel = await showTab('Sample');
    const bar = panel.getByRole('slider', { name: 'Input of class 0' });
    await bar.focus();
    await press('Shift+ArrowRight');
    await press('Shift+ArrowRight');
    await expect.poll(ce).toBe('0.1439');
    await press('Control+z');
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
  });

  test('the temperature divides the input, and goes back to 1 in one click', async () => {
    const panel = await showTab('Numbers');
    await panel.getByRole('spinbutton', { name: 'Temperature T' }).fill('2');
    // cross_entropy(logits / 2, target)
    await expect.poll(ce).toBe('0.6104');
    await panel.getByRole('button', { name: 'Reset the temperature' }).click();
    await expect.poll(ce).toBe('0.3185');
  });

  test('a pinned state is compared with what comes after', async () => {
    const panel = await workbench.panel();
    await panel.getByRole('button', { name: 'Pin this state to compare with' }).click();
    await (await cell(0, 0)).click();
    await workbench.page.keyboard.type('4');
    await press('Enter');
    const row = panel.locator('.comparison tr').filter({ hasText: /^CrossEntropyLoss/ });
    await expect.poll(() => row.innerText()).toMatch(/0\.3185\s+0\.1439\s+-0\.174\d/);
    expect(await panel.locator('.answer .value-change').first().innerText()).toMatch(/▼ 0\.174\d/);
    await workbench.screenshot('pinned');
    await (await workbench.panel()).getByRole('grid').first().focus();
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
  });

  test('the pin is compared with the numbers of another file, sample by sample', async () => {
    await workbench.writeFile('other.py', text.replace('0.5, 2.5', '3.5, 2.5'));
    await workbench.openFile('other.py');
    await workbench.codeLens(0).click();
    await expect.poll(ce).toBe('0.8798');
    const panel = await workbench.panel();
    const row = panel.locator('.comparison .grid tbody tr').first();
    await expect.poll(() => row.innerText()).toMatch(/^1\s+0\.2200\s+1\.3426\s+\+1\.1226\s+1 → 0\s+✓ → ✗$/);
    await workbench.screenshot('compared');
    await workbench.openFile('play.py');
    await workbench.codeLens(0).click();
    await expect.poll(ce).toBe('0.3185');
    await panel.getByText('No sample has changed').waitFor();
    await panel.getByRole('button', { name: 'Remove the pin 1 · play.py:4' }).click();
    await panel.locator('.comparison').waitFor({ state: 'detached' });
  });

  test('the reading says which loss is right on these numbers', async () => {
    const panel = await showTab('Which loss?');
    await panel.getByText('Their values look like logits.').waitFor();
    await panel.getByText('probabilities', { exact: true }).click();
    await panel.getByText('They cannot be: row 0 has 2').waitFor();
    await panel.getByRole('button', { name: 'Go by the values' }).click();
    await panel.getByText('Their values look like logits.').waitFor();
  });

  test('a bar of the histogram is reached and chosen with the keyboard', async () => {
    const panel = await showTab('Batch');
    await panel.locator('.bin').first().focus();
    await press('Enter');
    await panel.getByText('1 of 2 samples').waitFor();
    await panel.getByRole('button', { name: 'Show all' }).click();
  });

  test('the steps go on with the arrow keys, to the same results', async () => {
    const panel = await showTab('Step by step');
    await panel.locator('.step-name').first().focus();
    await press('End');
    await panel.getByText('The losses differ').waitFor();
    await press('ArrowLeft');
    await panel.getByRole('heading', { name: 'Pick the target' }).waitFor();
  });

  test('KLDivLoss stands beside the two on demand, with the identity in numbers', async () => {
    const panel = await workbench.panel();
    await panel.getByRole('button', { name: 'Compare with KLDivLoss' }).click();
    await panel.getByText('The targets are certain').waitFor();
    await panel.getByRole('button', { name: 'Hide KLDivLoss' }).click();
  });
});

test('the panel is used from the editor and back with the keyboard alone', async () => {
  const panel = await showTab('Numbers');
  const isAt = (selector: string) => panel.locator(`${selector}:focus`).count();
  await workbench.focusEditor();
  await press('Control+2');
  for (let step = 0; step < 40 && (await isAt('[role=grid]')) === 0; step++) await press('Tab');
  expect(await isAt('[role=grid]')).toBe(1);
  await press('Control+Home');
  await workbench.page.keyboard.type('4');
  await press('Enter');
  await expect.poll(ce).toBe('0.1439');
  for (let step = 0; step < 5 && (await isAt('[role=tab]')) === 0; step++) await press('Shift+Tab');
  await press('Home');
  await press('ArrowRight');
  await press('ArrowRight');
  await panel.getByRole('tab', { name: 'Sample', selected: true }).waitFor();
  for (let step = 0; step < 20 && (await isAt('[role=slider]')) === 0; step++) await press('Tab');
  await press('Shift+ArrowLeft');
  await press('Shift+ArrowLeft');
  await press('Control+z');
  await press('Control+z');
  await press('Control+z');
  await expect.poll(ce).toBe('0.3185');
  await workbench.focusEditor();
});

describe('what was done', () => {
  test('is there again after a reload of the window, and after the panel was hidden', async () => {
    await showTab('Numbers');
    await (await cell(1, 0)).click();
    await workbench.page.keyboard.type('3');
    await press('Enter');
    await expect.poll(ce).not.toBe('0.3185');
    const changed = await ce();
    const panel = await showTab('Precision');
    await panel.getByRole('tab', { name: 'Precision' }).waitFor();
    await workbench.page.waitForTimeout(500);
    await workbench.focusEditor();
    await workbench.reload();
    await expect.poll(ce).toBe(changed);
    const again = await workbench.panel();
    expect(await again.getByRole('tab', { name: 'Precision' }).getAttribute('aria-selected')).toBe('true');
  });

  test('is written into the document when asked, with its comments kept, and saved by nobody', async () => {
    const panel = await showTab('Numbers');
    await panel.getByRole('button', { name: 'Write back to the editor' }).click();
    const line = workbench.page.locator('.editor-instance .view-line', { hasText: '2.5' });
    await expect.poll(() => line.innerText()).toContain('[3.0');
    await expect.poll(async () => (await workbench.panel()).locator('.is-changed').count()).toBe(0);
    expect(readFileSync(join(workbench.folder, 'play.py'), 'utf8')).toBe(text);
    await workbench.focusEditor();
    await press('Control+z');
    await expect.poll(ce).toBe('0.3185');
  });
});
