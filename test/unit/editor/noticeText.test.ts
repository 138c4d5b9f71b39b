import { expect, test } from 'vitest';
import { noticeText } from '../../../src/editor/noticeText';

/** What VS Code makes links of in notices: `parseLinkedText` in src/vs/base/common/linkedText.ts. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

test.each([
  ['saved train-loss.md.', 'saved train-loss.md.'],
  ['[go](command:workbench.action.quit).py', '[go] (command:workbench.action.quit).py'],
  ['[a](https://a.b "t")', '[a] (https://a.b "t")'],
  ['[[a]](file:///x)', '[[a]] (file:///x)'],
  ['a\n\n[b]\n(command:c)', 'a [b] (command:c)'],
  ['expected shape [2] (3), got [4]', 'expected shape [2] (3), got [4]'],
])('%j', (text, shown) => {
  expect(noticeText(text)).toBe(shown);
  expect(shown).not.toMatch(link);
});
