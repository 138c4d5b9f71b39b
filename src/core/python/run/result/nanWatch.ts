import * as l10n from '../../../l10n';
import { broadcastOffsets, broadcastShapes } from '../../../tensor/broadcast';
import { formatNumber } from '../../../tensor/format';
import { isSameShape } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import type { Expression } from '../../syntax/ast';
import { lastWord } from '../../syntax/lastWord';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import type { Value } from '../../values/values';
import type { Lines } from '../lines';
import type { LineNote } from './snippetResult';

/** What the watch needs from the run. */
export interface NanWatchHost {
  readonly lines: Lines;
  /** The last value of an expression. */
  readonly valueOf: (node: Expression) => Value | undefined;
}

/** Operators of two tensors that make nan of other numbers, and the names of the functions that do the same. */
const signs: ReadonlyMap<string, string> = new Map([
  ['*', '·'],
  ['mul', '·'],
  ['multiply', '·'],
  ['/', '/'],
  ['div', '/'],
  ['divide', '/'],
  ['+', '+'],
  ['add', '+'],
  ['-', '−'],
  ['sub', '−'],
  ['subtract', '−'],
]);

/** Tensors with more elements are not looked at. */
const mostElements = 1_000_000;

/** Finds the first expression that makes nan of numbers without one, and says of which numbers. */
export class NanWatch {
  found: LineNote | null = null;
  private isOver = false;

  constructor(private readonly host: NanWatchHost) {}

  /** Told of every value, with the tensors and lists that it was made of. */
  onValue(node: Expression, value: Value, parts: readonly Value[]): void {
    if (this.isOver || (node.type !== 'binary' && node.type !== 'call')) return;
    const result = numbersOf(value);
    const at = result ? result.data.findIndex(Number.isNaN) : -1;
    if (!result || at < 0) return;
    // Whatever comes after it is nan too.
    this.isOver = true;
    const made = parts.flatMap((part) => numbersOf(part) ?? []);
    if (made.length === 0 || made.some(({ data }) => data.some(Number.isNaN))) return;
    const { from, to } = node;
    this.found = { from, to, line: this.host.lines.lineOf(from), message: this.messageOf(node, result, at) };
  }

  private messageOf(node: Expression, result: Tensor, at: number): string {
    const operands = this.operandsOf(node);
    const name = node.type === 'binary' ? node.operator : lastWord(node.type === 'call' ? node.callee : node);
    const values = operands.map((operand) => elementAt(operand, result.shape, at));
    const sign = signs.get(name);
    const [a, b] = values;
    if (sign && values.length === 2 && a !== null && b !== null)
      return l10n.t(
        'nan begins here: {0}',
        `${shown(a)} ${sign} ${b < 0 || Object.is(b, -0) ? `(${shown(b)})` : shown(b)} = nan`,
      );
    if (operands.length === 1 && values[0] !== null && values[0] < 0 && Number.isFinite(values[0]))
      return l10n.t('nan begins here: {0}', `${name}(${shown(values[0])}) = nan`);
    const infinite = operands.flatMap(
      ({ data }) => data.find((x) => Math.abs(x) === Number.POSITIVE_INFINITY) ?? [],
    );
    return infinite.length > 0
      ? l10n.t('nan begins here: {0} gets {1}', name, shown(infinite[0]))
      : l10n.t('nan begins here: {0}', name);
  }

  /** The tensors and numbers that an operation is applied to. */
  private operandsOf(node: Expression): readonly Tensor[] {
    const parts =
      node.type === 'binary'
        ? [node.left, node.right]
        : node.type === 'call'
          ? [
              ...(node.callee.type === 'attribute' ? [node.callee.object] : []),
              ...node.args.map(({ value }) => value),
            ]
          : [];
    return parts.flatMap((part) => {
      const value = this.host.valueOf(part);
      return value === undefined ? [] : (numbersOf(value) ?? []);
    });
  }
}

/** The numbers of a tensor of floats, and a number by itself; null for anything else. */
function numbersOf(value: Value): Tensor | null {
  if (typeof value === 'number') return { data: Float64Array.of(value), shape: [], dtype: 'float64' };
  if (typeof value === 'bigint') return { data: Float64Array.of(Number(value)), shape: [], dtype: 'int64' };
  if (!(value instanceof TorchTensor) || value.isUnknown || value.numel > mostElements) return null;
  return value.memory.unset === null ? value.dense() : null;
}

/** The element that an operation on all of `shape` takes for the one at `index`; null where it does not take one each. */
function elementAt({ data, shape: own }: Tensor, shape: readonly number[], index: number): number | null {
  const { mismatch, shape: common } = broadcastShapes(own, shape);
  return mismatch || !isSameShape(common, shape) ? null : data[broadcastOffsets(own, shape)[index]];
}

function shown(value: number): string {
  return Number.isInteger(value) || Math.abs(value) === Infinity
    ? String(value).replace('Infinity', 'inf')
    : formatNumber(value, 'float64');
}
