import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browserArgs, findBrowser } from './browser.mjs';
import { installHost } from './install.mjs';

/** A headless browser, driven by playwright-core. */
export async function openBrowser() {
  const { modules } = installHost();
  const { chromium } = createRequire(join(modules, 'x'))('playwright-core');
  return chromium.launch({ executablePath: findBrowser(), args: browserArgs });
}
