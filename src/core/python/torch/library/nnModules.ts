import type { LossName } from '../../lossUsage';
import { typeError } from '../../values/pythonError';
import { type Args, Callable, ModuleInstance, typeNameOf, type Value } from '../../values/values';
import { normalise } from '../kernels/softmaxes';
import { flatten } from '../kernels/views';
import { type DistanceLoss, distanceLoss } from '../operations/distanceLosses';
import { callLoss, type LossListener } from '../operations/lossOperations';
import { applyUnary } from '../operations/unary';
import { type Bound, Signature } from '../signature';
import { reprOf } from '../tensor/repr';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { truthOf } from '../tensor/truth';

const lossOptions: Readonly<Record<LossName, string>> = {
  CrossEntropyLoss: 'weight=, size_average=, ignore_index=, reduce=, reduction=, label_smoothing=',
  NLLLoss: 'weight=, size_average=, ignore_index=, reduce=, reduction=',
  KLDivLoss: 'size_average=, reduce=, reduction=, log_target=',
};

/** The classes of `torch.nn` that are evaluated, by name. */
export function nnClasses(context: TorchContext, listener: LossListener): ReadonlyMap<string, Callable> {
  const losses = (Object.keys(lossOptions) as LossName[]).map((name) => lossClass(context, name, listener));
  const activations = Object.entries({
    ReLU: 'relu',
    Sigmoid: 'sigmoid',
    Tanh: 'tanh',
    LogSigmoid: 'logsigmoid',
  });
  return new Map(
    [
      ...losses,
      softmaxClass(context, 'Softmax'),
      softmaxClass(context, 'LogSoftmax'),
      ...activations.map(([name, operation]) =>
        moduleClass(
          name,
          'inplace=',
          () => '',
          (_, args) => applyUnary(context, args.tensor('input'), operation),
        ),
      ),
      ...Object.entries({ MSELoss: 'mse_loss', L1Loss: 'l1_loss' } as const).map(([name, loss]) =>
        distanceClass(context, name, loss),
      ),
      moduleClass(
        'Identity',
        '',
        () => '',
        (_, args) => args.tensor('input'),
      ),
      moduleClass(
        'Flatten',
        'start_dim=, end_dim=',
        (options) => `start_dim=${options.intOr('start_dim', 1)}, end_dim=${options.intOr('end_dim', -1)}`,
        (options, args) =>
          flatten(context, args.tensor('input'), options.intOr('start_dim', 1), options.intOr('end_dim', -1)),
      ),
    ].map((made) => [made.name, made]),
  );
}

function moduleClass(
  name: string,
  parameters: string,
  text: (options: Bound) => string,
  forward: (options: Bound, args: Bound) => Value,
  inputs = 'input',
): Callable {
  const constructorSignature = new Signature(`${name}.__init__`, parameters, 'python');
  const forwardSignature = new Signature(`${name}.forward`, inputs, 'python');
  const construct = (args: Args) => {
    const options = constructorSignature.bind(args);
    const call = (given: Args) => forward(options, forwardSignature.bind(given));
    const attributes = new Map<string, Value>(
      parameters
        .split(',')
        .map((part) => part.trim().replace(/=$/, ''))
        .map((option) => [option, options.get(option) ?? null]),
    );
    return new ModuleInstance(name, `${name}(${text(options)})`, call, attributes);
  };
  return new Callable(name, construct, 'type');
}

function softmaxClass(context: TorchContext, name: 'Softmax' | 'LogSoftmax'): Callable {
  return moduleClass(
    name,
    'dim=',
    (options) => `dim=${reprOf(options.get('dim') ?? null)}`,
    (options, args) =>
      normalise(context, args.tensor('input'), name === 'Softmax' ? 'softmax' : 'log_softmax', {
        dim: options.intOr('dim', null),
        dtype: null,
      }),
  );
}

/** MSELoss and L1Loss. */
function distanceClass(context: TorchContext, name: string, loss: DistanceLoss): Callable {
  const options = 'size_average=, reduce=, reduction=';
  const functional = new Signature(name, `input, target, ${options}`, 'python');
  return moduleClass(
    name,
    options,
    () => '',
    (settings, args) => {
      const named = new Map<string, Value>();
      for (const key of ['size_average', 'reduce', 'reduction']) {
        const value = settings.get(key);
        if (value !== undefined) named.set(key, value);
      }
      const positional = [args.get('input') ?? null, args.get('target') ?? null];
      return distanceLoss(context, loss, functional.bind({ positional, named }));
    },
    'input, target',
  );
}

function lossClass(context: TorchContext, name: LossName, listener: LossListener): Callable {
  const constructorSignature = new Signature(`${name}.__init__`, lossOptions[name], 'python');
  const forwardSignature = new Signature(`${name}.forward`, 'input, target', 'python');
  const functional = new Signature(name, `input, target, ${lossOptions[name]}`, 'python');
  return new Callable(
    name,
    (args) => {
      const options = constructorSignature.bind(args);
      const weight = options.get('weight') ?? null;
      if (weight !== null && !(weight instanceof TorchTensor)) {
        throw typeError(
          `cannot assign '${typeNameOf(weight)}' object to buffer 'weight' (torch Tensor or None required)`,
        );
      }
      // nn.CrossEntropyLoss(logits, target): the second of them is taken for a flag.
      const flags = ['size_average', 'reduce'].map((option) => options.get(option) ?? null);
      if (flags.some((flag) => flag !== null)) flags.forEach(truthOf);
      const call = (given: Args) => {
        const bound = forwardSignature.bind(given);
        const named = new Map(args.named);
        lossOptions[name].split(', ').forEach((option) => {
          const key = option.replace(/=$/, '');
          const value = options.get(key);
          if (value !== undefined) named.set(key, value);
        });
        const positional = [bound.get('input') ?? null, bound.get('target') ?? null];
        return callLoss(context, name, functional.bind({ positional, named }), listener);
      };
      return new ModuleInstance(name, `${name}()`, call, new Map());
    },
    'type',
  );
}
