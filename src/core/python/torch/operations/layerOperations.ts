import * as l10n from '../../../l10n';
import { NotEvaluated } from '../../values/pythonError';
import { embedding } from '../kernels/pick';
import { type Operation, operation, operationsOf } from '../operation';

/** Functions behind the layers of networks that are not evaluated. */
export const layerOperations: readonly Operation[] = [
  ...operationsOf('local_response_norm', 'F', 'input, *others', 'elementwise'),
  ...operationsOf(
    'pixel_shuffle pixel_unshuffle channel_shuffle',
    'torch F',
    'input, *others',
    'elementwise',
  ),
  ...operationsOf('interpolate upsample', 'F', 'input, size=, scale_factor=, *others', 'elementwise'),
  operation('pad', 'F', 'input, pad, mode=, value=', 'elementwise'),
  ...operationsOf('avg_pool2d avg_pool3d', 'F', 'input, kernel_size, *others', 'elementwise'),
  ...operationsOf(
    'max_pool1d max_pool2d max_pool3d avg_pool1d',
    'torch F',
    'input, kernel_size, *others',
    'elementwise',
  ),
  ...operationsOf('lp_pool1d lp_pool2d', 'F', 'input, norm_type, kernel_size, *others', 'elementwise'),
  ...operationsOf(
    'adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool2d adaptive_max_pool3d',
    'F',
    'input, output_size, *others',
    'elementwise',
  ),
  ...operationsOf(
    'adaptive_avg_pool1d adaptive_max_pool1d',
    'torch F',
    'input, output_size, *others',
    'elementwise',
  ),
  operation('bilinear', 'torch F', 'input, input2, weight, bias=', { does: 'scores', by: 'other' }),
  ...operationsOf(
    'conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d',
    'torch F',
    'input, weight, bias=, *others',
    { does: 'scores', by: 'convolution' },
  ),
  operation(
    'embedding',
    'F',
    'input, weight, padding_idx=, max_norm=, norm_type=, scale_grad_by_freq=, sparse=',
    { does: 'scores', by: 'embedding' },
    (context, args) => {
      if (['max_norm', 'scale_grad_by_freq', 'sparse'].some((name) => args.get(name)))
        throw new NotEvaluated(l10n.t('{0}(…) with these arguments', 'embedding'));
      const [input, weight] = [args.tensor('input'), args.tensor('weight')];
      return embedding(context, input, weight, args.intOr('padding_idx', null));
    },
    'python',
  ),
  operation('embedding', 'torch', 'weight, indices, *others', { does: 'scores', by: 'embedding' }),
  ...operationsOf('batch_norm group_norm instance_norm', 'torch F', 'input, *others', {
    does: 'scores',
    by: 'other',
  }),
];
