import * as l10n from '../../../l10n';
import { FormatError } from '../../format/formatError';
import { formatValue } from '../../format/formatValue';
import { percentFormat } from '../../format/percentFormat';
import type { PythonScalar } from '../../format/pythonScalar';
import { itemOf } from '../../torch/kernels/casts';
import { reprOf, strOf } from '../../torch/tensor/repr';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { indexError, NotEvaluated, PythonError, typeError, valueError } from '../../values/pythonError';
import { PyDict, PyTuple, typeNameOf, type Value } from '../../values/values';

/** `format(value, spec)`, which f-strings use too. */
export function formatOne(value: Value, spec: string): string {
  const plain = plainOf(value);
  if (plain === null || typeof plain === 'object') {
    if (spec !== '') throw typeError(`unsupported format string passed to ${typeNameOf(plain)}.__format__`);
    return strOf(plain);
  }
  if (spec === '') return strOf(plain);
  return asPython(spec, () => formatValue(scalarOf(plain), spec));
}

/** A 0-d tensor formats as its number. */
function plainOf(value: Value): Value {
  const isScalar = value instanceof TorchTensor && value.dimCount === 0 && !value.isParameter;
  return isScalar ? itemOf(value) : value;
}

function scalarOf(value: Value): PythonScalar {
  if (typeof value === 'boolean') return { kind: 'bool', value: Number(value) };
  if (typeof value === 'bigint') {
    if (!Number.isSafeInteger(Number(value))) throw new NotEvaluated(l10n.t('a number of this size'));
    return { kind: 'int', value: Number(value) };
  }
  if (typeof value === 'number') return { kind: 'float', value };
  return { kind: 'str', value: typeof value === 'string' ? value : strOf(value) };
}

/** `template.format(…)`: `{}`, `{0}`, `{name:.4f}`, `{!r}`, and fields in the specifications. */
export function formatText(
  template: string,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
): string {
  let next = 0;
  const fieldOf = (name: string): Value => {
    const value = /^\d*$/.test(name) ? args[name === '' ? next++ : Number(name)] : named.get(name);
    if (value !== undefined) return value;
    if (/[.[]/.test(name)) throw new NotEvaluated(l10n.t('this format'));
    if (!/^\d*$/.test(name)) throw new PythonError('KeyError', reprOf(name));
    throw indexError(
      `Replacement index ${name === '' ? next - 1 : name} out of range for positional args tuple`,
    );
  };
  const fill = (text: string): string =>
    text.replace(fields, (whole, name?: string, conversion?: string, spec?: string) => {
      if (whole === '{{' || whole === '}}') return whole[0];
      if (name === undefined) throw new NotEvaluated(l10n.t('this format'));
      const value = fieldOf(name);
      const shown = conversion === 'r' ? reprOf(value) : conversion === 's' ? strOf(value) : value;
      return formatOne(shown, fill(spec ?? ''));
    });
  return fill(template);
}

/** Doubled braces, fields with at most one level of fields inside, and single braces, which are wrong. */
const fields = /\{\{|\}\}|\{([^{}:!]*)(?:!([rs]))?(?::((?:[^{}]|\{[^{}]*\})*))?\}|[{}]/g;

/** `template % values`. */
export function percentText(template: string, values: Value): string {
  if (values instanceof PyDict) {
    const entries = values.entries.map(([key, value]): [string, PythonScalar] => [
      strOf(key),
      ofPercent(template, value),
    ]);
    return asPython(template, () => percentFormat(template, new Map(entries)));
  }
  const list = values instanceof PyTuple ? values.items : [values];
  return asPython(template, () =>
    percentFormat(
      template,
      list.map((value) => ofPercent(template, value)),
    ),
  );
}

function ofPercent(template: string, value: Value): PythonScalar {
  if (!(value instanceof TorchTensor)) return scalarOf(value);
  if (value.numel === 1) return scalarOf(itemOf(value));
  if (/%[^%]*[dfeg]/.test(template)) {
    throw valueError('only one element tensors can be converted to Python scalars');
  }
  return scalarOf(value);
}

/** Widest column that is written. */
const maxWidth = 10_000;

/** Runs a format whose specifications stand in `written`, with Python's exceptions. */
function asPython<T>(written: string, format: () => T): T {
  if ((written.match(/\d+/g) ?? []).some((number) => Number(number) > maxWidth)) {
    throw new NotEvaluated(l10n.t('a width of this size'));
  }
  try {
    return format();
  } catch (error) {
    if (error instanceof FormatError) throw new PythonError(error.type, error.message);
    throw error;
  }
}
