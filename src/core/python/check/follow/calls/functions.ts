import * as l10n from '../../../../l10n';
import type { FunctionDefinition, Lambda, Parameter } from '../../../syntax/ast';
import { alternativesOf, choose } from '../../values/choice';
import { withStep } from '../../values/trail';
import {
  type Cells,
  type DictValue,
  type FunctionValue,
  type GivenArgument,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import type { Frame, Interpreter } from '../interpreter';
import { elementsOf } from '../iterate';

/** How often one function may be inside of itself. */
const mostRecursion = 2;

export function functionValue(run: Interpreter, definition: FunctionDefinition): FunctionValue {
  const words = definition.decorators.map((decorator) => (decorator.type === 'name' ? decorator.id : ''));
  const has = (word: string) => words.some((written) => written.split('.').at(-1) === word);
  const binding = has('staticmethod')
    ? 'static'
    : has('classmethod')
      ? 'class'
      : has('property') || has('cached_property')
        ? 'property'
        : 'plain';
  const { owner, path, scopes } = run.frame;
  const isMethod = owner !== null && scopes[0] === owner.cells;
  const value: FunctionValue = {
    type: 'function',
    definition,
    name: isMethod ? `${owner.definition.name}.${definition.name}` : definition.name,
    path,
    scopes: isMethod ? scopes.slice(1) : scopes,
    defaults: defaultsOf(run, definition.parameters),
    owner: isMethod ? owner : null,
    binding,
    isWrapped: false,
  };
  run.defined.set(definition, value);
  return value;
}

export function lambdaValue(run: Interpreter, definition: Lambda): FunctionValue {
  const { path, scopes } = run.frame;
  return {
    type: 'function',
    definition,
    name: 'lambda',
    path,
    scopes,
    defaults: defaultsOf(run, definition.parameters),
    owner: null,
    binding: 'plain',
    isWrapped: false,
  };
}

function defaultsOf(run: Interpreter, parameters: readonly Parameter[]): ReadonlyMap<string, Value> {
  return new Map(
    parameters.flatMap(({ name, value }) => (value ? [[name, run.evaluate(value)] as const] : [])),
  );
}

/** Calls a function of the program. `self` is given as the first of `args` for methods. */
export function callFunction(
  run: Interpreter,
  target: FunctionValue,
  args: readonly GivenArgument[],
  self: Value | null,
): Value {
  const { definition } = target;
  if (run.active.filter((one) => one === definition).length >= mostRecursion) return unknown;
  const { cells: scope } = run.heap.adopt({ cells: bind(run, target, args) });
  const frame: Frame = {
    path: target.path,
    scopes: [scope, ...target.scopes],
    name: target.name,
    owner: target.owner,
    self,
    outerNames: new Set(),
    returns: [],
    yields: [],
    isLive: true,
  };
  run.active.push(definition);
  let body: Value = unknown;
  const returned = run.inFrame(frame, () => {
    if (definition.type === 'lambda') body = run.evaluate(definition.body);
    else {
      run.followed.add(definition);
      run.execute(definition.body);
    }
  });
  run.active.pop();
  if (returned === null || run.isExhausted) return unknown;
  if (definition.type === 'lambda') return body;
  if (target.isWrapped) return unknown;
  if (!definition.isGenerator) return returned;
  return tuple([], choose(frame.yields.flatMap(alternativesOf)));
}

/** The scope of a call: parameters with their arguments, defaults, or nothing known. */
function bind(run: Interpreter, target: FunctionValue, args: readonly GivenArgument[]): Cells {
  const scope: Cells = new Map();
  const { parameters } = target.definition;
  const positional = positionalOf(run, args);
  const keywords = new Map(
    args.flatMap(({ name, value }) => (name === null ? [] : [[name, value] as const])),
  );
  const isOpen = args.some(({ stars }) => stars === 2);
  for (const given of args) {
    if (given.stars !== 2 || given.value.type !== 'dict') continue;
    for (const [key, value] of given.value.cells) if (key.startsWith('s:')) keywords.set(key.slice(2), value);
  }
  let next = 0;
  for (const parameter of parameters) {
    const { name, stars, isKeywordOnly } = parameter;
    if (stars === 2) {
      const cells: Cells = new Map([
        ...[...keywords].map(([key, value]) => [`s:${key}`, value] as const),
        ...(isOpen ? [['rest', unknown] as const] : []),
      ]);
      scope.set(name, run.heap.adopt<DictValue>({ type: 'dict', cells }));
    } else if (stars === 1) {
      scope.set(name, tuple(positional.items.slice(next), positional.rest));
      next = positional.items.length;
    } else {
      const given = keywords.get(name);
      const byPosition = isKeywordOnly ? undefined : (positional.items[next] ?? positional.rest ?? undefined);
      if (given === undefined && !isKeywordOnly && next < positional.items.length) next++;
      keywords.delete(name);
      const written = given ?? byPosition;
      const value =
        (written && givenFor(parameter, written)) ??
        (isOpen ? unknown : target.defaults.get(name)) ??
        unknown;
      scope.set(
        name,
        withStep(value, { path: target.path, from: target.definition.from, to: target.definition.from }, () =>
          l10n.t('argument `{0}` of `{1}`', name, target.name),
        ),
      );
    }
  }
  return scope;
}

/** What is given for a parameter that is None by default is not None. */
function givenFor({ value: byDefault }: Parameter, value: Value): Value {
  const isOptional = byDefault?.type === 'constant' && byDefault.value === null;
  return isOptional && value.type === 'unknown' && value.isGiven === undefined
    ? { ...value, isGiven: true }
    : value;
}

function positionalOf(run: Interpreter, args: readonly GivenArgument[]) {
  const items: Value[] = [];
  let rest: Value | null = null;
  for (const { name, stars, value } of args) {
    if (name !== null || stars === 2) continue;
    if (stars === 1) {
      const elements = elementsOf(run, value);
      if (rest === null) items.push(...elements.items);
      rest = rest ?? elements.rest;
    } else if (rest === null) items.push(value);
  }
  return { items, rest };
}
