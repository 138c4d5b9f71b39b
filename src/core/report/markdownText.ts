import { oneLine } from '../shownText';

/**
 * Any text as Markdown (CommonMark with GitHub's extensions and `$` for formulas) that shows it on one line and as
 * nothing else: no link or image, no icon, no list, no HTML. It may stand anywhere but inside of code.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>|~&$@!#]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=^|\W)www(?=\.)/gi, (found) => (found === ':' ? '\\:' : `${found}\\`))
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Any text as code on one line of Markdown; between backticks that it does not hold, so that it cannot end early. */
export function markdownCode(text: string): string {
  const code = oneLine(text);
  if (code === '') return '';
  const runs = code.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const space = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return `${fence}${space}${code}${space}${fence}`;
}

/** A message as Markdown: what it has between backticks is code, the rest is text. */
export function markdownMessage(message: string): string {
  const parts = message.split(/`([^`]*)`/);
  return parts
    .map((part, i) => {
      if (i % 2 === 1) return markdownCode(part);
      // Two stretches of code that touch would be read as one.
      return part === '' && i > 0 && i < parts.length - 1 ? ' ' : spaced(part);
    })
    .join('');
}

/** Code on lines of its own, between marks that it does not hold. */
export function markdownBlock(code: string, language: string): string {
  const runs = code.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(2, ...runs.map((run) => run.length)));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Text between two stretches of code keeps the spaces at its ends. */
function spaced(text: string): string {
  const [before] = /^\s?/.exec(text) ?? [''];
  const [after] = /\s?$/.exec(text.slice(before.length)) ?? [''];
  return `${before && ' '}${markdownText(text)}${after && ' '}`;
}
