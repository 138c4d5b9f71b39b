import { scalarTypeName } from '../../../tensor/dtypeNames';
import { typeError, valueError } from '../../values/pythonError';
import { Callable, isNumber, PyDict, PyList, PyTuple, type Value } from '../../values/values';
import type { ModuleHost } from '../nn/moduleMethods';
import { refused } from '../refused';
import { Signature } from '../signature';
import { reprOf } from '../tensor/repr';
import { itemsIn } from '../tensor/tensorsIn';
import { TorchTensor } from '../tensor/torchTensor';
import { Optimizer } from './optimizer';
import { adagrad, adam, type Rule, rmsprop, sgd } from './rules';

interface Row {
  readonly rule: Rule;
  /** Settings in the order of the constructor; those behind `keywords` go by their names alone. */
  readonly settings: Readonly<Record<string, Value>>;
  readonly keywords: string;
  /** Settings of a group that the constructor does not take. */
  readonly fixed?: Readonly<Record<string, Value>>;
}

const betas = new PyTuple([0.9, 0.999]);
const adamSettings = { lr: 0.001, betas, eps: 1e-8, weight_decay: 0n, amsgrad: false };
const adamKeywords = 'foreach maximize capturable differentiable fused';

const rows: Readonly<Record<string, Row>> = {
  SGD: {
    rule: sgd,
    settings: { lr: 0.001, momentum: 0n, dampening: 0n, weight_decay: 0n, nesterov: false },
    keywords: 'maximize foreach differentiable fused',
  },
  Adam: {
    rule: adam,
    settings: adamSettings,
    keywords: adamKeywords,
    fixed: { decoupled_weight_decay: false },
  },
  AdamW: {
    rule: adam,
    settings: { ...adamSettings, weight_decay: 0.01 },
    keywords: adamKeywords,
    fixed: { decoupled_weight_decay: true },
  },
  RMSprop: {
    rule: rmsprop,
    settings: { lr: 0.01, alpha: 0.99, eps: 1e-8, weight_decay: 0n, momentum: 0n, centered: false },
    keywords: 'capturable foreach maximize differentiable',
  },
  Adagrad: {
    rule: adagrad,
    settings: { lr: 0.01, lr_decay: 0n, weight_decay: 0n, initial_accumulator_value: 0n, eps: 1e-10 },
    keywords: 'foreach maximize differentiable fused',
  },
};

/** Names of the classes of `torch.optim` that are evaluated. */
export const optimizerNames: readonly string[] = Object.keys(rows);

/** A class of `torch.optim`. */
export function optimizerClass(host: ModuleHost, name: string): Callable {
  const { rule, settings, keywords, fixed = {} } = rows[name];
  const names = keywords.split(' ');
  const parameters = [
    'params',
    ...Object.keys(settings).map((key) => `${key}=`),
    '*',
    ...names.map((key) => `${key}=`),
  ];
  const signature = new Signature(`${name}.__init__`, parameters.join(', '), 'python');
  const isFlag = (key: string) => key !== 'foreach' && key !== 'fused';
  const usual = { ...settings, ...Object.fromEntries(names.map((key) => [key, isFlag(key) ? false : null])) };
  return new Callable(
    name,
    (args) => {
      const bound = signature.bind(args);
      const given = new Map(
        Object.entries(usual).map(([key, otherwise]): [string, Value] => [key, bound.get(key) ?? otherwise]),
      );
      for (const [key, value] of Object.entries(fixed)) given.set(key, value);
      check(name, given);
      const groups = groupsOf(bound.get('params') ?? null).map((group) => completed(group, given));
      for (const group of groups) checkLeaves(group);
      return new Optimizer(name, host, new PyList(groups), rule);
    },
    'type',
  );
}

/** Settings that PyTorch refuses. */
function check(name: string, settings: ReadonlyMap<string, Value>): void {
  const words: Readonly<Record<string, string>> = {
    lr: 'learning rate',
    momentum: 'momentum value',
    weight_decay: 'weight_decay value',
    eps: 'epsilon value',
  };
  for (const [key, label] of Object.entries(words)) {
    const value = settings.get(key) ?? 0n;
    if (!isNumber(value)) throw refused(`torch.optim.${name}`);
    if (Number(value) < 0) throw valueError(`Invalid ${label}: ${reprOf(value)}`);
  }
  const isNesterov = settings.get('nesterov') === true;
  if (isNesterov && (Number(settings.get('momentum')) <= 0 || Number(settings.get('dampening')) !== 0))
    throw valueError('Nesterov momentum requires a momentum and zero dampening');
  const isOther = name === 'RMSprop' && Number(settings.get('momentum')) !== 0;
  if (isOther || Number(settings.get('initial_accumulator_value') ?? 0n) !== 0)
    throw refused(`torch.optim.${name}`);
}

/** Groups as they are given: tensors alone are one group. */
function groupsOf(params: Value): readonly PyDict[] {
  if (params instanceof TorchTensor) {
    throw typeError(
      `params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.${scalarTypeName(params.dtype)}Tensor`,
    );
  }
  const items = itemsIn(params);
  if (items === null) throw refused('torch.optim');
  if (items.length === 0) throw valueError('optimizer got an empty parameter list');
  if (items.every((item) => item instanceof PyDict)) return items as PyDict[];
  const group = new PyDict();
  group.set('params', new PyList([...items]));
  return [group];
}

/** A group with the settings that it does not say itself. */
function completed(group: PyDict, settings: ReadonlyMap<string, Value>): PyDict {
  const params = group.get('params') ?? null;
  const items = params instanceof TorchTensor ? [params] : itemsIn(params);
  if (items === null) throw refused('torch.optim');
  const made = new PyDict();
  for (const [key, value] of group.entries) made.set(key, value);
  made.set('params', new PyList([...items]));
  for (const [key, value] of settings) if (made.get(key) === undefined) made.set(key, value);
  return made;
}

function checkLeaves(group: PyDict): void {
  const params = group.get('params');
  for (const item of params instanceof PyList ? params.items : []) {
    if (!(item instanceof TorchTensor)) throw refused('torch.optim');
    if (item.node !== null && !item.retainsGrad) throw valueError("can't optimize a non-leaf Tensor");
  }
}
