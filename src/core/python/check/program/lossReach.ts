import type { Statement } from '../../syntax/ast';
import type { FunctionValue } from '../values/value';
import { FileScope, type Modules, type Unit } from './fileScope';
import type { NamesIn } from './namesIn';
import { reachable } from './reachable';

/**
 * Tells which functions can lead to a loss, or to the logarithm of a softmax, when nothing is known of their arguments:
 * those in which one stands, or a name for what leads to one. Goes by names alone: it may say yes of what leads to no
 * loss. Takes time in proportion to the code.
 */
export class LossReach {
  private readonly scopes: ReadonlyMap<string, FileScope>;
  private readonly leading: ReadonlySet<Statement>;

  constructor(program: Modules) {
    this.scopes = new Map([...program.modules.keys()].map((path) => [path, new FileScope(path, program)]));
    const units = [...this.scopes.values()].flatMap((scope) => scope.units());
    const keys = new Set(units.flatMap(({ defines }) => defines));
    const defining = byKey(units, keys, ({ defines }) => defines);
    const mentioning = byKey(units, keys, ({ mentions }) => mentions);
    const leadingTo = (isStart: (found: NamesIn, unit: Unit) => boolean) =>
      reachable(
        units.filter((unit) => unit.found && isStart(unit.found, unit)),
        ({ defines }) => defines.flatMap((key) => mentioning.get(key) ?? []),
      );
    const toSoftmax = leadingTo(({ isSoftmax }) => isSoftmax);
    const toLoss = leadingTo(({ isLoss, isLog }, unit) => isLoss || (isLog && toSoftmax.has(unit)));
    // A method of a base works with what a class sets that inherits it.
    const all = reachable(toLoss, ({ bases }) => bases.flatMap((key) => defining.get(key) ?? []));
    this.leading = new Set([...all].flatMap(({ statement }) => statement ?? []));
  }

  /** A method can when anything in its class can, and a function inside of another one when that can. */
  has({ definition, path }: FunctionValue): boolean {
    const whole = this.scopes.get(path)?.statementAt(definition.from);
    return !whole || this.leading.has(whole);
  }
}

function byKey(
  units: readonly Unit[],
  keys: ReadonlySet<string>,
  keysOf: (unit: Unit) => readonly string[],
): ReadonlyMap<string, readonly Unit[]> {
  const found = new Map<string, Unit[]>([...keys].map((key) => [key, []]));
  for (const unit of units) for (const key of keysOf(unit)) found.get(key)?.push(unit);
  return found;
}
