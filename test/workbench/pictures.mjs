import { writeFileSync } from 'node:fs';
import gifenc from 'gifenc';
import { PNG } from 'pngjs';
import { Workbench } from './workbench';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** Frames of the animation, each way, and how long each is shown. Unit: ms. */
const framesEachWay = 14;
const frameTime = 90;

/** Hovers and notices fade in. Unit: ms. */
const fadeTime = 400;

/** How far the bar is dragged. Unit: px. */
const dragLength = 110;

const shots = [
  { name: 'panel-dark', theme: 'dark', tab: 'numbers' },
  { name: 'panel-light', theme: 'light', tab: 'sample' },
  { name: 'panel-batch', theme: 'dark', tab: 'batch', file: 'batch.json' },
  { name: 'panel-steps', theme: 'light', tab: 'steps' },
];

async function openExample(workbench, tab, file = 'mistakes.py') {
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.openFile(file);
  await workbench.codeLens(0).click();
  const panel = await workbench.panel();
  await panel.getByRole('grid').waitFor();
  await panel.locator(`[role=tab][id$="-${tab}"]`).click();
  if (tab !== 'numbers') await panel.locator('.tabs').evaluate((tabs) => tabs.scrollIntoView());
  return panel;
}

/** A picture of a window of its own size, in which `arrange` did something. */
async function picture(name, options, arrange) {
  const workbench = await Workbench.open({ theme: 'dark', width: 1400, height: 900, ...options });
  await arrange(workbench);
  await workbench.page.waitForTimeout(fadeTime);
  await workbench.page.screenshot({ path: `media/${name}.png` });
  await workbench.close();
  console.log(`media/${name}.png`);
}

for (const { name, theme, tab, file } of shots) {
  await picture(name, { theme }, (workbench) => openExample(workbench, tab, file));
}

await picture('hover', { width: 1600 }, async (workbench) => {
  await workbench.openFile('mistakes.py');
  await workbench.underlined().nth(3).waitFor();
  await workbench.codeLens(0).waitFor();
  await workbench.hover('0.2424');
});

await picture('problems', { settings: { 'lossLens.codeLens.enabled': false } }, async (workbench) => {
  await workbench.openFile('train.py');
  await workbench.underlined().first().waitFor();
  await workbench.command('View: Focus Problems');
  await workbench.page.getByText('`F.softmax` makes probabilities').first().waitFor();
});

await picture('snippet-dark', { height: 1300 }, async (workbench) => {
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.openFile('snippet.py');
  await workbench.command('Loss Lens: Run Snippet');
  await (await workbench.panel()).getByText('After 2 corrections').waitFor();
  await workbench.codeLens(1).waitFor();
});

/** A bar is dragged up and down again while everything follows. */
async function animation() {
  const workbench = await Workbench.open({ theme: 'dark', width: 1300, height: 900 });
  const panel = await openExample(workbench, 'sample');
  const bar = panel.getByRole('slider').nth(1);
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  const frame = await workbench.page.locator('iframe.webview.ready').last().boundingBox();
  if (!box || !frame) throw new Error('the bar is not to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const gif = GIFEncoder();
  const take = async () => {
    const png = PNG.sync.read(await workbench.page.screenshot({ clip: frame }));
    const palette = quantize(png.data, 256);
    gif.writeFrame(applyPalette(png.data, palette), png.width, png.height, { palette, delay: frameTime });
  };
  await workbench.page.mouse.move(x, y);
  await workbench.page.mouse.down();
  const steps = Array.from({ length: framesEachWay }, (_, i) => (i + 1) / framesEachWay);
  for (const share of [...steps, ...steps.slice().reverse()]) {
    await workbench.page.mouse.move(x + share * dragLength, y);
    await take();
  }
  await workbench.page.mouse.up();
  gif.finish();
  writeFileSync('media/drag.gif', gif.bytes());
  await workbench.close();
  console.log('media/drag.gif');
}

await animation();
await Workbench.end();
