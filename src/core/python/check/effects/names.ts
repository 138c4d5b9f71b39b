import { lossClasses, lossFunctions } from '../../lossNames';
import {
  elementwiseModules,
  elementwiseWords,
  keepingModules,
  recurrentModules,
  scoringModules,
  scoringWords,
} from './kinds';

/** Classes of `torch.nn` of which something is known. */
export const moduleNames: readonly string[] = [
  ...Object.keys(lossClasses),
  ...['Module', 'Parameter', 'Sequential', 'ModuleList', 'ModuleDict', 'DataParallel', 'Flatten', 'LSTMCell'],
  ...['Softmax', 'Softmax2d', 'LogSoftmax', 'Softmin', 'Sigmoid', 'MultiheadAttention'],
  ...scoringModules,
  ...elementwiseModules,
  ...keepingModules,
  ...recurrentModules,
];

/** Functions of `torch` and `torch.nn.functional` of which something is known. */
export const functionNames: readonly string[] = [
  ...Object.keys(lossFunctions),
  ...[
    'softmax',
    'log_softmax',
    'sigmoid',
    'one_hot',
    'dropout',
    'cat',
    'stack',
    'flatten',
    'tensor',
    'randn',
    'zeros',
  ],
  ...scoringWords,
  ...elementwiseWords,
];
