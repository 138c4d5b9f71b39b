import * as l10n from '../../../../l10n';
import { NotEvaluated, valueError } from '../../../values/pythonError';
import type { Activates } from '../../effect';
import { arithmetic } from '../../kernels/binary';
import { normalise } from '../../kernels/softmaxes';
import { type Operation, operation, type Run } from '../../operation';
import { TorchTensor } from '../../tensor/torchTensor';

function softmaxRows(name: 'softmax' | 'log_softmax'): readonly Operation[] {
  const run: Run = (context, args) =>
    normalise(context, args.tensor('input'), name, {
      dim: args.intOr('dim', null),
      dtype: args.dtype('dtype'),
    });
  const activation: Activates = { does: 'activates', name, dim: null, isPlain: true };
  return [
    operation(name, 'torch method', 'input, dim, dtype=', activation, run, 'single'),
    operation(name, 'special', 'input, dim, dtype=', activation, run),
    operation(name, 'F', 'input, dim=, _stacklevel=, dtype=', activation, ofTensor(run, name), 'python'),
  ];
}

/** Functions written in Python ask their input for its method. */
function ofTensor(run: Run, name: string): Run {
  return (context, args) => {
    if (!(args.get('input') instanceof TorchTensor))
      throw new NotEvaluated(l10n.t('F.{0}(…) of what is no tensor', name));
    return run(context, args);
  };
}

/** softmax and its kin. */
export const softmaxOperations: readonly Operation[] = [
  ...softmaxRows('softmax'),
  ...softmaxRows('log_softmax'),
  operation(
    'softmin',
    'F',
    'input, dim=, _stacklevel=, dtype=',
    { does: 'activates', name: 'softmax', dim: null, isPlain: false },
    (context, args) => {
      const negative = arithmetic(context, '*', args.tensor('input'), -1n);
      const options = { dim: args.intOr('dim', null), dtype: args.dtype('dtype') };
      return normalise(context, negative, 'softmax', options);
    },
  ),
  operation('softmax', 'sparse', 'input, dim', {
    does: 'activates',
    name: 'softmax',
    dim: null,
    isPlain: false,
  }),
  operation('log_softmax', 'sparse', 'input, dim', {
    does: 'activates',
    name: 'log_softmax',
    dim: null,
    isPlain: false,
  }),
];

/** What `nn.Softmax2d` applies: softmax of the channels of (C, H, W) or (N, C, H, W). */
export const softmaxOfChannels: Operation = operation('softmax', 'F', 'input', null, (context, args) => {
  const input = args.tensor('input');
  if (input.dimCount !== 3 && input.dimCount !== 4)
    throw valueError(`Softmax2d: expected input to be 3D or 4D, got ${input.dimCount}D instead`);
  return normalise(context, input, 'softmax', { dim: -3, dtype: null });
});
