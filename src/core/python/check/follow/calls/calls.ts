import type { Call, CallArgument } from '../../../syntax/ast';
import { applyModule } from '../../effects/applyModule';
import { callTorch } from '../../effects/callTorch';
import { isTensorMethod } from '../../effects/operations';
import type { CallSite } from '../../values/callSite';
import { alternativesOf, choose, possible, tagged } from '../../values/choice';
import { tensorsOf } from '../../values/trail';
import {
  type Alternative,
  type GivenArgument,
  type InstanceValue,
  type Single,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { both, type When } from '../../values/when';
import { attributeOf } from '../attributes';
import { inEach } from '../inEach';
import type { Interpreter } from '../interpreter';
import { accepts } from './acceptance';
import { callParser } from './argumentParser';
import { callBuiltin } from './builtins';
import { instantiate, isModuleClass, memberOf, selfArgument } from './classes';
import { callFunction } from './functions';
import { applyLoss, applyLosses, lossOf } from './losses';
import { callMethod } from './methods';
import { callRemote } from './remote';
import { followSpawned } from './spawned';
import { callStandard } from './standardCalls';
import { followTrainer } from './trainers';

/** The value of a call in the text. */
export function evaluateCall(run: Interpreter, node: Call): Value {
  const callee = calleeOf(run, node);
  const args = node.args.flatMap((argument) => expanded(given(run, argument)));
  const { callee: target } = node;
  const word = target.type === 'attribute' ? { from: target.nameFrom, to: target.to } : target;
  const site: CallSite = {
    path: run.frame.path,
    from: node.from,
    to: node.to,
    word: run.place(word),
    written: run.report.textOf(run.place(target)),
  };
  return run.here(call(run, callee, args, site));
}

function given(run: Interpreter, { name, stars, value }: CallArgument): GivenArgument {
  return { path: run.frame.path, from: value.from, to: value.to, name, stars, value: run.evaluate(value) };
}

/** `**options` as the arguments that it stands for, when they are all known. */
function expanded(argument: GivenArgument): readonly GivenArgument[] {
  const { stars, value } = argument;
  if (stars !== 2 || value.type !== 'dict' || value.cells.has('rest')) return [argument];
  return [...value.cells].map(([key, one]) => ({
    ...argument,
    name: key.slice(2),
    stars: 0 as const,
    value: one,
  }));
}

/** A method of something unknown is one of tensors when it is called like one. */
function calleeOf(run: Interpreter, { callee }: Call): Value {
  if (callee.type !== 'attribute') return run.evaluate(callee);
  const object = run.evaluate(callee.object);
  const word = { ...run.place(callee), from: callee.nameFrom };
  if (object.type === 'unknown' && isTensorMethod(callee.name)) {
    return { type: 'method', object, name: callee.name, word };
  }
  return attributeOf(run, object, callee.name, word);
}

/** Calls each of the values that `callee` may be. */
export function call(run: Interpreter, callee: Value, args: readonly GivenArgument[], site: CallSite): Value {
  if (callee.type !== 'choice') return callSingle(run, callee, args, site);
  // What cannot be called is no alternative: the program would stop there.
  const callable = callee.alternatives.filter(
    ({ value }) => value.type !== 'constant' && accepts(value, args),
  );
  const losses = callable.filter(({ value }) => lossOf(value) !== null);
  if (losses.length > 0) {
    const all = possible({ type: 'choice', alternatives: callable }, run.path);
    const computed = applyLosses(run, all, args, site);
    const others = callable.filter((one) => !losses.includes(one));
    if (others.length === 0) return computed;
    return choose([...alternativesOf(computed), ...alternativesOf(callEach(run, others, args, site))]);
  }
  const called: Value = { type: 'choice', alternatives: callable };
  if (callable.every(({ value }) => value.type === 'method'))
    return inEach(run, called, (single) => callSingle(run, single, args, site));
  return callEach(run, callable, args, site);
}

function callEach(
  run: Interpreter,
  callable: readonly Alternative[],
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const results = possible({ type: 'choice', alternatives: callable }, run.path).flatMap((one) => {
    const value = onPath(run, one.when, () => callSingle(run, one.value, args, site));
    const isOneModel = callable.length > 1 && isModel(one.value) && !isInForward(run);
    const told = isOneModel ? ofModel(value, one.value) : value;
    return tagged(told, one.when).map((result) => ({ ...result, model: result.model ?? one.model }));
  });
  return choose(results);
}

/** What is called under a condition sees what else there is then. */
function onPath(run: Interpreter, when: When, step: () => Value): Value {
  const { path } = run;
  run.path = both(path, when) ?? path;
  const result = step();
  run.path = path;
  return result;
}

/** What a module calls in its `forward` is a part of it: of several parts, none is the model. */
function isInForward({ frame: { owner, name } }: Interpreter): boolean {
  return owner !== null && isModuleClass(owner) && name.endsWith('.forward');
}

export function isModel(value: Single): value is InstanceValue {
  return value.type === 'instance' && isModuleClass(value.of);
}

function ofModel(value: Value, model: InstanceValue): Value {
  const alternatives =
    value.type === 'choice' ? value.alternatives : [{ value, when: new Map(), model: null }];
  return { type: 'choice', alternatives: alternatives.map((one) => ({ ...one, model: one.model ?? model })) };
}

function callSingle(run: Interpreter, callee: Single, args: readonly GivenArgument[], site: CallSite): Value {
  switch (callee.type) {
    case 'function':
      return callFunction(run, callee, args, null);
    case 'bound':
      return callBound(run, callee.target, [...callee.args, ...args], site);
    case 'class':
      return instantiate(run, callee, args, site);
    case 'instance':
      return callInstance(run, callee, args, site);
    case 'torch':
      return applyModule(run, callee, args, site);
    case 'loss':
      return applyLoss(run, callee, args, site);
    case 'method':
      return callMethod(run, callee, args, site);
    case 'extern':
      return callExtern(run, callee.path, args, site);
    case 'unknown':
      for (const { value } of args) for (const one of tensorsOf(value)) run.report.requireGrad(one);
      return resultOfUnknown(run, callee.symbol, args);
    default:
      return unknown;
  }
}

function callBound(run: Interpreter, target: Value, args: readonly GivenArgument[], site: CallSite): Value {
  if (target.type === 'function') return callFunction(run, target, args, args[0]?.value ?? null);
  return call(run, target, args, site);
}

/** Methods that give back what they get, models in the same place: `accelerator.prepare(model, optimizer)`, `fabric.setup(model)`. */
const handingBack = /\.(prepare|setup|setup_module)$/;

export function isNetwork(value: Value): boolean {
  return value.type === 'torch' || (value.type === 'instance' && isModuleClass(value.of));
}

/** A pure call of something unknown gives the same quantity each time; any other gives a new one. */
function resultOfUnknown(run: Interpreter, symbol: string | null, args: readonly GivenArgument[]): Value {
  if (symbol !== null && handingBack.test(symbol) && args.some(({ value }) => isNetwork(value)))
    return args.length === 1 ? args[0].value : tuple(args.map(({ value }) => value));
  const parsed = symbol === null ? null : callParser(run, symbol, args);
  if (parsed) return parsed;
  if (symbol === null) return { type: 'unknown', symbol: `$${run.id()}` };
  const words = args.map(({ value }) => (value.type === 'constant' ? String(value.value) : null));
  return words.every((word) => word !== null) && words.length > 0
    ? { type: 'unknown', symbol: `${symbol}(${words.join(',')})` }
    : { type: 'unknown', symbol: `$${run.id()}` };
}

function callInstance(
  run: Interpreter,
  callee: InstanceValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const own = callee.cells.get('forward');
  if (own !== undefined) return call(run, own, args, site);
  const self = selfArgument(callee, site);
  const direct = memberOf(callee.of, '__call__').value;
  const forward = isModuleClass(callee.of) ? memberOf(callee.of, 'forward').value : null;
  const method = direct ?? forward;
  if (method?.type === 'function') return callFunction(run, method, [self, ...args], callee);
  if (callee.base) return callSingle(run, callee.base, args, site);
  return unknown;
}

function callExtern(run: Interpreter, path: string, args: readonly GivenArgument[], site: CallSite): Value {
  if (path.startsWith('builtins.')) return callBuiltin(run, path.slice('builtins.'.length), args, site);
  followTrainer(run, path, args, site);
  followSpawned(run, path, args, site);
  return (
    callStandard(run, path, args) ??
    callRemote(run, path, args, site) ??
    callTorch(run, path, args, site) ??
    callSingle(run, unknown, args, site)
  );
}
