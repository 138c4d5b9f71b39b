import { moduleNamed } from '../../torch/modules';
import type { Interpreter } from '../follow/interpreter';
import { separate } from '../follow/memory';
import type { CallSite } from '../values/callSite';
import { choose, forEach, tagged } from '../values/choice';
import { unknownTensor } from '../values/tensorValue';
import { type GivenArgument, type Single, type TorchValue, unknown, type Value } from '../values/value';
import { always } from '../values/when';
import { Given } from './given';
import { applyHandedBack, isHandedBack } from './models/handedBack';
import { applyOfLibrary, isOfLibrary } from './models/libraryModels';
import { interpret } from './words';

/** A module of torch called on a tensor. */
export function applyModule(
  run: Interpreter,
  module: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const input = args[0]?.value ?? unknown;
  if (module.cells.has('forward')) return unknown;
  if (module.name === 'Sequential') return applyChildren(run, module, args, site);
  if (isHandedBack(module)) return applyHandedBack(run, module, args, site);
  if (isOfLibrary(module)) return applyOfLibrary(run, module, args, site);
  return forEach(input, run.path, (single) => applyTo(run, module, single, args[0], site));
}

function applyChildren(
  run: Interpreter,
  module: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const children = module.cells.get('children');
  if (children?.type !== 'tuple') return unknown;
  const apply = (value: Value, child: Value) =>
    run.call(child, [{ ...site, name: null, stars: 0, value }], site);
  let value: Value = args[0]?.value ?? unknown;
  for (const child of children.items) value = apply(value, child);
  if (children.rest !== null) {
    const { rest } = children;
    value = choose([...tagged(value, always), ...tagged(apply(value, rest), always)]);
  }
  for (const child of children.tail) value = apply(value, child);
  return value;
}

function applyTo(
  run: Interpreter,
  module: TorchValue,
  subject: Single,
  operand: GivenArgument | undefined,
  site: CallSite,
): Value {
  const { name, args } = module;
  const row = moduleNamed(name);
  const x = subject.type === 'tensor' ? subject : unknownTensor;
  if (!row || row.effect === null) return unknown;
  const given = new Given(row.signature, args);
  const applied = { run, name, subject, x, given, operand: operand ?? null, site, module };
  const result = interpret(row.effect, applied);
  return name === 'Identity' ? result : separate(result);
}
