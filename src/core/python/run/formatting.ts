import * as l10n from '../../l10n';
import { FormatError } from '../format/formatError';
import { formatValue } from '../format/formatValue';
import { percentFormat } from '../format/percentFormat';
import type { PythonScalar } from '../format/pythonScalar';
import { strFormat } from '../format/strFormat';
import { itemOf } from '../torch/kernels/casts';
import { strOf } from '../torch/tensor/repr';
import { TorchTensor } from '../torch/tensor/torchTensor';
import { NotEvaluated, PythonError, typeError, valueError } from '../values/pythonError';
import { PyDict, PyObject, PyTuple, typeNameOf, type Value } from '../values/values';

/** `format(value, spec)`, which f-strings use too. */
export function formatOne(value: Value, spec: string): string {
  const plain = plainOf(value);
  if (plain === null || typeof plain === 'object') {
    if (spec !== '') throw typeError(`unsupported format string passed to ${typeNameOf(plain)}.__format__`);
    return strOf(plain);
  }
  return asPython(spec, () => formatValue(scalarOf(plain), spec));
}

/** A 0-d tensor formats as its number. */
function plainOf(value: Value): Value {
  const isScalar = value instanceof TorchTensor && value.dimCount === 0 && !value.isParameter;
  return isScalar ? itemOf(value) : value;
}

function scalarOf(value: Value): PythonScalar {
  if (typeof value === 'boolean') return { kind: 'bool', value: Number(value) };
  if (typeof value === 'bigint') return { kind: 'int', value: Number(value) };
  if (typeof value === 'number') return { kind: 'float', value };
  return { kind: 'str', value: typeof value === 'string' ? value : strOf(value) };
}

/** `template.format(…)`. */
export function formatText(
  template: string,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
): string {
  const scalar = (value: Value) => {
    const plain = plainOf(value);
    const isOwn = plain instanceof PyObject && /\{\w*(?:![rsa])?:[^}]/.test(template);
    if (isOwn) throw typeError(`unsupported format string passed to ${typeNameOf(plain)}.__format__`);
    return scalarOf(plain);
  };
  const entries = [...named].map(([name, value]): [string, PythonScalar] => [name, scalar(value)]);
  return asPython(template, () => strFormat(template, args.map(scalar), new Map(entries)));
}

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
