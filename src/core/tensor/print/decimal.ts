/** Digits beyond those wanted, by which an exact half is told. */
const guardDigits = 40;

/** `'{:.{digits}f}'.format(x)` of a finite x: the exact value rounded half to even. */
export function fixed(x: number, digits: number): string {
  const negative = x < 0 || Object.is(x, -0) ? '-' : '';
  const size = Math.abs(x);
  if (size >= 1e21) return `${negative}${BigInt(size)}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  const longer = size.toFixed(Math.min(100, digits + guardDigits));
  const cut = longer.length - (Math.min(100, digits + guardDigits) - digits);
  return (
    negative + (isExactHalf(longer.slice(cut)) ? roundedDown(longer.slice(0, cut)) : size.toFixed(digits))
  );
}

/** `'{:.{digits}e}'.format(x)` of a finite x; exponents have at least two digits. */
export function scientific(x: number, digits: number): string {
  const negative = x < 0 || Object.is(x, -0) ? '-' : '';
  const size = Math.abs(x);
  const places = Math.min(100, digits + guardDigits);
  const [longer, exponent] = size.toExponential(places).split('e');
  const cut = longer.length - (places - digits);
  const isHalf = isExactHalf(longer.slice(cut));
  if (!isHalf) return negative + padExponent(size.toExponential(digits));
  return `${negative}${padExponent(`${roundedDown(longer.slice(0, cut))}e${exponent}`)}`;
}

/** `1e-5` as Python writes it: `1e-05`. */
export function padExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function isExactHalf(rest: string): boolean {
  return /^5?0*$/.test(rest.replace('.', '')) && rest.includes('5');
}

/** What stands in front of an exact half: up to the next even digit, else down. JavaScript rounds it up always. */
function roundedDown(kept: string): string {
  const text = kept.endsWith('.') ? kept.slice(0, -1) : kept;
  const isOdd = '13579'.includes(text[text.length - 1]);
  if (!isOdd) return text;
  // An odd last digit goes up by one; it is below 9 or carries.
  const digits = text.replace('.', '');
  const up = (BigInt(digits) + 1n).toString().padStart(digits.length, '0');
  const point = text.indexOf('.');
  if (point < 0) return up;
  const shift = up.length - digits.length;
  return `${up.slice(0, point + shift)}.${up.slice(point + shift)}`;
}
