/** Longer values are cut. Unit: UTF-16 code units. */
const longestShort = 120;

/** A value in one line: `tensor([[1.2000, 0.5000], [0.1000, …`; the same text when it is short already. */
export function shortValue(text: string): string {
  const line = text.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks));
  return line.length > longestShort ? `${line.slice(0, longestShort)}…` : line;
}
