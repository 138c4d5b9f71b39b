/** Code in a message is cut behind this. Unit: characters. */
const longestCode = 80;

/**
 * A text of a document, or a file name, on one line, so that it ends nothing that it stands in: breaks, controls and
 * the characters that turn the direction of writing become a space.
 */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** Code as a message says it between backticks: on one line, short, and without backticks of its own. */
export function codeInWords(code: string): string {
  const [first] = /^[\s\S]{0,1000}/.exec(code) ?? [''];
  const shown = [...oneLine(first).replaceAll('`', "'")];
  return shown.length > longestCode || first.length < code.length
    ? `${shown.slice(0, longestCode).join('')}…`
    : shown.join('');
}
