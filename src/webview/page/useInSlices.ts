import { useEffect, useMemo, useState } from 'preact/hooks';

/** Work on fewer things is done at once: it takes less than a frame. */
const mostAtOnce = 20_000;

/** A slice of work may take this long before the page gets a turn. Unit: ms. */
const slice = 8;

/**
 * What the steps of a work on `size` things come to, done again when `deps` change. A long work is done between the
 * frames of the page: until it is done, there is what it came to before, null where that was of another size.
 */
export function useInSlices<T>(
  steps: () => Generator<void, T>,
  deps: readonly unknown[],
  size: number,
): T | null {
  const isShort = size <= mostAtOnce;
  const atOnce = useMemo(() => (isShort ? finished(steps()) : null), [...deps, isShort]);
  const [late, setLate] = useState<{ readonly size: number; readonly value: T } | null>(null);
  useEffect(
    () => (isShort ? undefined : inSlices(steps(), (value) => setLate({ size, value }))),
    [...deps, isShort],
  );
  if (isShort) return atOnce;
  return late?.size === size ? late.value : null;
}

/** All steps at once. */
export function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the steps with pauses for keys, mouse and drawing; the function that it gives ends them. */
function inSlices<T>(steps: Generator<void, T>, onDone: (value: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const go = () => {
    const end = performance.now() + slice;
    while (performance.now() < end) {
      const { done, value } = steps.next();
      if (done) return onDone(value);
    }
    timer = setTimeout(go);
  };
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
