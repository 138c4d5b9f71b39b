import type { TextRange } from '../../../textRange';
import type { Call, Expression, Statement } from '../../syntax/ast';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { PyInstance } from '../../values/objects';
import {
  type Callable,
  type Code,
  PyDict,
  type PyObject,
  Unknown,
  type UnknownKind,
  type Value,
} from '../../values/values';
import type { Scope } from '../scope';
import { bindingsOf, reboundOutside } from './bindings';
import { EffectReader } from './effectReader';
import { forgetReachable } from './forget';
import { namesIn } from './namesIn';

/** What making things unknown needs from the run. */
export interface AftermathHost {
  readonly context: TorchContext;
  readonly builtins: ReadonlyMap<string, Value>;
  /** Counts a step; throws when there were too many. */
  readonly step: () => void;
  /** Told when what the libraries do may have changed. */
  readonly onPatch: (since: TextRange) => void;
}

/** How a statement came to be left. */
export interface Failure {
  /** The calls that were made before it could not go on, with what they gave. */
  readonly done?: ReadonlyMap<Call, Value>;
  /** What of it could not be evaluated; the statement when it is not said. */
  readonly since?: TextRange;
}

const nothing: ReadonlyMap<Call, Value> = new Map();

function placeOf({ from, to }: TextRange): TextRange {
  return { from, to };
}

/** Makes unknown what a statement that was not evaluated may have changed. */
export class Aftermath {
  private readonly escaped = new Set<PyObject>();

  constructor(private readonly host: AftermathHost) {}

  of(statement: Statement, scope: Scope, { done = nothing, since = placeOf(statement) }: Failure = {}): void {
    const find = (name: string) => scope.find(name) ?? this.host.builtins.get(name);
    const known = { find, done, isHolder: (target: Expression) => holderOf(target, find) !== null };
    const reader = new EffectReader(known);
    const kind = reader.read(statement);
    const mentioned = [...valuesOf(namesIn(statement), find), ...done.values()];
    if (reader.touched.size > 0) {
      const touched = [...valuesOf(reader.touched, find), ...this.escaped];
      const { step } = this.host;
      forgetReachable(touched, mentioned, since, { step, escaped: this.escaped });
    }
    if (reader.hasBackward) this.host.context.areGradsKnown = false;
    this.host.context.random = null;
    if (reader.isPatch || reader.isEverything) this.host.onPatch(since);
    const code =
      statement.type === 'function' || statement.type === 'class'
        ? codeOf(statement, scope, this.host)
        : null;
    const lost = (before: Value) => unknownAfter(before, since, code ? 'code' : kind, mentioned, code);
    for (const name of bindingsOf(statement).bound) scope.set(name, lost(scope.find(name) ?? null));
    if (statement.type === 'assign') for (const target of statement.targets) this.store(target, lost, find);
    const isStar = statement.type === 'from' && statement.names === null;
    if (reader.isEverything)
      forgetReachable(scope.all, [], since, { step: this.host.step, escaped: this.escaped });
    if (reader.isEverything || isStar) scope.forgetNames(since);
  }

  /** What a function returns whose `return` was not evaluated. */
  valueOf(
    statement: Statement,
    scope: Scope,
    { done = nothing, since = placeOf(statement) }: Failure,
  ): Unknown {
    const find = (name: string) => scope.find(name) ?? this.host.builtins.get(name);
    const kind = new EffectReader({ find, done, isHolder: () => false }).read(statement);
    return new Unknown(null, since, kind, [...valuesOf(namesIn(statement), find), ...done.values()]);
  }

  /** A field or an entry of something known is unknown by itself. */
  private store(target: Expression, lost: (before: Value) => Unknown, find: Find): void {
    if (target.type === 'tuple' || target.type === 'list')
      for (const item of target.items) this.store(item, lost, find);
    else holderOf(target, find)?.(lost);
  }
}

type Find = (name: string) => Value | undefined;

function valuesOf(names: Iterable<string>, find: Find): readonly Value[] {
  return [...names].flatMap((name) => find(name) ?? []);
}

/** What makes one entry of a known holder unknown; null where more than it may have changed. */
function holderOf(target: Expression, find: Find): ((lost: (before: Value) => Unknown) => void) | null {
  if (target.type === 'attribute' && target.object.type === 'name') {
    const object = find(target.object.id);
    const isKnown = object instanceof PyInstance && !object.isUnknown;
    if (!isKnown || object.type.find(target.name) !== undefined) return null;
    return (lost) => object.attributes.set(target.name, lost(object.attributes.get(target.name) ?? null));
  }
  if (target.type !== 'subscript' || target.object.type !== 'name') return null;
  const holder = find(target.object.id);
  const [index] = target.index;
  if (!(holder instanceof PyDict) || holder.isUnknown || index?.type !== 'constant') return null;
  const key = typeof index.value === 'number' && !index.isFloat ? BigInt(index.value) : index.value;
  return (lost) => holder.set(key, lost(holder.get(key) ?? null));
}

/** The first statement that made something unknown counts, and what it was before that. */
function unknownAfter(
  before: Value,
  since: TextRange,
  kind: UnknownKind,
  reach: readonly Value[],
  code: Code | null,
): Unknown {
  const first = lostOf(before);
  const last = first ? first.before : before;
  return new Unknown(last, first?.since ?? since, kind, [...reach, before], code);
}

/** What a value that is not known was before, and since when; null for a known one. */
export function lostOf(value: Value): Unknown | null {
  if (value instanceof Unknown) return value;
  if (!(value instanceof TorchTensor) || !value.isUnknown) return null;
  const since = value.unknownSince ?? value.lastMemory.unknownSince;
  return since && new Unknown(value.asLastKnown, since);
}

/** What a function or a class of the snippet may get at when it runs. */
export function codeOf(
  node: Statement | Expression,
  scope: Scope,
  { builtins }: { readonly builtins: ReadonlyMap<string, Value | Callable> },
): Code {
  return {
    values: () => valuesOf(namesIn(node), (name) => scope.seenByFunctions.find(name) ?? builtins.get(name)),
    rebind: (since) => {
      for (const name of reboundOutside(node)) {
        const owner = scope.seenByFunctions.binderOf(name);
        if (owner) owner.set(name, unknownAfter(owner.find(name) ?? null, since, 'foreign', [], null));
      }
    },
  };
}
