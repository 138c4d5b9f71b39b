import { Workbench } from '../test/workbench/workbench';

/** Rows and classes of the input. */
const size = 1000;

/** Steps of the mouse, one for each frame that a 60 Hz screen shows. */
const steps = 180;
const stepTime = 16;

const row = (n: number) =>
  `[${Array.from({ length: size }, (_, c) => ((n * 7 + c * 13) % 19) / 4).join(', ')}]`;
const text = `{"logits": [${Array.from({ length: size }, (_, n) => row(n)).join(',\n')}],
"target": [${Array.from({ length: size }, (_, n) => n)}]}\n`;

/** Times between the page's frames while the mouse goes left and right. Unit: ms. */
async function framesOf(workbench: Workbench, x: number, y: number): Promise<readonly number[]> {
  const frame = await workbench.panelFrame();
  await frame.evaluate(() => {
    const page = globalThis as unknown as { frameTimes: number[] };
    page.frameTimes = [];
    let last = performance.now();
    const record = (now: number) => {
      page.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  });
  for (let step = 0; step < steps; step++) {
    await workbench.page.mouse.move(x + 60 * Math.sin(step / 12), y);
    await workbench.page.waitForTimeout(stepTime);
  }
  return frame.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes.slice(1));
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)],
    late: sorted[Math.floor(sorted.length * 0.95)],
    longest: sorted[sorted.length - 1],
  };
}

const workbench = await Workbench.open({ width: 1400, height: 1000, isPanelApart: true });
try {
  await workbench.writeFile('large.json', text);
  await workbench.openFile('large.json');
  await workbench.command('Select All');
  await workbench.command('Loss Lens: Evaluate Selection');
  const panel = await workbench.panel();
  await panel.locator('[role=tab][id$="-sample"]').click();
  const bar = panel.getByRole('slider').nth(1);
  await bar.scrollIntoViewIfNeeded();
  await panel.locator('.shown[aria-busy=false]').waitFor();
  const box = await bar.boundingBox();
  if (!box) throw new Error('the bar is not to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const still = summary(await framesOf(workbench, x, y));
  await workbench.page.mouse.move(x, y);
  await workbench.page.mouse.down();
  const dragged = summary(await framesOf(workbench, x, y));
  await workbench.page.mouse.up();
  for (const name of ['median', 'late', 'longest'] as const) {
    const words = { median: 'median', late: '95th percentile', longest: 'longest' }[name];
    console.log(
      `frame while a bar of a ${size} × ${size} input is dragged, ${words}: ${dragged[name].toFixed(1)} ms, ` +
        `the same mouse over the resting page: ${still[name].toFixed(1)} ms, ` +
        `${(still[name] / dragged[name]).toFixed(2)} times as fast`,
    );
  }
} finally {
  await workbench.close();
}
