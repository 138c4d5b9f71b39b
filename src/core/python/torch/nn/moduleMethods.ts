import * as l10n from '../../../l10n';
import type { DType } from '../../../tensor/dtype';
import { isFloatingPoint } from '../../../tensor/dtype';
import { OrderedDict } from '../../values/dictionaries';
import { PyIterator } from '../../values/iterables';
import { NotEvaluated } from '../../values/pythonError';
import { type Args, Callable, DeviceValue, PyDict, PyTuple, type Value } from '../../values/values';
import { cast, detached } from '../kernels/casts';
import { type Bound, Signature, toDType } from '../signature';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { loadState } from './loadState';
import {
  childrenOf,
  isModule,
  type Module,
  namedInTree,
  namedModules,
  ownBuffers,
  ownParameters,
  stateOf,
} from './moduleTree';

/** What modules need from the run. */
export interface ModuleHost {
  readonly context: TorchContext;
  /** Calls a value of any kind, also one of the snippet. */
  readonly call: (callee: Value, args: Args) => Value;
}

type Method = (host: ModuleHost, self: Module, args: Bound) => Value;

const row = (parameters: string, run: Method) => ({ parameters, run });

/** Its items come one by one, as those of a generator. */
function generated(items: readonly Value[], self: Module): PyIterator {
  return new PyIterator('generator', items.values(), () => [self, ...items]);
}

function pairs(named: readonly (readonly [string, Value])[], self: Module): PyIterator {
  return generated(
    named.map((pair) => new PyTuple(pair)),
    self,
  );
}

/** Tensors of the tree, or of the module alone with `recurse=False`. */
function tensorsOf(self: Module, args: Bound, own: typeof ownParameters) {
  if (args.has('prefix')) throw new NotEvaluated(l10n.t('{0}(…) with {1}=', 'named_parameters', 'prefix'));
  return args.bool('recurse', true) ? namedInTree(self, own) : own(self);
}

function setTraining(self: Module, isTraining: boolean): Module {
  for (const [, module] of namedModules(self)) module.attributes.set('training', isTraining);
  return self;
}

/** Parameters and buffers of floating point in another dtype; they stay the same objects. */
function castTo(context: TorchContext, self: Module, dtype: DType | null): Module {
  if (dtype === null) return self;
  for (const [, tensor] of stateOf(self)) {
    if (isFloatingPoint(tensor.dtype) && tensor.dtype !== dtype)
      tensor.lookAt(cast(context, detached(tensor), dtype));
  }
  return self;
}

function moved(host: ModuleHost, self: Module, args: Bound): Module {
  const others = args.get('others');
  const given = [...(others instanceof PyTuple ? others.items : []), args.get('device'), args.get('dtype')];
  const dtypes = given.map((one = null) => {
    if (one === null || one === 'cpu' || one instanceof DeviceValue || typeof one === 'boolean') return null;
    const dtype = typeof one === 'string' ? null : toDType(one);
    if (dtype === null) throw new NotEvaluated(l10n.t('{0}(…) of this', '.to'));
    return dtype;
  });
  return castTo(host.context, self, dtypes.find((one) => one !== null) ?? null);
}

/** `register_buffer`, `register_parameter`, `add_module` */
function registered(kind: 'buffer' | 'parameter' | 'module'): Method {
  return (_, self, args) => {
    const name = args.get('name') ?? null;
    const value = args.get('value') ?? null;
    const isFitting =
      value === null ||
      (kind === 'module'
        ? isModule(value)
        : value instanceof TorchTensor && (kind === 'buffer' || value.isParameter));
    if (typeof name !== 'string' || !isFitting || args.get('persistent') === false)
      throw new NotEvaluated(`register_${kind}(…)`);
    self.attributes.set(name, value);
    if (kind === 'buffer') self.buffers.add(name);
    return null;
  };
}

function applied(host: ModuleHost, self: Module, callee: Value): Module {
  for (const [, child] of childrenOf(self)) applied(host, child, callee);
  host.call(callee, { positional: [self], named: new Map() });
  return self;
}

/** Methods of every module, with their parameters. */
const methods: Readonly<Record<string, { readonly parameters: string; readonly run: Method }>> = {
  parameters: row('recurse=', (_, self, args) =>
    generated(
      tensorsOf(self, args, ownParameters).map(([, tensor]) => tensor),
      self,
    ),
  ),
  named_parameters: row('prefix=, recurse=', (_, self, args) =>
    pairs(tensorsOf(self, args, ownParameters), self),
  ),
  buffers: row('recurse=', (_, self, args) =>
    generated(
      tensorsOf(self, args, ownBuffers).map(([, tensor]) => tensor),
      self,
    ),
  ),
  named_buffers: row('prefix=, recurse=', (_, self, args) => pairs(tensorsOf(self, args, ownBuffers), self)),
  children: row('', (_, self) =>
    generated(
      childrenOf(self).map(([, child]) => child),
      self,
    ),
  ),
  named_children: row('', (_, self) => pairs(childrenOf(self), self)),
  modules: row('', (_, self) =>
    generated(
      namedModules(self).map(([, module]) => module),
      self,
    ),
  ),
  named_modules: row('', (_, self) => pairs(namedModules(self), self)),
  state_dict: row('', (_, self) => {
    const state = new OrderedDict();
    for (const [name, tensor] of stateOf(self)) state.set(name, detached(tensor));
    return state;
  }),
  load_state_dict: row('state_dict, strict=, assign=', ({ context }, self, args) => {
    const state = args.get('state_dict') ?? null;
    if (!(state instanceof PyDict) || args.get('assign') === true)
      throw new NotEvaluated('load_state_dict(…)');
    return loadState(context, self, state, args.bool('strict', true));
  }),
  train: row('mode=', (_, self, args) => setTraining(self, args.bool('mode', true))),
  eval: row('', (_, self) => setTraining(self, false)),
  to: row('*others, *, device=, dtype=, non_blocking=', moved),
  cpu: row('', (_, self) => self),
  float: row('', ({ context }, self) => castTo(context, self, 'float32')),
  double: row('', ({ context }, self) => castTo(context, self, 'float64')),
  half: row('', ({ context }, self) => castTo(context, self, 'float16')),
  bfloat16: row('', ({ context }, self) => castTo(context, self, 'bfloat16')),
  zero_grad: row('set_to_none=', (_, self, args) => {
    if (args.get('set_to_none') === false) throw new NotEvaluated('zero_grad(set_to_none=False)');
    for (const [, parameter] of namedInTree(self, ownParameters)) {
      parameter.grad = null;
      parameter.isGradUnknown = false;
    }
    return null;
  }),
  requires_grad_: row('requires_grad=', (_, self, args) => {
    for (const [, parameter] of namedInTree(self, ownParameters))
      parameter.requiresGrad = args.bool('requires_grad', true);
    return self;
  }),
  apply: row('fn', (host, self, args) => applied(host, self, args.get('fn') ?? null)),
  register_buffer: row('name, value, persistent=', registered('buffer')),
  register_parameter: row('name, value', registered('parameter')),
  register_module: row('name, value', registered('module')),
  add_module: row('name, value', registered('module')),
  extra_repr: row('', () => ''),
};

/** A method that every module has; undefined for other names. */
export function moduleMethod(host: ModuleHost, self: Module, name: string): Callable | undefined {
  if (!Object.hasOwn(methods, name)) return undefined;
  const { parameters, run } = methods[name];
  const signature = new Signature(`Module.${name}`, parameters, 'python');
  const method = new Callable(name, (args) => run(host, self, signature.bind(args)), 'method');
  method.self = self;
  return method;
}
