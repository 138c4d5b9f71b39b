import type { Callable } from '../../values/values';
import { dataLoader, tensorDataset } from '../data/loader';
import { distributionCallables } from '../distributions/distributions';
import type { ModuleHost } from '../nn/moduleMethods';
import { optimizerClass, optimizerNames } from '../optim/optimizers';
import { schedulerClass, schedulerNames } from '../optim/schedulers';
import { typeInfo } from './typeInfo';

type Factory = (host: ModuleHost) => Callable;

function named(
  module: string,
  names: readonly string[],
  make: (host: ModuleHost, name: string) => Callable,
): readonly (readonly [string, Factory])[] {
  return names.map((name) => [`${module}.${name}`, (host) => make(host, name)]);
}

/** Classes and functions of PyTorch that make other things than tensors and modules, by their full names. */
const factories: ReadonlyMap<string, Factory> = new Map<string, Factory>([
  ...named('torch.optim', optimizerNames, optimizerClass),
  ...named('torch.optim.lr_scheduler', schedulerNames, schedulerClass),
  ...distributionCallables.map(({ name, make }): [string, Factory] => [`torch.distributions.${name}`, make]),
  ['torch.utils.data.TensorDataset', tensorDataset],
  ['torch.utils.data.DataLoader', dataLoader],
  ...['torch.finfo', 'torch.iinfo', 'numpy.finfo', 'numpy.iinfo'].map((path): [string, Factory] => [
    path,
    () => typeInfo(path),
  ]),
]);

export function nativeCallable(host: ModuleHost, path: string): Callable | undefined {
  return factories.get(path)?.(host);
}
