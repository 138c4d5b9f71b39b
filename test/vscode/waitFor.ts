/** Waits until `isTrue`, at most 25 s. */
export async function waitFor(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const patience = 25_000;
  const until = Date.now() + patience;
  while (!(await isTrue())) {
    if (Date.now() > until) throw new Error(`waited ${patience} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
