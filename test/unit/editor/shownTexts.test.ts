import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Doors to VS Code that take Markdown, links or icons, and the only files that may use them. */
const doors: readonly (readonly [pattern: RegExp, files: readonly string[]])[] = [
  [/show(?:Information|Warning|Error)Message/, ['editor/say.ts']],
  [/MarkdownString\(/, ['editor/lossSiteHover.ts', 'editor/pairs/hover.ts']],
  [/appendMarkdown|appendText|appendCodeblock|supportHtml|supportThemeIcons/, []],
  [/isTrusted =/, ['editor/pairs/hover.ts']],
  [/showQuickPick|createQuickPick|createStatusBarItem|setStatusBarMessage/, ['editor/findingStatus.ts']],
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^(?:editor|panel|document)\/.*\.ts$|^extension\.ts$/.test(file));

test.each(doors)('%s is used where text is escaped, and nowhere else', (pattern, allowed) => {
  const found = files.filter((file) => pattern.test(readFileSync(join('src', file), 'utf8')));
  expect(found.sort()).toEqual(allowed);
});
