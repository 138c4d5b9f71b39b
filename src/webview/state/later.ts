/** Calls `task` with the latest value once values have stopped coming for `delay` ms; `flush` calls it now. */
export function later<T>(delay: number, task: (value: T) => void) {
  let waiting: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    if (waiting) task(waiting.value);
    waiting = null;
  };
  const take = (value: T) => {
    clearTimeout(timer);
    waiting = { value };
    timer = setTimeout(flush, delay);
  };
  return { take, flush };
}
