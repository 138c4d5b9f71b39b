import { oneLine } from '../core';

/**
 * A text for a notice, the progress of one, or a question. VS Code makes links of `[words](address)` in them, commands
 * included, and has no way to escape that: such brackets are set apart.
 */
export function noticeText(text: string): string {
  return oneLine(text).replaceAll('](', '] (');
}
