import * as l10n from '../../../l10n';
import { truthOf } from '../../torch/tensor/truth';
import { PyIterator } from '../../values/iterables';
import { NotEvaluated, PythonError, typeError, valueError } from '../../values/pythonError';
import { type Args, PyDict, PyList, PyRange, PyTuple, typeNameOf, type Value } from '../../values/values';
import { iterate } from '../expressions/iterate';
import type { BuiltinHost } from './builtinHost';

const none = new Map<string, Value>();

/** The built-in functions that make or advance iterators. */
export function iteratorBuiltins(host: BuiltinHost): Readonly<Record<string, (args: Args) => Value>> {
  const { context } = host;
  const made = (name: string, items: Iterator<Value>, sources: readonly Value[]) =>
    new PyIterator(name, items, () => sources);
  const call = (callee: Value, positional: readonly Value[]) =>
    host.call(callee, { positional, named: none });
  return {
    iter: ({ positional }) => {
      if (positional.length !== 1) throw new NotEvaluated(l10n.t('{0}(…) with these arguments', 'iter'));
      const [value] = positional;
      if (value instanceof PyIterator) return value;
      const isList = value instanceof PyList;
      return made(isList ? 'list_iterator' : 'iterator', iterate(context, value), positional);
    },
    next: ({ positional: [iterator = null, otherwise] }) => {
      if (!(iterator instanceof PyIterator)) {
        throw typeError(`'${typeNameOf(iterator)}' object is not an iterator`);
      }
      const item = iterator.next();
      if (item !== undefined) return item;
      if (otherwise !== undefined) return otherwise;
      throw new PythonError('StopIteration', '');
    },
    map: ({ positional }) => {
      const [callee = null, ...values] = positional;
      if (values.length === 0) throw typeError('map() must have at least two arguments.');
      return made(
        'map',
        mapped(rows(values.map((one) => iterate(context, one))), (row) => call(callee, row)),
        positional,
      );
    },
    filter: ({ positional }) => {
      const [callee = null, values = null] = positional;
      const isKept = (item: Value) => truthOf(callee === null ? item : call(callee, [item]));
      return made('filter', filtered(iterate(context, values), isKept), positional);
    },
    zip: ({ positional, named }) => {
      const isStrict = truthOf(named.get('strict') ?? false);
      const items = rows(
        positional.map((one) => iterate(context, one)),
        isStrict,
      );
      return made(
        'zip',
        mapped(items, (row) => new PyTuple(row)),
        positional,
      );
    },
    enumerate: ({ positional, named }) => {
      const [values = null, given] = positional;
      const start = given ?? named.get('start') ?? 0n;
      if (typeof start !== 'bigint')
        throw typeError(`'${typeNameOf(start)}' object cannot be interpreted as an integer`);
      return made('enumerate', numbered(iterate(context, values), start), positional);
    },
    reversed: ({ positional }) => {
      const [value = null] = positional;
      const isSequence = value instanceof PyList || value instanceof PyTuple || value instanceof PyRange;
      if (!isSequence && typeof value !== 'string' && !(value instanceof PyDict))
        throw new NotEvaluated(l10n.t('{0}(…) of this', 'reversed'));
      return made('reversed', [...iterate(context, value)].reverse().values(), positional);
    },
  };
}

function* mapped(
  items: Iterable<readonly Value[]>,
  give: (row: readonly Value[]) => Value,
): Generator<Value, void> {
  for (const row of items) yield give(row);
}

function* filtered(items: Iterable<Value>, isKept: (item: Value) => boolean): Generator<Value, void> {
  for (const item of items) if (isKept(item)) yield item;
}

function* numbered(items: Iterable<Value>, start: bigint): Generator<Value, void> {
  let at = start;
  for (const item of items) yield new PyTuple([at++, item]);
}

/** One item of each until one of them ends; with `isStrict` they must end together. */
function* rows(columns: readonly Iterator<Value>[], isStrict = false): Generator<readonly Value[], void> {
  while (columns.length > 0) {
    const row: Value[] = [];
    for (const [i, column] of columns.entries()) {
      const { done, value } = column.next();
      if (done && isStrict) checkEnd(columns, i);
      if (done) return;
      row.push(value);
    }
    yield row;
  }
}

function checkEnd(columns: readonly Iterator<Value>[], ended: number): void {
  const others = (to: number) => (to === 1 ? ' ' : 's 1-') + to;
  if (ended > 0) throw valueError(`zip() argument ${ended + 1} is shorter than argument${others(ended)}`);
  const longer = columns.findIndex((column, i) => i > 0 && !column.next().done);
  if (longer > 0) throw valueError(`zip() argument ${longer + 1} is longer than argument${others(longer)}`);
}
