import { FormatError } from './formatError';
import { formatValue } from './formatValue';
import type { PythonScalar } from './pythonScalar';
import { pythonString } from './pythonString';

const conversion = /%(?:\((\w+)\))?([-#0 +]*)(\*|[1-9]\d*)?(?:\.(\d+))?([a-zA-Z%])/g;

/** `template % values`: values in order, or by the names in `%(name)s`. */
export function percentFormat(
  template: string,
  values: readonly PythonScalar[] | ReadonlyMap<string, PythonScalar>,
): string {
  let used = 0;
  const next = (name: string | undefined): PythonScalar => {
    if (values instanceof Map) {
      const value = values.get(name ?? '');
      if (value) return value;
      throw new FormatError('KeyError', pythonString(name ?? ''));
    }
    const list = values as readonly PythonScalar[];
    if (used < list.length) return list[used++];
    throw new FormatError('TypeError', 'not enough arguments for format string');
  };
  const text = template.replace(conversion, (...match: (string | undefined)[]) => {
    const [, name, flags = '', width = '', precision, type = 's'] = match;
    if (width === '*') return withWidth(next(undefined), next(undefined), { flags, precision, type });
    return type === '%' ? '%' : convert(next(name), { flags, width, precision, type });
  });
  if (Array.isArray(values) && used < values.length) {
    throw new FormatError('TypeError', 'not all arguments converted during string formatting');
  }
  return text;
}

/** `%*d`: the width is a value of its own, negative for the left. */
function withWidth(width: PythonScalar, value: PythonScalar, rest: Omit<Conversion, 'width'>): string {
  if (width.kind !== 'int') throw new FormatError('TypeError', '* wants int');
  const flags = width.value < 0 ? `${rest.flags}-` : rest.flags;
  return convert(value, { ...rest, flags, width: String(Math.abs(Number(width.value)) || '') });
}

interface Conversion {
  readonly flags: string;
  readonly width: string;
  readonly precision: string | undefined;
  readonly type: string;
}

function convert(value: PythonScalar, { flags, width, precision, type }: Conversion): string {
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const alternate = flags.includes('#') ? '#' : '';
  const point = precision === undefined ? '' : `.${precision}`;
  if (type === 's' || type === 'r') {
    const isQuoted = type === 'r' && value.kind === 'str';
    const text = isQuoted ? pythonString(value.value) : formatValue(value, '');
    return formatValue({ kind: 'str', value: text }, `${flags.includes('-') ? '<' : '>'}${width}${point}`);
  }
  if (value.kind === 'str') {
    const needs = 'diu'.includes(type)
      ? `%${type} format: a real number is required, not str`
      : 'must be real number, not str';
    throw new FormatError('TypeError', needs);
  }
  const isInt = 'diu'.includes(type);
  const number: PythonScalar = isInt
    ? { kind: 'int', value: Math.trunc(value.value) }
    : { kind: 'float', value: value.value };
  const align = flags.includes('-') ? '<' : '';
  const zero = flags.includes('0') && align === '' ? '0' : '';
  return formatValue(
    number,
    `${align}${sign}${alternate}${zero}${width}${isInt ? '' : point}${isInt ? 'd' : type}`,
  );
}
