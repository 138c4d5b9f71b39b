/** Milliseconds of processor time that the work takes, garbage collection included. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

/** Median processor times of two works that take turns, after two rounds that are not counted. Unit: ms. */
export function sideBySide(
  rounds: number,
  mine: () => unknown,
  theirs: () => unknown,
): readonly [number, number] {
  const times = Array.from({ length: rounds + 2 }, () => [cpuTime(mine), cpuTime(theirs)] as const).slice(2);
  return [medianOf(times.map(([one]) => one)), medianOf(times.map(([, other]) => other))];
}

export function reportCpu(name: string, mine: number, peer: string, theirs: number): void {
  const [here, there] = [mine, theirs].map((time) => `${time.toPrecision(3)} ms`);
  console.log(`${name}: ${here}, ${peer}: ${there}, ${(theirs / mine).toFixed(2)} times as fast`);
}
