/** These and all that can be reached from them. */
export function reachable<T>(starts: Iterable<T>, next: (one: T) => Iterable<T>): ReadonlySet<T> {
  const found = new Set<T>();
  const open = [...starts];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    for (const other of next(one)) open.push(other);
  }
  return found;
}
