import { alternativesOf, choose, forEach } from '../values/choice';
import { isSameTensor } from '../values/mergeTensors';
import { contentOf, forgotten, type TensorFacts, type TensorValue, withSource } from '../values/tensorValue';
import type { Single, Value } from '../values/value';
import type { Interpreter } from './interpreter';

/**
 * A value as it is now: tensors get memory of their own when they have none, and hold what was written into it since.
 * Tensors that share memory (`y = x`, `x.view(-1)`, `x[0]`) see what is written through any of them.
 */
export function current(run: Interpreter, value: Value): Value {
  if (value.type === 'tensor') return currentTensor(run, value);
  if (value.type === 'tuple' && value.items.some(({ type }) => type === 'tensor'))
    return { ...value, items: value.items.map((item) => current(run, item)) };
  if (value.type !== 'choice' || value.alternatives.every((one) => one.value.type !== 'tensor')) return value;
  return forEach(value, run.path, (single) => current(run, single));
}

function currentTensor(run: Interpreter, x: TensorValue): Value {
  const { memory } = x;
  if (memory === null) return { ...x, memory: { id: run.id(), state: {}, isPart: false } };
  const held = run.memories.get(String(memory.id));
  if (held === undefined || (held.type === 'tensor' && held.memory?.state === memory.state)) return x;
  const alternatives = alternativesOf(held).map((one) => ({ ...one, value: asSeenBy(x, one.value) }));
  return choose(alternatives);
}

/** What is in the memory of `x`, in the shape of `x`. */
function asSeenBy(x: TensorValue, held: Single): Single {
  if (held.type !== 'tensor' || held.memory === null || x.memory === null) return x;
  if (held.memory.state === x.memory.state) return x;
  const { rank, minRank, dtype, isLastAxisOne, isLastAxisClasses } = x;
  const { gradFree, trail, isUnbounded, tokens } = held;
  const memory = { ...x.memory, state: held.memory.state };
  const facts: TensorFacts = {
    rank,
    minRank,
    dtype,
    isLastAxisOne,
    isLastAxisClasses,
    isUnbounded,
    tokens,
    gradFree,
    trail,
    memory,
  };
  const isMoved = rank !== held.rank || x.memory.isPart;
  const content = contentOf(isMoved ? withSource(held, { isAxisKept: false }) : held);
  return { type: 'tensor', ...facts, ...content };
}

/** Writes `result` into the memory of a tensor, whose shape and dtype stay; what the tensor is then. */
export function overwrite(run: Interpreter, x: TensorValue, result: TensorValue): TensorValue {
  const { rank, minRank, dtype } = x;
  if (x.memory === null) return { ...result, rank, minRank, dtype };
  const key = String(x.memory.id);
  // What it held before is true on all ways through the program, so no branch takes it back.
  if (!run.memories.has(key)) run.memories.set(key, x);
  const memory = { ...x.memory, state: {} };
  const written = { ...result, rank, minRank, dtype, memory };
  run.heap.write(run.memories, key, x.memory.isPart ? partlyWritten(written, x) : written);
  return written;
}

/** The whole after a part of it was written to: known only where the part is as it was. */
function partlyWritten(written: TensorValue, before: TensorValue): TensorValue {
  return isSameTensor(written, before) ? written : { ...forgotten(written), memory: written.memory };
}

/** A new tensor, that shares its memory with no other. */
export function separate<T extends Value>(value: T): T | TensorValue {
  return value.type === 'tensor' && value.memory !== null ? { ...value, memory: null } : value;
}
