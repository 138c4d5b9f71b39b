import { detailsOf } from '../../../torch/effect';
import { moduleNamed } from '../../../torch/modules';
import { makeLoss } from '../../effects/lossModules';
import { makeModule } from '../../effects/makeModule';
import type { FileRange } from '../../findings/codeFinding';
import type {
  Cells,
  ClassValue,
  ExternValue,
  GivenArgument,
  InstanceValue,
  LossValue,
  TorchValue,
  Value,
} from '../../values/value';
import type { Interpreter } from '../interpreter';
import { callFunction } from './functions';

/** A member found in a class; `isUnknown` when a base class is not known that may have it. */
export interface Member {
  readonly value: Value | null;
  readonly isUnknown: boolean;
}

/** The classes of the program from which a class inherits, itself first. */
export function linearized(of: ClassValue): readonly ClassValue[] {
  const found: ClassValue[] = [];
  const add = (one: ClassValue) => {
    const at = found.indexOf(one);
    if (at >= 0) found.splice(at, 1);
    found.push(one);
    if (found.length < 20) for (const base of one.bases) if (base.type === 'class' && base !== of) add(base);
  };
  add(of);
  return found;
}

/** A member of the class, or of one of its bases after `after`. */
export function memberOf(of: ClassValue, name: string, after: ClassValue | null = null): Member {
  const classes = linearized(of);
  const start = after === null ? 0 : classes.indexOf(after) + 1;
  for (const one of classes.slice(start)) {
    const value = one.cells.get(name);
    if (value !== undefined) return { value, isUnknown: false };
  }
  return { value: null, isUnknown: classes.slice(start).some(({ bases }) => bases.some(isUnknownBase)) };
}

function isUnknownBase(base: Value): boolean {
  if (base.type === 'class') return false;
  return base.type !== 'extern' || !/^(torch|builtins|abc|typing)(\.|$)/.test(base.path);
}

/** Classes of torch whose behaviour a class inherits. */
function torchBase(of: ClassValue): ExternValue | null {
  for (const { bases } of linearized(of)) {
    for (const base of bases) if (base.type === 'extern' && base.path.startsWith('torch.')) return base;
  }
  return null;
}

/** True for what is called through `forward`: a module of torch, or something like one. */
export function isModuleClass(of: ClassValue): boolean {
  return torchBase(of) !== null || linearized(of).some(({ bases }) => bases.some(isUnknownBase));
}

/** Instances of a class that are remembered for methods that the program does not call itself. */
const mostInstances = 3;

/** A new instance, its constructor followed. */
export function instantiate(
  run: Interpreter,
  of: ClassValue,
  args: readonly GivenArgument[],
  site: FileRange,
): InstanceValue {
  const cells: Cells = new Map();
  const instance: InstanceValue = {
    type: 'instance',
    id: run.id(),
    of,
    base: inheritedBase(of, args, site),
    cells,
  };
  run.heap.adopt(instance);
  if (instance.base?.type === 'torch') run.heap.adopt(instance.base);
  for (const { definition } of linearized(of)) {
    const known = run.instances.get(definition) ?? [];
    if (known.length < mostInstances && (!run.report.isTest(run.report.entry) || run.report.isTest(of.path)))
      run.instances.set(definition, [...known, instance]);
  }
  const { value } = memberOf(of, '__init__');
  if (value?.type === 'function') {
    callFunction(run, value, [selfArgument(instance, site), ...args], instance);
  } else if (hasFields(of)) {
    const fields = fieldsOf(of);
    for (const [index, { name, stars, value: given }] of args.entries()) {
      const field = name ?? fields[index];
      if (stars === 0 && field !== undefined) run.heap.write(cells, field, given);
    }
  }
  return instance;
}

/** A dataclass or a named tuple, whose constructor is made from its fields. */
function hasFields({ definition, bases }: ClassValue): boolean {
  const isTuple = bases.some((base) => base.type === 'extern' && base.path.endsWith('NamedTuple'));
  return isTuple || definition.decorators.length > 0;
}

function fieldsOf({ definition }: ClassValue): readonly string[] {
  return definition.body.flatMap((statement) => {
    if (statement.type === 'declare') return [statement.name];
    const target = statement.type === 'assign' ? statement.targets[0] : null;
    return target?.type === 'name' ? [target.id] : [];
  });
}

export function selfArgument(self: Value, site: FileRange): GivenArgument {
  return { ...site, name: null, stars: 0, value: self };
}

/** What a class of torch contributes to an instance: a container of modules, a layer, or a loss. */
function inheritedBase(
  of: ClassValue,
  args: readonly GivenArgument[],
  site: FileRange,
): TorchValue | LossValue | null {
  const base = torchBase(of);
  if (base === null) return null;
  const word = { path: of.path, from: of.definition.from, to: of.definition.from };
  const hasOwnInit = memberOf(of, '__init__').value !== null;
  const given = hasOwnInit ? [] : args;
  const made =
    makeLoss(base.path, given, site, word, of.definition.name) ??
    makeModule(base.path, given, site, word, of.definition.name);
  if (made?.type !== 'torch') return made;
  return /^(Sequential|ModuleList|ModuleDict)$/.test(made.name) || isLayer(made, hasOwnInit) ? made : null;
}

/** A layer of which the arguments matter is one only where they are known. */
function isLayer({ name }: TorchValue, hasOwnInit: boolean): boolean {
  const effect = moduleNamed(name)?.effect;
  return effect !== undefined && effect !== null && !(hasOwnInit && detailsOf(effect, 'activates'));
}
