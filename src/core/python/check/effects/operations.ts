import type { Effect } from '../../torch/effect';
import type { Operation } from '../../torch/operation';
import { operationAt, operationIn } from '../../torch/operations';
import type { FileRange } from '../findings/codeFinding';
import { inEach } from '../follow/inEach';
import type { Interpreter } from '../follow/interpreter';
import { overwrite, separate } from '../follow/memory';
import type { CallSite } from '../values/callSite';
import { unknownTensor } from '../values/tensorValue';
import type { GivenArgument, Single, Value } from '../values/value';
import type { Applied } from './applied';
import { Given } from './given';
import { interpret } from './words';

/** An operation of which the checker knows what it does. */
type Known = Operation & { readonly effect: Effect };

function known(operation: Operation | undefined): Known | null {
  return operation && operation.effect !== null ? (operation as Known) : null;
}

/** A method of tensors, also in place; null when nothing is known of it. */
function methodNamed(name: string): Known | null {
  const inPlace = name.endsWith('_') ? operationIn('method', name.slice(0, -1)) : undefined;
  return known(operationIn('method', name)) ?? known(inPlace);
}

/** What a method makes of a tensor; null when nothing is known of it. */
export function applyMethod(
  run: Interpreter,
  name: string,
  object: Single,
  args: readonly GivenArgument[],
  operand: FileRange,
  site: CallSite,
): Value | null {
  const operation = methodNamed(name);
  if (!operation) return null;
  const self: GivenArgument = { ...operand, name: null, stars: 0, value: object };
  return applyOne(run, operation, object, [self, ...args], operand, site);
}

/** What a function of PyTorch makes of its arguments, by its full name; null when nothing is known of it. */
export function applyFunction(
  run: Interpreter,
  path: string,
  args: readonly GivenArgument[],
  site: CallSite,
): Value | null {
  const operation = known(operationAt(path));
  if (!operation) return null;
  const { first } = new Given(operation.signature, args);
  if (!first || isMade(operation.effect))
    return applyOne(run, operation, unknownTensor, args, first ?? null, site);
  return inEach(run, first.value, (single) => {
    const chosen = args.map((one) => (one === first ? { ...one, value: single } : one));
    return applyOne(run, operation, single, chosen, first, site);
  });
}

/** What is made of all arguments together, whose first is no tensor. */
function isMade(effect: Effect): boolean {
  return typeof effect === 'object' && (effect.does === 'creates' || effect.does === 'joins');
}

function applyOne(
  run: Interpreter,
  { name, effect, signature }: Known,
  subject: Single,
  args: readonly GivenArgument[],
  operand: FileRange | null,
  site: CallSite,
): Value {
  const given = new Given(signature, args);
  const x = subject.type === 'tensor' ? subject : unknownTensor;
  const applied: Applied = { run, name, subject, x, given, operand, site, module: null };
  const result = interpret(effect, applied);
  if (isGivenBack(effect, name, subject) && result === x) return subject;
  const isView = sharesMemory(effect, name) && result.type === 'tensor' && result.dtype === x.dtype;
  return inMemory(isView ? result : separate(result), applied, args);
}

/** Something unknown with the same values stays the same quantity, `ids.contiguous()`; a copy is made to be changed. */
function isGivenBack(effect: Effect, name: string, { type }: Single): boolean {
  return type === 'unknown' && effect === 'keeps' && !/^(clone|copy)$|dropout/.test(name);
}

/** True for what gives another view of the same memory. */
function sharesMemory(effect: Effect, name: string): boolean {
  if (/^(clone|copy|repeat)$|dropout/.test(name)) return false;
  if (typeof effect === 'string')
    return effect === 'keeps' || effect === 'requires-grad' || name === 'narrow';
  return effect.does === 'casts' || effect.does === 'reshapes';
}

/** What is computed goes where the call says: `out=x`, `inplace=True`. */
function inMemory(result: Value, { run, x }: Applied, args: readonly GivenArgument[]): Value {
  const named = (word: string) => args.find(({ name }) => name === word)?.value;
  const out = named('out');
  const inPlace = named('inplace');
  const isInPlace = inPlace?.type === 'constant' && inPlace.value === true;
  const target = out?.type === 'tensor' ? out : isInPlace ? x : null;
  return target && result.type === 'tensor' ? overwrite(run, target, result) : result;
}

/** Methods that many other things have too. */
const common: ReadonlySet<string> = new Set('type to mean sum sort max min numpy copy'.split(' '));

/** True when a call of `.name(…)` on something unknown is taken for a method of a tensor. */
export function isTensorMethod(name: string): boolean {
  if (name === 'backward') return true;
  if (common.has(name)) return false;
  const effect = methodNamed(name)?.effect;
  return effect !== undefined && effect !== 'python' && effect !== 'unlike';
}
