/**
 * The content of a string as written in Python, quotes and prefix included; null for bytes and what is not a
 * whole string.
 */
export function stringValue(written: string): string | null {
  const match = /^([rRuU]*)('''|"""|'|")([\s\S]*)\2$/.exec(written);
  if (!match) return null;
  const [, prefix, , content] = match;
  return stringContent(content, /r/i.test(prefix));
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** What stands between the quotes, with its escapes read. Unknown ones stay as they are, as in Python. */
export function stringContent(content: string, isRaw: boolean): string {
  if (isRaw || !content.includes('\\')) return content;
  return content.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\s\S])/g, (written, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (code === '\\' || code === "'" || code === '"') return code;
    return Object.hasOwn(escapes, code) ? escapes[code] : written;
  });
}
