import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browserArgs, findBrowser } from './browser.mjs';
import { installHost } from './install.mjs';

/** A headless browser, driven by playwright-core; `args` are flags beside those of every browser here. */
export async function openBrowser(args = []) {
  const { modules } = installHost();
  const { chromium } = createRequire(join(modules, 'x'))('playwright-core');
  return chromium.launch({ executablePath: findBrowser(), args: [...browserArgs, ...args] });
}
