import { FormatError } from './formatError';
import { formatValue } from './formatValue';
import type { PythonScalar } from './pythonScalar';
import { pythonString } from './pythonString';

const field = /\{\{|\}\}|\{(\w*)(?:!([rsa]))?(?::([^{}]*))?\}/g;

/** `template.format(…)` for plain fields: `{}`, `{0}`, `{name:.4f}`, `{!r}`. */
export function strFormat(
  template: string,
  values: readonly PythonScalar[],
  named: ReadonlyMap<string, PythonScalar>,
): string {
  let next = 0;
  return template.replace(field, (whole, name?: string, conversion?: string, spec?: string) => {
    if (whole === '{{' || whole === '}}') return whole[0];
    const value = fieldValue(name ?? '');
    const isQuoted = conversion === 'r' && value.kind === 'str';
    const shown: PythonScalar = isQuoted ? { kind: 'str', value: pythonString(value.value) } : value;
    const isText = conversion !== undefined && shown.kind !== 'str';
    return formatValue(isText ? { kind: 'str', value: formatValue(shown, '') } : shown, spec ?? '');
  });

  function fieldValue(name: string): PythonScalar {
    if (/\D/.test(name)) {
      const value = named.get(name);
      if (value) return value;
      throw new FormatError('KeyError', pythonString(name));
    }
    const index = name === '' ? next++ : Number(name);
    const value = values[index];
    if (value) return value;
    throw new FormatError('IndexError', `Replacement index ${index} out of range for positional args tuple`);
  }
}
