import { NativeObject } from '../../values/nativeObject';
import { NotEvaluated } from '../../values/pythonError';
import { type Args, Callable, isNumber, PyDict, PyList, PyTuple, type Value } from '../../values/values';
import { overwrite } from '../kernels/overwrite';
import type { ModuleHost } from '../nn/moduleMethods';
import { refused } from '../refused';
import { Signature } from '../signature';
import { reprOf } from '../tensor/repr';
import { TorchTensor } from '../tensor/torchTensor';
import { withoutGrad } from '../tensor/withoutGrad';
import { type Kept, type Rule, roundOf, type Settings } from './rules';

const zeroGrad = new Signature('Optimizer.zero_grad', 'set_to_none=', 'python');

/** `torch.optim.SGD(…)` and its kin: groups of parameters, each with its settings, and what they keep between steps. */
export class Optimizer extends NativeObject {
  private readonly kept = new Map<TorchTensor, Kept>();
  /** Steps that were made. */
  stepCount = 0;

  constructor(
    readonly typeName: string,
    private readonly host: ModuleHost,
    /** Dictionaries that the snippet may change. */
    readonly groups: PyList,
    private readonly rule: Rule,
  ) {
    super();
  }

  override get held(): readonly Value[] {
    return [this.groups];
  }

  /** The dictionaries of the groups. */
  get dicts(): readonly PyDict[] {
    return this.groups.items.map((group) => {
      if (group instanceof PyDict) return group;
      throw refused('param_groups');
    });
  }

  override get text(): string {
    const groups = this.dicts.map((group, i) => {
      const settings = group.entries
        .map(([name, value]) => [String(name), value] as const)
        .filter(([name]) => name !== 'params')
        .sort(([a], [b]) => (a < b ? -1 : 1));
      const lines = settings.map(([name, value]) => `    ${name}: ${reprOf(value)}`);
      return `Parameter Group ${i}\n${lines.join('\n')}`;
    });
    return `${this.typeName} (\n${groups.join('\n\n')}\n)`;
  }

  member(name: string): Value | undefined {
    if (name === 'param_groups') return this.groups;
    if (name === 'zero_grad') return new Callable(name, (args) => this.zeroGrad(args));
    if (name === 'step') return new Callable(name, (args) => this.step(args));
    return undefined;
  }

  private zeroGrad(args: Args): null {
    if (zeroGrad.bind(args).get('set_to_none') === false)
      throw new NotEvaluated('zero_grad(set_to_none=False)');
    for (const group of this.dicts) {
      for (const parameter of parametersOf(group)) {
        parameter.grad = null;
        parameter.isGradUnknown = false;
      }
    }
    return null;
  }

  private step({ positional, named }: Args): Value {
    const closure = positional[0] ?? named.get('closure') ?? null;
    const loss = closure === null ? null : this.host.call(closure, { positional: [], named: new Map() });
    for (const group of this.dicts) for (const parameter of parametersOf(group)) this.move(parameter, group);
    this.stepCount++;
    return loss;
  }

  private move(parameter: TorchTensor, group: PyDict): void {
    const { context } = this.host;
    if (!context.areGradsKnown || parameter.isGradUnknown) throw refused('.step');
    if (parameter.grad === null) return;
    const kept = this.kept.get(parameter) ?? { step: 0, buffers: new Map<string, Float64Array>() };
    const settings = settingsOf(group);
    const grad = parameter.grad.dense().data;
    const given = settings.flag('maximize') ? grad.map((g) => -g) : grad;
    const { dtype } = parameter;
    if (dtype !== 'float32' && dtype !== 'float64') throw refused('.step');
    const moved = this.rule(parameter.dense().data, given, kept, settings, roundOf(dtype));
    this.kept.set(parameter, kept);
    withoutGrad(context, () => overwrite(context, parameter, () => moved));
  }
}

/** The parameters of a group. */
export function parametersOf(group: PyDict): readonly TorchTensor[] {
  const list = group.get('params') ?? null;
  const items = list instanceof PyList ? list.items : [];
  if (items.every((item) => item instanceof TorchTensor)) return items as TorchTensor[];
  throw refused('param_groups');
}

function settingsOf(group: PyDict): Settings {
  const numberOf = (value: Value | undefined): number => {
    if (isNumber(value ?? null)) return Number(value);
    throw refused('.step');
  };
  const betas = group.get('betas');
  const [first, second] = betas instanceof PyTuple || betas instanceof PyList ? betas.items : [0, 0];
  if (group.get('amsgrad') === true || group.get('centered') === true) throw refused('.step');
  return {
    number: (name) => numberOf(group.get(name)),
    flag: (name) => group.get(name) === true,
    betas: [numberOf(first), numberOf(second)],
  };
}
