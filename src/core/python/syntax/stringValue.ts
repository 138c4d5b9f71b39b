/**
 * The content of a string as written in Python, quotes and prefix included; null for bytes and what is not a
 * whole string. Escapes other than those of quotes and backslashes stay as written.
 */
export function stringValue(written: string): string | null {
  const match = /^([rRuU]*)('''|"""|'|")([\s\S]*)\2$/.exec(written);
  if (!match) return null;
  const [, prefix, , content] = match;
  return /r/i.test(prefix) ? content : content.replace(/\\([\\'"])/g, '$1');
}
