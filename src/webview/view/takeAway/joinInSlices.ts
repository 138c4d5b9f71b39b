/** A slice of work may take this long before the page gets a turn. Unit: ms. */
const longestSlice = 8;

/** Joins what a generator yields, in slices with a pause between them, so that the page stays alive. */
export async function joinInSlices(parts: Iterable<string>, pause: () => Promise<void>): Promise<string> {
  const joined: string[] = [];
  let start = performance.now();
  for (const part of parts) {
    joined.push(part);
    if (performance.now() - start < longestSlice) continue;
    await pause();
    start = performance.now();
  }
  return joined.join('');
}
