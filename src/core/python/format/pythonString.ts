const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `repr(str)`: in single quotes, or double ones where only single ones stand inside. */
export function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = text.replace(/[\\\p{Cc}]/gu, (character) =>
    Object.hasOwn(escapes, character)
      ? escapes[character]
      : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return quote + (quote === "'" ? inside.replaceAll("'", "\\'") : inside) + quote;
}
