import * as l10n from '../../../../l10n';
import { NotEvaluated } from '../../../values/pythonError';
import { type Operation, operation } from '../../operation';

/** Functions that drop elements at random in training, and otherwise give back what they are given. */
export const dropoutOperations: readonly Operation[] = [
  ...['dropout', 'alpha_dropout', 'feature_alpha_dropout'].map((name) => dropout(name, 'torch F')),
  ...['dropout1d', 'dropout2d', 'dropout3d'].map((name) => dropout(name, 'F')),
];

function dropout(name: string, homes: string): Operation {
  const row = operation(name, homes, 'input, p=, training=, inplace=', 'keeps', (_, args) => {
    if (args.bool('training', true) && args.numberOr('p', 0.5) !== 0) throw random(name);
    return args.tensor('input');
  });
  return { ...row, isRandom: true };
}

function random(name: string): Error {
  const full = `torch.nn.functional.${name}`;
  return new NotEvaluated(l10n.t('{0}(…), which makes other values at every call', full));
}
