/** Time that work may take before others have their turn. Unit: ms. */
const slice = 10;

/** Runs work with pauses for keys and mouse; null when it became stale meanwhile. */
export async function inSlices<T>(steps: Generator<void, T>, isStale: () => boolean): Promise<T | null> {
  let start = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isStale()) return null;
    start = performance.now();
  }
}
