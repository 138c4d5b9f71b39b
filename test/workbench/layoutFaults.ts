import type { Workbench } from './workbench';

/** Widths of the panel, also such as VS Code's own groups do not get. Unit: px. */
export const panelWidths = [296, 320, 521, 671, 900] as const;

/**
 * What of the panel's text is cut off or lies on other text, in every tab with all that folds open, at each width: one
 * line for each. What scrolls by itself and is reached by the keyboard may be wider than its place, but for what compares
 * runs; the name of a class may be cut off, as its title has all of it.
 */
export async function layoutFaults(
  workbench: Workbench,
  widths: readonly number[] = panelWidths,
): Promise<readonly string[]> {
  const frame = await workbench.panelFrame();
  const found: string[] = [];
  for (const width of widths) {
    await setPanelWidth(frame, `${width}px`);
    found.push(...(await frame.evaluate(faultsInTabs)).map((fault: string) => `${width} px, ${fault}`));
  }
  await setPanelWidth(frame, '100%');
  return found;
}

type Frame = Awaited<ReturnType<Workbench['panelFrame']>>;

async function setPanelWidth(frame: Frame, width: string): Promise<void> {
  const element = await frame.frameElement();
  await element.evaluate((iframe: HTMLElement, value: string) => {
    iframe.style.width = value;
  }, width);
}

/** Runs in the page. */
async function faultsInTabs(): Promise<readonly string[]> {
  const faults = new Set<string>();
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const unfolded = new Set<HTMLDetailsElement>();
  const unfold = () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
      unfolded.add(details);
      details.open = true;
    }
  };
  /** Heads of tables that are stacked in a narrow panel, and marks that have no room there. */
  const isClipped = (element: Element | null) =>
    element !== null && getComputedStyle(element).clipPath !== 'none';
  const isShown = (element: Element) =>
    element.checkVisibility() &&
    !element.closest('.visually-hidden, .katex-mathml, svg, select') &&
    !isClipped(element) &&
    !isClipped(element.closest('thead'));
  const scrollers = '.grid, .table-scroll, .formula:not(.is-short), .sticky-line';
  const textsOf = (element: Element) =>
    [...element.childNodes].filter(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`;

  const look = (tab: string) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.add(`${tab}: the page is ${scrollWidth} px wide`);
    for (const part of document.querySelectorAll('.comparison :is(.grid, .table-scroll)')) {
      if (part.scrollWidth > part.clientWidth + 1) faults.add(`${tab}: ${nameOf(part)} scrolls sideways`);
    }
    const texts = [...document.querySelectorAll('main *')].filter(
      (element) => textsOf(element).length > 0 && isShown(element) && !element.closest(scrollers),
    );
    const boxes: { readonly element: Element; readonly box: DOMRect }[] = [];
    for (const element of texts) {
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const { display, overflowX, overflowY } = getComputedStyle(box);
        if (display === 'inline') continue;
        const isCutting = overflowX !== 'visible' || overflowY !== 'visible' || box === element;
        const isWide = box.scrollWidth > box.clientWidth + 1;
        const isHigh = overflowY !== 'visible' && box.scrollHeight > box.clientHeight + 1;
        if (!box.matches('.class-label[title]') && isCutting && (isWide || isHigh))
          faults.add(`${tab}: cut off ${nameOf(box)}`);
      }
      const edge = element.matches('.class-label') ? element.getBoundingClientRect().right : Infinity;
      for (const text of textsOf(element)) {
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, top, right, height } of range.getClientRects())
          boxes.push({ element, box: new DOMRect(left, top, Math.min(right, edge) - left, height) });
      }
    }
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Lines of text may touch.
        const isOver = a.element !== b.element && width > 1 && height > 3;
        if (isOver) faults.add(`${tab}: ${nameOf(a.element)} lies on ${nameOf(b.element)}`);
      }
    }
  };
  const tabs = document.querySelectorAll<HTMLElement>('[role=tab]');
  // A text that cannot be read has none.
  for (const tab of tabs.length > 0 ? tabs : [null]) {
    tab?.click();
    await drawn();
    unfold();
    await drawn();
    look(tab?.textContent ?? 'page');
  }
  document.querySelector<HTMLElement>('[role=tab]')?.click();
  for (const details of unfolded) details.open = false;
  return [...faults];
}
