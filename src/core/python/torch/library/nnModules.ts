import * as l10n from '../../../l10n';
import { NotEvaluated, typeError } from '../../values/pythonError';
import { type Args, Callable, ModuleInstance, typeNameOf, Unknown, type Value } from '../../values/values';
import { type LossRow, lossOfClass } from '../losses';
import { moduleNamed } from '../modules';
import { containerClass } from '../nn/containers';
import type { ModuleHost } from '../nn/moduleMethods';
import { parameterOf } from '../nn/parameters';
import type { Operation } from '../operation';
import { operationIn } from '../operations';
import { refused } from '../refused';
import { type Bound, Signature } from '../signature';
import { reprOf } from '../tensor/repr';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { truthOf } from '../tensor/truth';
import type { Holdings, Options, TorchModule } from '../torchModule';

/** A class of `torch.nn` that is evaluated; undefined for others. */
export function nnClass(host: ModuleHost, name: string): Callable | undefined {
  const loss = lossOfClass(name);
  if (loss) return lossClass(host.context, name, loss);
  const module = moduleNamed(name);
  if (module?.applies?.run) return moduleClass(host.context, module, module.applies);
  if (name === 'Module') return moduleBase();
  return name === 'Parameter' ? parameterClass() : containerClass(host, name);
}

function moduleClass(context: TorchContext, module: TorchModule, operation: Operation): Callable {
  const { name, signature } = module;
  const construct = (args: Args) => {
    const given = signature.bind(args);
    const options = module.settles(
      new Map(signature.names.map((key) => [key, optionOf(module, given, key)])),
    );
    const attributes = new Map(options);
    const made = new ModuleInstance(
      name,
      printed(module, options),
      (inputs) => applied(context, operation, name, setIn(attributes))(inputs),
      attributes,
    );
    hold(made, module.holds?.(context, options) ?? { parameters: {} });
    return made;
  };
  const made = new Callable(name, construct, 'type');
  if (name === 'Embedding')
    made.members = new Map([['from_pretrained', fromPretrained(context, module, operation)]]);
  return made;
}

/** Gives a module its parameters and buffers. */
function hold(module: ModuleInstance, { parameters, buffers = {} }: Holdings): void {
  for (const [key, tensor] of Object.entries({ ...parameters, ...buffers })) {
    // An option of the same name stands elsewhere in the order.
    module.attributes.delete(key);
    module.attributes.set(key, tensor);
  }
  for (const key of Object.keys(buffers)) module.buffers.add(key);
}

const pretrained = new Signature('Embedding.from_pretrained', 'embeddings, freeze=, padding_idx=', 'python');

/** `nn.Embedding.from_pretrained(weights)`, which do not train unless it is said. */
function fromPretrained(context: TorchContext, module: TorchModule, operation: Operation): Callable {
  return new Callable('from_pretrained', (args) => {
    const bound = pretrained.bind(args);
    const weight = bound.tensor('embeddings');
    if (weight.dimCount !== 2 || bound.has('padding_idx')) throw refused('Embedding.from_pretrained');
    const [count, width] = weight.shape.map(BigInt);
    const attributes = new Map<string, Value>([
      ['num_embeddings', count],
      ['embedding_dim', width],
      ['padding_idx', null],
    ]);
    const made = new ModuleInstance(
      module.name,
      printed(module, attributes),
      (inputs) => applied(context, operation, module.name, setIn(attributes))(inputs),
      attributes,
    );
    hold(made, { parameters: { weight: parameterOf(weight, !bound.bool('freeze', true)) } });
    return made;
  });
}

/** `nn.Module`, which is there to be inherited from. */
function moduleBase(): Callable {
  const refuse = () => {
    throw new NotEvaluated('nn.Module(…)');
  };
  return new Callable('Module', refuse, 'type');
}

/** `nn.Parameter(tensor)` */
function parameterClass(): Callable {
  return new Callable('Parameter', ({ positional: [data], named }) => {
    const tensor = data ?? named.get('data');
    if (!(tensor instanceof TorchTensor)) throw new NotEvaluated(l10n.t('{0}(…) of this', 'Parameter'));
    return parameterOf(tensor, named.get('requires_grad') !== false);
  });
}

/** None for an option that is not given and has no default here. */
function optionOf({ defaults }: TorchModule, options: Bound, key: string): Value {
  const given = options.get(key);
  return given === undefined ? (Object.hasOwn(defaults, key) ? defaults[key] : null) : given;
}

function printed({ prints, hides, barePrints }: TorchModule, options: Options): string {
  const inPlace = options.get('inplace') === true && !prints.includes('inplace') ? ['inplace=True'] : [];
  const hidden = hides(options);
  const shown = prints.flatMap((key, i) =>
    hidden.includes(key) ? [] : `${i < barePrints ? '' : `${key}=`}${reprOf(options.get(key) ?? null)}`,
  );
  return [...shown, ...inPlace].join(', ');
}

/** What of its attributes a module has now. */
function setIn(attributes: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...attributes].filter(([, value]) => value !== null));
}

/** What an instance does with its arguments: the function with them and with the options that are set. */
function applied(
  context: TorchContext,
  operation: Operation,
  name: string,
  options: ReadonlyMap<string, Value>,
): (args: Args) => Value {
  const inputs = operation.signature.required.filter((key) => !options.has(key));
  const forward = new Signature(`${name}.forward`, inputs.join(', '), 'python');
  const named = new Map([...options].filter(([key]) => operation.signature.has(key)));
  return (args) => {
    const given = forward.bind(args);
    const positional = inputs.map((input) => given.get(input) ?? null);
    return operation.run === null
      ? null
      : operation.run(context, operation.signature.bind({ positional, named }));
  };
}

function lossClass(context: TorchContext, name: string, { options, functional }: LossRow): Callable {
  const constructorSignature = new Signature(`${name}.__init__`, options, 'python');
  const operation = operationIn('F', functional);
  if (!operation) throw new RangeError(`no function ${functional}`);
  return new Callable(
    name,
    (args) => {
      const bound = constructorSignature.bind(args);
      const weight = bound.get('weight') ?? null;
      if (weight !== null && !(weight instanceof TorchTensor) && !(weight instanceof Unknown)) {
        throw typeError(
          `cannot assign '${typeNameOf(weight)}' object to buffer 'weight' (torch Tensor or None required)`,
        );
      }
      // nn.CrossEntropyLoss(logits, target): the second of them is taken for a flag.
      const flags = ['size_average', 'reduce'].map((option) => bound.get(option) ?? null);
      if (flags.some((flag) => flag !== null && !(flag instanceof Unknown))) flags.forEach(truthOf);
      const given = new Map(
        constructorSignature.names.flatMap((key) => {
          const value = bound.get(key);
          return value === undefined ? [] : [[key, value] as const];
        }),
      );
      const call = (inputs: Args) => applied(context, operation, name, given)(inputs);
      const made = new ModuleInstance(name, '', call, given);
      if (weight !== null) made.buffers.add('weight');
      return made;
    },
    'type',
  );
}
