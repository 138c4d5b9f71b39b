import type { Home, Operation } from './operation';
import { arithmeticOperations } from './operations/arithmeticOperations';
import { chooseOperations } from './operations/chooseOperations';
import { countOperations } from './operations/countOperations';
import { createOperations } from './operations/createOperations';
import { einsumOperations } from './operations/einsumOperations';
import { generators } from './operations/generators';
import { mathOperations } from './operations/mathOperations';
import { matrixOperations } from './operations/matrixOperations';
import { memberOperations } from './operations/memberOperations';
import { activationOperations } from './operations/nn/activationOperations';
import { composedActivations } from './operations/nn/composedActivations';
import { distanceOperations } from './operations/nn/distanceLosses';
import { initOperations } from './operations/nn/initOperations';
import { layerOperations } from './operations/nn/layerOperations';
import { lossOperations } from './operations/nn/lossOperations';
import { marginLossOperations } from './operations/nn/marginLosses';
import { normOperations } from './operations/nn/normOperations';
import { pairLossOperations } from './operations/nn/pairLosses';
import { parameterOperations } from './operations/nn/parameterOperations';
import { similarityOperations } from './operations/nn/similarityOperations';
import { softmaxOperations } from './operations/nn/softmaxOperations';
import { windowOperations } from './operations/nn/windowOperations';
import { pairOperations } from './operations/pairOperations';
import { pickOperations } from './operations/pickOperations';
import { reductionOperations } from './operations/reductionOperations';
import { seededOperations } from './operations/seededOperations';
import { shapeOperations } from './operations/shapeOperations';
import { triangleOperations } from './operations/triangleOperations';
import { typedTensorOperations } from './operations/typedTensors';
import { writeOperations } from './operations/writeOperations';

/** All that is known of PyTorch's functions and methods, and of NumPy's that go the same way. */
export const operations: readonly Operation[] = [
  ...createOperations,
  ...typedTensorOperations,
  ...generators,
  ...seededOperations,
  ...mathOperations,
  ...activationOperations,
  ...composedActivations,
  ...softmaxOperations,
  ...arithmeticOperations,
  ...reductionOperations,
  ...shapeOperations,
  ...matrixOperations,
  ...pickOperations,
  ...chooseOperations,
  ...memberOperations,
  ...writeOperations,
  ...layerOperations,
  ...windowOperations,
  ...normOperations,
  ...distanceOperations,
  ...pairLossOperations,
  ...lossOperations,
  ...triangleOperations,
  ...countOperations,
  ...einsumOperations,
  ...pairOperations,
  ...similarityOperations,
  ...marginLossOperations,
  ...initOperations,
  ...parameterOperations,
];

const byHome = new Map<Home, Map<string, Operation>>();
const byName = new Map<string, Operation[]>();
for (const operation of operations) {
  byName.set(operation.name, [...(byName.get(operation.name) ?? []), operation]);
  for (const home of operation.homes) {
    const names = byHome.get(home) ?? new Map<string, Operation>();
    names.set(operation.name, operation);
    byHome.set(home, names);
  }
}

/** What Python calls the homes. */
export const homeOfPath: Readonly<Record<string, Home>> = {
  torch: 'torch',
  'torch.nn.functional': 'F',
  'torch.special': 'special',
  'torch.linalg': 'linalg',
  'torch.sparse': 'sparse',
  'torch.autograd': 'autograd',
  'torch.cuda': 'cuda',
  'torch.nn.init': 'init',
  'torch.nn.utils': 'utils',
  'torch.nn.utils.rnn': 'rnn',
  'torch.Tensor': 'method',
  numpy: 'numpy',
  'numpy.random': 'random',
  random: 'random',
};

/** The operation of this name in a module or class; undefined when nothing is known of it. */
export function operationIn(home: Home, name: string): Operation | undefined {
  return byHome.get(home)?.get(name);
}

/** The operations of this name, wherever they are. */
export function operationsNamed(name: string): readonly Operation[] {
  return byName.get(name) ?? [];
}

/** The operation of a full name, as `torch.nn.functional.relu`. */
export function operationAt(path: string): Operation | undefined {
  const dot = path.lastIndexOf('.');
  const module = path.slice(0, dot);
  return Object.hasOwn(homeOfPath, module) ? operationIn(homeOfPath[module], path.slice(dot + 1)) : undefined;
}

/** The operations that a home has here. */
export function operationsIn(home: Home): readonly Operation[] {
  return [...(byHome.get(home)?.values() ?? [])];
}
