import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { DType } from '../../tensor/dtype';
import type { Form } from '../forms/form';
import { dtypeOf } from './dtypeNames';
import { addOperation, type Expression } from './expression';
import type { Argument, Arguments } from './readArguments';

/** Makes the expression the first argument of a constructor or print whose call spans `from` to `args.to`. */
export function construct(
  expression: Expression,
  form: Form,
  callee: string,
  from: number,
  args: Arguments,
): void {
  const named = args.list.map(withName);
  expression.problem = checkArguments(named);
  if (expression.problem) return;
  const written = named.find(({ name }) => name === 'dtype');
  const size = named.find(({ name }) => name === 'size' || name === 'shape');
  expression.from = from;
  expression.to = args.to;
  expression.construction = {
    form,
    callee,
    from,
    to: args.to,
    keywords: named.map(({ name, ...rest }) => ({ ...rest, name: name ?? '' })),
    dtype: form.dtype ?? (written ? dtypeOf(written.value) : null),
    shape: size ? sizesOf(size.value) : null,
  };
  readGrad(expression, named);
}

/** Applies a constructor around a tensor that is there already: it keeps the values and may change the dtype. */
export function rewrap(expression: Expression, dtype: DType | null, from: number, args: Arguments): void {
  const named = args.list.map(withName);
  expression.problem = checkArguments(named);
  if (expression.problem) return;
  expression.from = from;
  expression.to = args.to;
  const written = named.find(({ name }) => name === 'dtype');
  const cast = dtype ?? (written ? dtypeOf(written.value) : null);
  if (cast) addOperation(expression, cast, null);
  readGrad(expression, named);
}

/** A positional argument after the values is the dtype (`np.array([1], np.float32)`). */
function withName(argument: Argument): Argument {
  const isDType = argument.name === null && dtypeOf(argument.value) !== null;
  return isDType ? { ...argument, name: 'dtype' } : argument;
}

function checkArguments(args: readonly Argument[]): Problem | null {
  for (const { name, value, from, to } of args) {
    if (name === null) {
      const message = l10n.t('expected only keyword arguments after the values, got "{0}"', value);
      return { code: 'bad-keyword', message, from, to };
    }
    if (name === 'dtype' && value !== 'None' && dtypeOf(value) === null) {
      const message = l10n.t('expected a dtype such as torch.float32, got "{0}"', value);
      return { code: 'bad-keyword', message, from, to };
    }
  }
  return null;
}

function readGrad(expression: Expression, args: readonly Argument[]): void {
  for (const { name, value } of args) {
    if (name === 'requires_grad') expression.requiresGrad = value === 'True';
    if (name === 'grad_fn') expression.gradFn = /^<?([^<>\s]+)/.exec(value)?.[1] ?? null;
  }
}

function sizesOf(written: string): readonly number[] {
  return (written.match(/\d+/g) ?? []).map(Number);
}
