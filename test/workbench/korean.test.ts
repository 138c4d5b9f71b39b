import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { layoutFaults } from './layoutFaults';
import { Workbench } from './workbench';

let workbench: Workbench;

afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await workbench?.screenshot(`failed ${context.task.name}`);
});

describe('in Korean', () => {
  beforeAll(async () => {
    workbench = await Workbench.open({ width: 1600, height: 1000, language: 'ko' });
  });
  afterAll(() => workbench?.close());

  test('the command palette has the commands', async () => {
    await workbench.openFile('snippet.py');
    await workbench.page.keyboard.press('F1');
    await workbench.page.locator('.quick-input-widget input').fill('>Loss Lens');
    const list = workbench.page.locator('.quick-input-list');
    await list.getByText('Loss Lens: 선택 영역의 손실 계산').first().waitFor();
    await workbench.screenshot('palette-ko');
    await workbench.page.keyboard.press('Escape');
  });

  test('a hover says what an array is', async () => {
    const hover = await workbench.hover('1.2');
    await hover.getByText('로짓').first().waitFor();
    await hover.getByText('두 손실 표시').waitFor();
    expect(await hover.innerText()).toContain('형태 (2, 3)');
    await workbench.screenshot('hover-ko');
    await workbench.page.keyboard.press('Escape');
  });

  test('the snippet panel speaks it, and PyTorch keeps its own words', async () => {
    await workbench.command('Loss Lens: 코드 조각 실행');
    const panel = await workbench.panel();
    await panel.getByText('줄 6에서 멈춤: TypeError').waitFor();
    await panel.getByText('some of the keywords were incorrect: requires_grad').first().waitFor();
    await panel.getByRole('button', { name: '적용: torch.tensor 사용' }).waitFor();
    expect(await panel.locator('html').getAttribute('lang')).toBe('ko');
    await workbench.screenshot('snippet-ko');
  });

  test('a finding of the check is told in the Problems panel', async () => {
    // The list has but what is in view, and the stop of the snippet above takes it up.
    await workbench.command('View: Close All Editors');
    await workbench.openFile('train.py');
    await workbench.underlined().first().waitFor();
    await workbench.command('View: Focus Problems');
    await workbench.page
      .getByText('NLLLoss에는 로그 확률을 넣어야 하는데 확률이 들어옵니다')
      .first()
      .waitFor();
    await workbench.screenshot('problems-ko');
    await workbench.command('View: Toggle Panel Visibility');
  });

  test('the walkthrough leads to an example whose losses are shown', async () => {
    const { page } = workbench;
    const input = page.locator('.quick-input-widget input');
    await page.keyboard.press('F1');
    await input.fill('>Welcome: Open Walkthrough');
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Select a walkthrough to open').waitFor();
    await input.fill('Loss Lens');
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: '예제로 계산하기' });
    await button.waitFor();
    await workbench.screenshot('walkthrough-ko');
    await button.click();
    const panel = await workbench.panel();
    await panel
      .getByText(/^0\.3185/)
      .first()
      .waitFor();
    await workbench.screenshot('panel-ko');
  });

  test('no view of the panel has an English sentence', async () => {
    const panel = await workbench.panel();
    const tabs = panel.getByRole('tab');
    expect(await tabs.count()).toBeGreaterThan(3);
    for (let index = 0; index < (await tabs.count()); index++) {
      await tabs.nth(index).click();
      await panel.getByRole('tabpanel').waitFor();
      await workbench.screenshot(`panel-ko-${index + 1}`);
      const shown = await panel.locator('main').innerText();
      expect(shown.match(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/gi) ?? []).toEqual([]);
    }
  });

  test('no text of the panel is cut off or lies on other text, at any width and in any tab', async () => {
    expect(await layoutFaults(workbench)).toEqual([]);
  });
});
