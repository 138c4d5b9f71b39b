/**
 * A decimal number as somebody may write it: of any length and size, with the digits that JavaScript or a print gives a
 * float64, or half-way between two of them, where rounding is hardest.
 */
export function randomDecimal(random: () => number): string {
  const kind = Math.floor(random() * 5);
  if (kind === 0) return anyDigits(random);
  const x = anyFloat(random);
  if (kind === 1) return String(x);
  if (kind === 2) return x.toExponential(Math.floor(random() * 21));
  if (kind === 3) return (random() * 10 ** Math.floor(random() * 12 - 6)).toFixed(Math.floor(random() * 21));
  return halfway(random);
}

function anyDigits(random: () => number): string {
  const digits = (length: number) => Array.from({ length }, () => Math.floor(random() * 10)).join('');
  const whole = digits(1 + Math.floor(random() * (random() < 0.1 ? 25 : 4)));
  const fraction = random() < 0.8 ? `.${digits(Math.floor(random() * 20))}` : '';
  const size = Math.floor(random() * (random() < 0.2 ? 330 : 25));
  const exponent = random() < 0.3 ? `e${random() < 0.5 ? '-' : '+'}${size}` : '';
  return `${random() < 0.5 ? '-' : ''}${whole}${fraction}${exponent}`;
}

/** Any finite float64, most of them of an everyday size. */
function anyFloat(random: () => number): number {
  if (random() < 0.7) return (random() - 0.5) * 10 ** Math.floor(random() * 40 - 30);
  const bits = Uint32Array.of(random() * 2 ** 32, random() * 2 ** 32);
  const [x] = new Float64Array(bits.buffer);
  return Number.isFinite(x) ? x : 0.1;
}

/** Between two float64 of 53 bits, or a digit beside: `9007199254740993`, scaled by a power of two or ten. */
function halfway(random: () => number): string {
  const whole = 2n ** 53n + 2n * BigInt(Math.floor(random() * 2 ** 52)) + 1n;
  const shift = Math.floor(random() * 4);
  const digits = (whole * 2n ** BigInt(shift) + BigInt(Math.floor(random() * 3 - 1))).toString();
  const exponent = Math.floor(random() * 60 - 45);
  return random() < 0.5 ? `${digits}e${exponent}` : `${digits[0]}.${digits.slice(1)}`;
}
