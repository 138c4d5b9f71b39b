import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import { moduleNamed } from '../../torch/modules';
import type { Interpreter } from '../follow/interpreter';
import { separate } from '../follow/memory';
import type { CallSite } from '../values/callSite';
import { choose, forEach, tagged } from '../values/choice';
import { type TensorValue, tensor, unknownTensor } from '../values/tensorValue';
import { addStep } from '../values/trail';
import { type GivenArgument, type Single, type TorchValue, unknown, type Value } from '../values/value';
import { always } from '../values/when';
import { Given } from './given';
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
  if (module.name === 'wrapped') return run.call(module.cells.get('module') ?? unknown, args, site);
  if (module.name === 'backbone') return applyBackbone(run, module, args, site);
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

/** A model of a library: its last layer is linear unless the program replaced something in it. */
function applyBackbone(
  run: Interpreter,
  module: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const head = [...heads].map((name) => module.cells.get(name)).find((value) => value !== undefined);
  const replaced = head ?? module.cells.get('replaced');
  const features = scoresOf(module, unknownTensor);
  if (replaced === undefined) return features;
  return run.call(replaced, [{ ...site, name: null, stars: 0, value: features }], { ...site, ...args[0] });
}

const heads = ['fc', 'classifier', 'head', 'heads', 'last_linear', '_fc'];

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
  if (name === 'GraphConv') return scoresOf(module, x);
  if (!row || row.effect === null) return unknown;
  const given = new Given(row.signature, args);
  const applied = { run, name, subject: x, x, given, operand: operand ?? null, site, module };
  const result = interpret(row.effect, applied);
  return name === 'Identity' ? result : separate(result);
}

/** Raw scores of a model or a layer of another library. */
function scoresOf({ name, written, path, from, to }: TorchValue, x: TensorValue): TensorValue {
  const isBackbone = name === 'backbone';
  const told = isBackbone
    ? l10n.t('`{0}` returns raw scores', codeInWords(written))
    : l10n.t('`nn.{0}` makes raw scores', name);
  const { rank, minRank } = x;
  const trail = addStep(null, { path, from, to }, told);
  return tensor(
    { rank, minRank, dtype: 'float', isLastAxisClasses: isBackbone, isUnbounded: isBackbone, trail },
    'scores',
  );
}
