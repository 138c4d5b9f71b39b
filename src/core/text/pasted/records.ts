import * as l10n from '../../l10n';
import { type DType, isFloatingPoint } from '../../tensor/dtype';
import type { Reading, ReadResult, TensorLiteral } from '../literal';

/** The reading that leaves each record a tensor of its own. */
const alone = 'alone';

/**
 * Records that repeat the same keys, as lines of JSON, a list of objects or lines of a log do, as one batch: what is
 * under a key, an array or a number of the same shape each time, is stacked in the order of the records. Anything else
 * between them, or values that are given to variables, leaves all as it is.
 */
export function stackRecords(
  text: string,
  result: ReadResult,
  readings: Readonly<Record<number, string>>,
): ReadResult {
  const { literals, problems } = result;
  const keys = problems.length > 0 ? null : keysOf(text, literals);
  if (keys === null) return result;
  const numRecords = literals.length / keys;
  const batch = { id: 'batch', label: l10n.t('{0} records as one batch', numRecords) };
  const each = { id: alone, label: l10n.t('each record by itself') };
  const [first, ...others] = literals;
  if (readings[first.from] === alone) {
    const reading: Reading = { taken: each.label, others: [batch] };
    return { literals: [{ ...first, reading }, ...others], problems };
  }
  const stacked = Array.from({ length: keys }, (_, key) =>
    stack(literals.filter((_, index) => index % keys === key)),
  );
  const reading: Reading = { taken: batch.label, others: [each] };
  return {
    literals: stacked.map((literal, key) => (key === 0 ? { ...literal, reading } : literal)),
    problems,
  };
}

/** The number of keys of each of at least two records; null where there are none. */
function keysOf(text: string, literals: readonly TensorLiteral[]): number | null {
  const first = literals[0]?.name ?? null;
  const keys = first === null ? -1 : literals.findIndex(({ name }, index) => index > 0 && name === first);
  if (keys < 1 || literals.length % keys !== 0) return null;
  const names = new Set(literals.slice(0, keys).map(({ name }) => name));
  const isRepeated = literals.every((literal, index) => {
    const model = literals[index % keys];
    return literal.name !== null && literal.name === model.name && isAlike(text, literal, model);
  });
  return isRepeated && names.size === keys ? keys : null;
}

function isAlike(text: string, { from, callee, tensor, operations }: TensorLiteral, model: TensorLiteral) {
  const isValue = callee === null && operations.length === 0;
  const isOfKey = /(?::[ \t\r\n]*|\w=)$/.test(text.slice(Math.max(0, from - 20), from));
  return isValue && isOfKey && String(tensor.shape) === String(model.tensor.shape) && !isAssigned(text, from);
}

/** Longer lines in front of a value are no name. Unit: UTF-16 code units. */
const longestLine = 200;

/** True for `name = value` at the start of a line, which the next line of that kind replaces rather than continues. */
function isAssigned(text: string, from: number): boolean {
  const near = text.slice(Math.max(0, from - longestLine), from);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  return line.length < longestLine && /^\s*[\w.]+\s*=\s*$/.test(line);
}

/** Tensors of one shape below each other. Shape: (records, ...their own). */
function stack(parts: readonly TensorLiteral[]): TensorLiteral {
  const [first] = parts;
  const last = parts[parts.length - 1];
  const numel = first.tensor.data.length;
  const data = new Float64Array(parts.length * numel);
  for (const [index, { tensor }] of parts.entries()) data.set(tensor.data, index * numel);
  const dtype = parts.reduce<DType>(
    (found, { tensor }) => (isFloatingPoint(found) ? found : tensor.dtype),
    first.tensor.dtype,
  );
  const { from } = first;
  const { to } = last;
  return {
    ...first,
    from,
    to,
    body: { from: first.body.from, to: last.body.to },
    form: 'list',
    rowRanges: parts.map((part) => ({ from: part.from, to: part.to })),
    tensor: { data, shape: [parts.length, ...first.tensor.shape], dtype },
    decimals: largest(parts.map(({ decimals }) => decimals)),
    scientificDecimals: parts.some((part) => part.scientificDecimals === null)
      ? null
      : largest(parts.map((part) => part.scientificDecimals)),
  };
}

function largest(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((most, one) => (most === null || (one !== null && one > most) ? one : most), null);
}
