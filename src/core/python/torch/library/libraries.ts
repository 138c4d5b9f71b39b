import * as l10n from '../../../l10n';
import { numpyDType, torchDType } from '../../../tensor/dtypeNames';
import type { TextRange } from '../../../textRange';
import { NotEvaluated, NumpyError, PythonError } from '../../values/pythonError';
import {
  type Args,
  Callable,
  DeviceValue,
  DTypeValue,
  isNumber,
  ModuleValue,
  PyList,
  type Value,
} from '../../values/values';
import { updateInPlace } from '../kernels/inPlace';
import { withOut } from '../kernels/out';
import type { ModuleHost } from '../nn/moduleMethods';
import type { Operation, Run } from '../operation';
import { operationAt, operationIn } from '../operations';
import { gradMessage } from '../operations/createOperations';
import { tensorFromList } from '../tensor/create';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { hasAttribute } from './attributeNames';
import { gradModeClass } from './gradModes';
import { mathFunctions } from './mathModule';
import { nativeCallable } from './nativeCallables';
import { nnClass } from './nnModules';

const modulePaths: ReadonlySet<string> = new Set([
  'torch',
  'torch.nn',
  'torch.nn.functional',
  'torch.autograd',
  'torch.special',
  'torch.linalg',
  'torch.sparse',
  'torch.cuda',
  'torch.nn.init',
  'torch.nn.utils',
  'torch.nn.utils.rnn',
  'torch.optim',
  'torch.optim.lr_scheduler',
  'torch.utils',
  'torch.utils.data',
  'torch.distributions',
  'numpy',
  'numpy.random',
  'math',
]);

/** Methods in place that change how the tensor looks at its memory. */
const reshapes =
  /^(t|transpose|swapaxes|swapdims|squeeze|unsqueeze|resize|as_strided|set|detach|requires_grad)_$/;

/** What `torch`, `torch.nn`, `torch.nn.functional`, `numpy` and `math` hold, and the operations of tensors. */
export class Libraries {
  private changedSince: TextRange | null = null;

  /** `standard` are the functions of Python's own modules, by their full name. */
  constructor(
    private readonly host: ModuleHost,
    private readonly standard: ReadonlyMap<string, Callable>,
  ) {}

  private get context(): TorchContext {
    return this.host.context;
  }

  isModule(path: string): boolean {
    return modulePaths.has(path);
  }

  /** `path.name`; throws for what is not evaluated. */
  member(path: string, name: string): Value {
    const full = `${path}.${name}`;
    this.checkKept(full);
    if (this.isModule(full)) return new ModuleValue(full);
    const standard = this.standard.get(full);
    if (standard) return standard;
    const operation = path === 'torch.nn' ? null : operationAt(full);
    if (operation?.isRandom && operation.run === null) {
      throw new NotEvaluated(l10n.t('{0}(…), which makes other values at every call', full));
    }
    const found = this.constant(path, name) ?? this.callable(path, name);
    if (found instanceof Callable) found.path ??= full;
    if (found !== undefined) return found;
    if (hasAttribute(path, name) === false) {
      throw new PythonError('AttributeError', `module '${path}' has no attribute '${name}'`);
    }
    throw new NotEvaluated(full);
  }

  /** Nothing of the libraries is known since a statement that may have changed what they do. */
  forget(since: TextRange): void {
    this.changedSince ??= since;
  }

  private checkKept(what: string): void {
    if (this.changedSince) throw new NotEvaluated(l10n.t('{0} after a change of the library', what));
  }

  /** A method of a tensor or an array, also in place; undefined when it is not known. */
  method(tensor: TorchTensor, name: string): Callable | undefined {
    this.checkKept(`.${name}`);
    const home = tensor.library === 'torch' ? 'method' : 'array';
    const run = (by: Runnable, self: TorchTensor, { positional, named }: Args) =>
      this.run(by, { positional: [self, ...positional], named });
    const operation = runnable(operationIn(home, name));
    if (operation) return new Callable(name, (args) => run(operation, tensor, args));
    const isInPlace =
      !reshapes.test(name) &&
      home === 'method' &&
      name.endsWith('_') &&
      hasAttribute(tensor.typeName, name) === true;
    const inPlace = isInPlace ? runnable(operationIn(home, name.slice(0, -1))) : undefined;
    if (!inPlace) return undefined;
    return new Callable(name, (args) =>
      updateInPlace(this.context, tensor, (old) => run(inPlace, old, args), args.positional),
    );
  }

  /** A function of one tensor or array. */
  apply(name: string, tensor: TorchTensor): Value {
    this.checkKept(`.${name}`);
    const operation = runnable(operationIn('method', name));
    if (!operation) throw new RangeError(`no operation ${name}`);
    return this.run(operation, { positional: [tensor], named: new Map() });
  }

  private constant(path: string, name: string): Value | undefined {
    const dtype = path === 'torch' ? torchDType(name) : path === 'numpy' ? numpyDType(name) : null;
    if (dtype) return new DTypeValue(dtype, path === 'torch' ? 'torch' : 'numpy');
    if (path === 'numpy' && name === 'newaxis') return null;
    const numbers: Readonly<Record<string, number>> = {
      inf: Infinity,
      nan: Number.NaN,
      pi: Math.PI,
      e: Math.E,
    };
    const hasNumbers = path === 'torch' || path === 'numpy' || path === 'math';
    return hasNumbers && Object.hasOwn(numbers, name) ? numbers[name] : undefined;
  }

  private callable(path: string, name: string): Callable | undefined {
    const full = `${path}.${name}`;
    if (path === 'torch.nn') return nnClass(this.host, name);
    if (path === 'torch' && name === 'device') return new Callable(name, (args) => deviceOf(args));
    if (path === 'torch' && name === 'is_grad_enabled') {
      return new Callable(name, () => this.context.isGradEnabled);
    }
    // Everything is evaluated on the CPU.
    if (path === 'torch.cuda' && name === 'is_available') return new Callable(name, () => false);
    if (path === 'math') return mathFunctions.get(name);
    const native = nativeCallable(this.host, full);
    if (native) return native;
    const operation = runnable(operationAt(full));
    const isTorch = path === 'torch';
    if (!operation)
      return this.inPlaceFunction(path, name) ?? (isTorch ? gradModeClass(this.context, name) : undefined);
    if (path === 'numpy') {
      return new Callable(name, (args) =>
        withOut(this.context, name, args, (plain) => this.runOfNumpy(operation, plain)),
      );
    }
    return new Callable(name, (args) =>
      withOut(this.context, name, args, (plain) => this.run(operation, ofTensors(operation, plain))),
    );
  }

  /** `torch.relu_`, `F.relu_`: the function without `_`, written into its first argument. */
  private inPlaceFunction(path: string, name: string): Callable | undefined {
    const isFunction = path === 'torch' || path === 'torch.nn.functional';
    if (!isFunction || !name.endsWith('_') || hasAttribute(path, name) !== true) return undefined;
    const operation = runnable(operationAt(`${path}.${name.slice(0, -1)}`));
    if (!operation) return undefined;
    return new Callable(name, ({ positional: [first, ...positional], named }) =>
      updateInPlace(this.context, this.tensorArgument(first ?? named.get('input'), name), (old) => {
        const others = [...named].filter(([key]) => key !== 'input');
        return this.run(operation, { positional: [old, ...positional], named: new Map(others) });
      }),
    );
  }

  private run(operation: Runnable, args: Args): Value {
    try {
      return operation.run(this.context, operation.signature.bind(args));
    } catch (error) {
      const isArray = args.positional.some((one) => one instanceof TorchTensor && one.library === 'numpy');
      // The words are PyTorch's; NumPy has its own.
      if (isArray && error instanceof PythonError && !(error instanceof NumpyError))
        throw new NotEvaluated(l10n.t('what NumPy says of {0}(…) here', operation.name));
      throw error;
    }
  }

  /** What NumPy says of its arguments is not known. */
  private runOfNumpy(operation: Runnable, args: Args): Value {
    try {
      return this.run(operation, asArrays(operation, args));
    } catch (error) {
      if (!(error instanceof PythonError) || error.message === gradMessage) throw error;
      throw new NotEvaluated(l10n.t('what NumPy says of {0}(…) here', operation.name));
    }
  }

  private tensorArgument(value: Value | undefined, callee: string): TorchTensor {
    if (value instanceof TorchTensor) return value;
    throw new NotEvaluated(l10n.t('{0}(…) of this', callee));
  }
}

/** An operation that is evaluated. */
type Runnable = Operation & { readonly run: Run };

function runnable(operation: Operation | undefined): Runnable | undefined {
  return operation && operation.run !== null ? (operation as Runnable) : undefined;
}

/** PyTorch's functions take no arrays of NumPy, but for those that make tensors of them. */
function ofTensors(operation: Operation, args: Args): Args {
  const [first] = args.positional;
  const isArray = first instanceof TorchTensor && first.library === 'numpy';
  if (isArray && operation.signature.takesTensor) {
    throw new NotEvaluated(l10n.t('{0}(…) of an array of NumPy', operation.name));
  }
  return args;
}

function deviceOf({ positional: [name] }: Args): DeviceValue {
  if (name === 'cpu' || name instanceof DeviceValue) return new DeviceValue();
  throw new NotEvaluated(l10n.t('tensors on another device'));
}

/** NumPy's functions take lists and numbers as arrays. */
function asArrays(operation: Operation, args: Args): Args {
  if (!operation.signature.takesTensor) return args;
  const [first, ...rest] = args.positional;
  if (first instanceof TorchTensor && first.library === 'torch') {
    throw new NotEvaluated(l10n.t('np.{0}(…) of a tensor', operation.name));
  }
  const isPlain = first instanceof PyList || isNumber(first ?? null);
  return isPlain && first !== undefined
    ? { ...args, positional: [tensorFromList(first, null, 'numpy'), ...rest] }
    : args;
}
