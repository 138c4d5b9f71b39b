import * as l10n from '../../../l10n';
import { indexError, NotEvaluated, typeError } from '../../values/pythonError';
import {
  type Args,
  Callable,
  ModuleInstance,
  PyDict,
  PyList,
  PySlice,
  PyTuple,
  typeNameOf,
  type Value,
} from '../../values/values';
import type { ModuleHost } from './moduleMethods';
import { isModule } from './moduleTree';

type Entry = readonly [name: string, module: Value];

/** `nn.Sequential`, `nn.ModuleList` or `nn.ModuleDict`: a module that is made of others. */
export class ModuleContainer extends ModuleInstance {
  constructor(
    private readonly host: ModuleHost,
    name: string,
    entries: readonly Entry[],
  ) {
    const attributes = new Map(entries.map(([key, module]) => [key, checked(module)]));
    super(name, '', (args) => forward(host, name, modulesIn(attributes), args), attributes);
  }

  /** In order, also those that it holds twice. */
  get modules(): readonly Value[] {
    return this.entries.map(([, module]) => module);
  }

  /** What Python goes through: the names of a dictionary, else the modules. */
  get items(): readonly Value[] {
    return this.isDict ? this.entries.map(([name]) => name) : this.modules;
  }

  private get isDict(): boolean {
    return this.typeName === 'ModuleDict';
  }

  private get entries(): readonly Entry[] {
    return [...this.attributes].filter(([, value]) => isModule(value));
  }

  /** `container[index]` */
  at(index: Value): Value {
    if (this.isDict) return this.named(index);
    if (typeof index === 'bigint') {
      const { modules } = this;
      const at = Number(index);
      if (at >= modules.length || at < -modules.length) throw indexError(`index ${at} is out of range`);
      return modules[at < 0 ? at + modules.length : at];
    }
    const isPlain = index instanceof PySlice && (index.step ?? 1n) === 1n;
    if (!isPlain) throw new NotEvaluated(l10n.t('this index of a {0}', this.typeName));
    const [from, to] = [index.lower, index.upper].map((bound) =>
      bound === null ? undefined : Number(bound),
    );
    const picked = this.entries.slice(from, to);
    // A sequence keeps the names of its parts, a list counts them anew.
    const isList = this.typeName === 'ModuleList';
    return new ModuleContainer(
      this.host,
      this.typeName,
      isList ? numbered(picked.map(([, one]) => one)) : picked,
    );
  }

  private named(name: Value): Value {
    const module = typeof name === 'string' ? this.attributes.get(name) : undefined;
    if (module !== undefined && isModule(module)) return module;
    throw new NotEvaluated(l10n.t('this index of a {0}', this.typeName));
  }

  /** A method besides those that every module has; undefined for other names. */
  method(name: string): Callable | undefined {
    const add = (module: Value) => this.attributes.set(`${this.modules.length}`, checked(module));
    const ofDicts: Readonly<Record<string, () => Value>> = {
      keys: () => new PyList([...this.items]),
      values: () => new PyList([...this.modules]),
      items: () => new PyList(this.entries.map((entry) => new PyTuple(entry))),
    };
    const ofLists: Readonly<Record<string, (args: Args) => Value>> = {
      append: ({ positional: [module = null] }) => {
        add(module);
        return this;
      },
      extend: ({ positional: [modules = null] }) => {
        listed(modules).forEach(add);
        return this;
      },
    };
    const methods = this.isDict ? ofDicts : ofLists;
    if (!Object.hasOwn(methods, name)) return undefined;
    const method = new Callable(name, methods[name], 'method');
    method.self = this;
    return method;
  }
}

function modulesIn(attributes: ReadonlyMap<string, Value>): readonly Value[] {
  return [...attributes.values()].filter(isModule);
}

/** What a sequence makes of its input: each module takes what the one before it gives. */
function forward(
  host: ModuleHost,
  name: string,
  modules: readonly Value[],
  { positional, named }: Args,
): Value {
  const [input] = positional;
  if (name !== 'Sequential' || positional.length !== 1 || named.size > 0)
    throw new NotEvaluated(`${name}.forward(…)`);
  return modules.reduce<Value>(
    (value, module) => host.call(module, { positional: [value], named: new Map() }),
    input,
  );
}

function checked(value: Value): Value {
  if (isModule(value)) return value;
  if (value instanceof Callable) throw new NotEvaluated(l10n.t('{0}(…) of this', 'Sequential'));
  throw typeError(`${typeNameOf(value)} is not a Module subclass`);
}

function numbered(modules: readonly Value[]): readonly Entry[] {
  return modules.map((module, i) => [`${i}`, module]);
}

function ofDict({ entries }: PyDict): readonly Entry[] {
  return entries.map(([name, module]) => [String(name), module]);
}

function listed(modules: Value): readonly Value[] {
  if (modules instanceof PyList || modules instanceof PyTuple) return modules.items;
  if (modules instanceof ModuleContainer) return modules.modules;
  throw new NotEvaluated(l10n.t('{0}(…) of this', 'ModuleList'));
}

/** What each class of containers is given, with the names that it takes. */
const contents: Readonly<Record<string, (args: Args) => readonly Entry[]>> = {
  Sequential: ({ positional }) => {
    const [first] = positional;
    return first instanceof PyDict && positional.length === 1 ? ofDict(first) : numbered(positional);
  },
  ModuleList: ({ positional: [modules = new PyList([])] }) => numbered(listed(modules)),
  ModuleDict: ({ positional: [modules = new PyDict()] }) => {
    if (modules instanceof PyDict) return ofDict(modules);
    throw new NotEvaluated(l10n.t('{0}(…) of this', 'ModuleDict'));
  },
};

/** A class of modules that hold others; undefined for other names. */
export function containerClass(host: ModuleHost, name: string): Callable | undefined {
  if (!Object.hasOwn(contents, name)) return undefined;
  return new Callable(name, (args) => new ModuleContainer(host, name, contents[name](args)), 'type');
}
