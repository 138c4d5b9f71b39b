import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Workbench } from './workbench';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in the panel as it is shown, contrast included: one line for each element. */
export async function violations(workbench: Workbench): Promise<readonly string[]> {
  const frame = await workbench.panelFrame();
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    // The frame around the page is VS Code's: its title and landmarks are not the page's to set.
    const options = { rules: { 'frame-title': { enabled: false } }, resultTypes: ['violations'] };
    const found = await axe.run(document, options);
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary ?? ''}`),
    );
  });
}
