import * as l10n from '../../../l10n';
import { Signature } from '../../torch/signature';
import { reprOf } from '../../torch/tensor/repr';
import { PyClass, PyInstance } from '../../values/objects';
import { NotEvaluated } from '../../values/pythonError';
import { type Args, Callable, PyObject, type Value } from '../../values/values';

/** `dataclasses.field(…)` in the body of a class. */
class Field extends PyObject {
  readonly typeName = 'Field';

  constructor(
    readonly value: Value | undefined,
    readonly factory: Callable | null,
  ) {
    super();
  }

  override get held(): readonly Value[] {
    return [this.value ?? null, this.factory];
  }
}

/** `dataclass` and `field`, by their full names. */
export const dataclasses: Readonly<Record<string, (args: Args) => Value>> = {
  'dataclasses.dataclass': ({ positional: [type], named }) => {
    if ([...named.keys()].some((key) => key !== 'frozen' && key !== 'slots') || named.get('frozen') === true)
      throw new NotEvaluated(l10n.t('{0}(…) with these arguments', 'dataclass'));
    if (type instanceof PyClass) return asDataclass(type);
    if (type !== undefined) throw new NotEvaluated(l10n.t('{0}(…) of this', 'dataclass'));
    return new Callable('dataclass', ({ positional: [one = null] }) => {
      if (one instanceof PyClass) return asDataclass(one);
      throw new NotEvaluated(l10n.t('{0}(…) of this', 'dataclass'));
    });
  },
  'dataclasses.field': ({ positional, named }) => {
    const factory = named.get('default_factory') ?? null;
    const isOdd = [...named.keys()].some((key) => key !== 'default' && key !== 'default_factory');
    if (positional.length > 0 || isOdd || !(factory === null || factory instanceof Callable))
      throw new NotEvaluated(l10n.t('{0}(…) with these arguments', 'field'));
    return new Field(named.get('default'), factory);
  },
};

/** Gives a class what its annotated names say: `__init__`, a print, and equality by the fields. */
function asDataclass(type: PyClass): PyClass {
  if (type.base !== null || type.isModule) throw new NotEvaluated(l10n.t('{0}(…) of this', 'dataclass'));
  const names = type.annotated;
  const hasDefault = (name: string) => type.find(name) !== undefined && !isRequired(type.find(name));
  const parameters = names.map((name) => (hasDefault(name) ? `${name}=` : name)).join(', ');
  const signature = new Signature(`${type.name}.__init__`, parameters, 'python');
  const init = new Callable(
    '__init__',
    ({ positional: [self = null, ...rest], named }) => {
      if (!(self instanceof PyInstance)) throw new NotEvaluated('__init__(…)');
      const bound = signature.bind({ positional: rest, named });
      for (const name of names) self.attributes.set(name, bound.get(name) ?? defaultOf(type.find(name)));
      const after = type.find('__post_init__');
      if (after instanceof Callable) after.call({ positional: [self], named: new Map() });
      return null;
    },
    'function',
  );
  const print = new Callable(
    '__repr__',
    ({ positional: [self = null] }) => {
      if (!(self instanceof PyInstance)) throw new NotEvaluated('__repr__(…)');
      const fields = names.map((name) => `${name}=${reprOf(self.attributes.get(name) ?? null)}`);
      return `${type.name}(${fields.join(', ')})`;
    },
    'function',
  );
  if (type.find('__init__') === undefined) type.set('__init__', init);
  if (type.find('__repr__') === undefined) type.set('__repr__', print);
  type.isComparedByFields = true;
  return type;
}

function isRequired(value: Value | undefined): boolean {
  return value instanceof Field && value.value === undefined && value.factory === null;
}

function defaultOf(value: Value | undefined): Value {
  if (!(value instanceof Field)) return value ?? null;
  return value.factory ? value.factory.call({ positional: [], named: new Map() }) : (value.value ?? null);
}
