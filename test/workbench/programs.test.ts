import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from './workbench';

const tensors = [
  'import torch',
  'import torch.nn.functional as F',
  'logits = torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])',
  'target = torch.tensor([0, 2])',
];

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open({ width: 1500, height: 1000 });
});
afterAll(() => workbench?.close());
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

/** Selects the tensors and all that follows of a file with these lines behind them, and evaluates that. */
async function evaluate(name: string, ...lines: readonly string[]) {
  const text = [...tensors, ...lines];
  await workbench.writeFile(name, `${text.join('\n')}\n`);
  await workbench.openFile(name);
  await workbench.selectLines(3, text.length);
  await workbench.command('Loss Lens: Evaluate Selection');
  const panel = await workbench.panel();
  await panel.getByText(`${name}:3`).waitFor();
  return panel;
}

describe('tensors selected with the call show what the call gets', () => {
  test.each([
    ['item.py', 'target[1] = 0', '1.6571'],
    ['column.py', "logits[:, 1] = float('-inf')", '0.1029'],
    ['divided.py', 'logits /= 2.0', '0.6680'],
    ['in_place.py', 'logits.mul_(10)', '0.0005'],
    ['seeded.py', 'torch.manual_seed(0); logits = torch.randn(2, 3)', '1.2110'],
  ])('%s: %s', async (name, step, value) => {
    const panel = await evaluate(name, step, 'loss = F.cross_entropy(logits, target)');
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe(value);
    await panel.getByText('called here').waitFor();
  });
});

describe('what is not evaluated', () => {
  test('is named with its line, and the numbers are those before it', async () => {
    const panel = await evaluate(
      'unfollowed.py',
      'from model import my_model',
      'logits = my_model(logits)',
      'loss = F.nll_loss(logits, target)',
    );
    await panel.getByText('These are the numbers before line 6, not those of the call.').waitFor();
    await panel.getByText('before line 6', { exact: true }).waitFor();
    expect(await panel.getByText('called here').count()).toBe(0);
    await workbench.screenshot('before-line');
  });

  test('of the options is shown as unknown until it is set', async () => {
    const panel = await evaluate('option.py', 'loss = F.cross_entropy(logits, target, ignore_index=PAD)');
    await panel.getByText('Not evaluated in the call: ignore_index.', { exact: false }).waitFor();
    await workbench.screenshot('unknown-option');
    const field = panel.getByLabel('ignore_index', { exact: true });
    await field.fill('0');
    await field.press('Enter');
    await panel.getByText('Not evaluated in the call', { exact: false }).waitFor({ state: 'detached' });
    await expect.poll(() => workbench.valueOf('CrossEntropyLoss')).toBe('0.3245');
  });
});
