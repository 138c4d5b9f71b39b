import { typeError } from '../../values/pythonError';
import { type Args, Callable, ModuleInstance, typeNameOf, Unknown, type Value } from '../../values/values';
import { type LossRow, lossOfClass } from '../losses';
import { moduleNamed } from '../modules';
import type { Operation } from '../operation';
import { operationIn } from '../operations';
import { type Bound, Signature } from '../signature';
import { reprOf } from '../tensor/repr';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { truthOf } from '../tensor/truth';
import type { Options, TorchModule } from '../torchModule';

/** A class of `torch.nn` that is evaluated; undefined for others. */
export function nnClass(context: TorchContext, name: string): Callable | undefined {
  const loss = lossOfClass(name);
  if (loss) return lossClass(context, name, loss);
  const module = moduleNamed(name);
  return module?.applies?.run ? moduleClass(context, module, module.applies) : undefined;
}

function moduleClass(context: TorchContext, module: TorchModule, operation: Operation): Callable {
  const { name, signature } = module;
  const construct = (args: Args) => {
    const given = signature.bind(args);
    const options = module.settles(
      new Map(signature.names.map((key) => [key, optionOf(module, given, key)])),
    );
    return new ModuleInstance(
      name,
      `${name}(${printed(module, options)})`,
      applied(context, operation, name, new Map([...options].filter(([, value]) => value !== null))),
      new Map(options),
    );
  };
  return new Callable(name, construct, 'type');
}

/** None for an option that is not given and has no default here. */
function optionOf({ defaults }: TorchModule, options: Bound, key: string): Value {
  const given = options.get(key);
  return given === undefined ? (Object.hasOwn(defaults, key) ? defaults[key] : null) : given;
}

function printed({ prints, barePrints }: TorchModule, options: Options): string {
  const inPlace = options.get('inplace') === true ? ['inplace=True'] : [];
  const shown = prints.map(
    (key, i) => `${i < barePrints ? '' : `${key}=`}${reprOf(options.get(key) ?? null)}`,
  );
  return [...shown, ...inPlace].join(', ');
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
      return new ModuleInstance(name, `${name}()`, call, given);
    },
    'type',
  );
}
