const NUMBER = /\d+\.\d*(?:e[-+]?\d+)?/g;

/** Whether a printed number is settled by another one: what float32 arithmetic leaves open may differ. */
export type IsSettled = (value: string, wanted: string) => boolean;

/** The texts with each number of `printed` that is settled by that of `expected` replaced by it. */
export function settled(
  printed: readonly string[],
  expected: readonly string[],
  isSettled: IsSettled,
): string[] {
  return printed.map((line, index) => {
    const wanted = expected[index]?.match(NUMBER) ?? [];
    let at = 0;
    return line.replace(NUMBER, (text) => {
      const other = wanted[at++];
      return other !== undefined && isSettled(text, other) ? other : text;
    });
  });
}

/** Near enough, or the last of the digits that are printed is one off. */
export function isInLastDigit(value: string, wanted: string): boolean {
  const [digits, exponent = '0'] = wanted.split('e');
  const unit = 10 ** (Number(exponent) - (digits.split('.')[1] ?? '').length);
  const [x, y] = [Number(value), Number(wanted)];
  return Math.abs(x - y) <= Math.max(1.01 * unit, 3e-6 * Math.abs(y), 1.5e-7);
}
