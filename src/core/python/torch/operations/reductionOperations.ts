import { castTensor } from '../../../tensor/castTensor';
import { isFloatingPoint } from '../../../tensor/dtype';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { runtimeError } from '../../values/pythonError';
import { extreme, toBools } from '../kernels/binary';
import { median, medianAlong } from '../kernels/reductions/median';
import { norm } from '../kernels/reductions/norm';
import { argExtreme, extremeAlong, extremeOfGroups, sorted } from '../kernels/reductions/order';
import {
  groupsOf,
  logSumExp,
  mean,
  product,
  type ReduceOptions,
  sum,
  sums,
  variance,
} from '../kernels/reductions/reduce';
import { nanMean, nanSum, nanToNum } from '../kernels/reductions/withoutNan';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { wrapDim } from '../tensor/dims';
import { forEachLine } from '../tensor/lines';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

const parameters = 'input, dim=, keepdim=, *, dtype=';

function optionsOf(args: Bound): ReduceOptions {
  return { dims: args.intsOr('dim', null), keepdim: args.bool('keepdim', false), dtype: args.dtype('dtype') };
}

function checkFloat(args: Bound, problem: (name: string) => Error): void {
  const { dtype } = args.tensor('input');
  if (!isFloatingPoint(dtype) && args.dtype('dtype') === null && args.tensor('input').library === 'torch') {
    throw problem(scalarTypeName(dtype));
  }
}

const meanOf = (dtypeName: string) =>
  runtimeError(
    `mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${dtypeName}`,
  );

function normBy(context: TorchContext, args: Bound, p: number): TorchTensor {
  checkFloat(args, (name) =>
    runtimeError(`linalg.vector_norm: Expected a floating point or complex tensor as input. Got ${name}`),
  );
  if (args.has('dtype')) throw refused('norm');
  return norm(context, args.tensor('input'), optionsOf(args), p);
}

/** std and var of NumPy divide by the count, those of PyTorch by one less. */
function spreadOperation(name: 'std' | 'var'): Operation {
  const run: Operation['run'] = (context, args) => {
    checkFloat(args, () => runtimeError('std and var only support floating point and complex dtypes'));
    const input = args.tensor('input');
    const isPopulation = input.library === 'numpy' || args.get('unbiased') === false;
    const correction = args.intOr('correction', isPopulation ? args.intOr('ddof', 0) : 1);
    return variance(context, input, optionsOf(args), { correction, isRoot: name === 'std' });
  };
  return operation(
    name,
    'torch method numpy array',
    'input, dim=, unbiased=, keepdim=, *, correction=, ddof=, dtype=',
    'reduces',
    run,
  );
}

function extremeOperation(name: 'max' | 'min'): Operation {
  return operation(name, 'torch method numpy array', 'input, dim=, keepdim=', 'extremum', (context, args) => {
    const input = args.tensor('input');
    const other = args.get('dim');
    if (other instanceof TorchTensor && other.dimCount > 0) {
      return extreme(context, name === 'max' ? 'maximum' : 'minimum', input, other);
    }
    const options = { dims: args.intsOr('dim', null), keepdim: args.bool('keepdim', false) };
    if (options.dims === null || input.library === 'numpy')
      return extremeOfGroups(context, name, input, options);
    return extremeAlong(context, name, input, options.dims[0], options.keepdim);
  });
}

/** Functions that take several elements to one. */
export const reductionOperations: readonly Operation[] = [
  operation('sum', 'torch method numpy array', parameters, 'reduces', (context, args) =>
    sum(context, args.tensor('input'), optionsOf(args)),
  ),
  operation('mean', 'torch method numpy array', parameters, 'reduces', (context, args) => {
    checkFloat(args, meanOf);
    return mean(context, args.tensor('input'), optionsOf(args));
  }),
  operation(
    'prod',
    'torch method numpy array',
    'input, dim=, keepdim=, *, dtype=',
    'reduces',
    (context, args) => product(context, args.tensor('input'), optionsOf(args)),
  ),
  operation('logsumexp', 'torch method special', 'input, dim, keepdim=', 'log-sum-exp', (context, args) =>
    logSumExp(context, args.tensor('input'), { ...optionsOf(args), dtype: null }),
  ),
  operation('norm', 'torch method', 'input, p=, dim=, keepdim=', 'reduces', (context, args) =>
    normBy(context, args, args.get('p') === 'fro' ? 2 : args.numberOr('p', 2)),
  ),
  operation('vector_norm', 'linalg', 'input, ord=, dim=, keepdim=, *, dtype=', 'reduces', (context, args) =>
    normBy(context, args, args.numberOr('ord', 2)),
  ),
  operation('norm', 'linalg', 'input, ord=, dim=, keepdim=, *, dtype=', 'reduces', (context, args) => {
    // With an order, one of a whole matrix is another norm.
    const isOfLines = args.intsOr('dim', args.tensor('input').shape).length === 1;
    if (args.has('ord') && !isOfLines) throw refused('linalg.norm');
    return normBy(context, args, args.numberOr('ord', 2));
  }),
  spreadOperation('std'),
  spreadOperation('var'),
  extremeOperation('max'),
  extremeOperation('min'),
  ...(['amax', 'amin'] as const).map((name) =>
    operation(name, 'torch method', 'input, dim=, keepdim=', 'reduces', (context, args) =>
      extremeOfGroups(context, name === 'amax' ? 'max' : 'min', args.tensor('input'), optionsOf(args), name),
    ),
  ),
  ...(['argmax', 'argmin'] as const).map((name) =>
    operation(name, 'torch method numpy array', 'input, dim=, keepdim=', 'indices', (context, args) =>
      argExtreme(
        context,
        name === 'argmax' ? 'max' : 'min',
        args.tensor('input'),
        args.intOr('dim', null),
        args.bool('keepdim', false),
      ),
    ),
  ),
  ...(['any', 'all'] as const).map((name) =>
    operation(name, 'torch method numpy array', 'input, dim=, keepdim=', 'unknown', (context, args) => {
      const input = args.tensor('input');
      const groups = groupsOf(input.shape, args.intsOr('dim', null), args.bool('keepdim', false));
      const trues = sums(
        input.dense().data.map((x) => (x !== 0 ? 1 : 0)),
        groups,
      );
      const data = trues.map((count) => ((name === 'any' ? count > 0 : count === groups.size) ? 1 : 0));
      const dtype = input.dtype === 'uint8' && input.library === 'torch' ? 'uint8' : 'bool';
      return context.make({ data, shape: groups.shape, dtype }, input);
    }),
  ),
  operation('sort', 'torch method', 'input, dim=, descending=', 'orders', (context, args) =>
    sorted(context, args.tensor('input'), {
      name: 'sort',
      dim: args.intOr('dim', -1),
      isDescending: args.bool('descending', false),
      count: null,
    }),
  ),
  operation('argsort', 'torch method', 'input, dim=, descending=', 'positions', (context, args) => {
    const options = { dim: args.intOr('dim', -1), isDescending: args.bool('descending', false) };
    return sorted(context, args.tensor('input'), { name: 'sort', ...options, count: null }).items[1];
  }),
  operation('topk', 'torch method', 'input, k, dim=, largest=, sorted=', 'orders', (context, args) =>
    sorted(context, args.tensor('input'), {
      name: 'topk',
      dim: args.intOr('dim', -1),
      isDescending: args.bool('largest', true),
      count: args.int('k'),
    }),
  ),
  operation('cumsum', 'torch method', 'input, dim, *, dtype=', 'elementwise', (context, args) => {
    const input = args.tensor('input');
    const dtype = args.dtype('dtype') ?? (isFloatingPoint(input.dtype) ? input.dtype : 'int64');
    const dim = wrapDim(args.int('dim'), input.dimCount);
    const running = (source: Float64Array, isReversed: boolean) => {
      const data = source.slice();
      forEachLine(input.shape, dim, (_, positions) => {
        const order = isReversed ? positions.slice().reverse() : positions;
        for (let i = 1; i < order.length; i++) data[order[i]] += data[order[i - 1]];
      });
      return data;
    };
    const result = { data: running(castTensor(input.dense(), dtype).data, false), shape: input.shape, dtype };
    return context.record(
      result,
      'CumsumBackward0',
      [input],
      (grad) => [{ ...grad, data: running(grad.data, true) }],
      false,
    );
  }),
  ...(['logical_and', 'logical_or', 'logical_xor'] as const).map((name) =>
    operation(name, 'torch method', 'input, other', 'unlike', (context, args) => {
      const test = {
        logical_and: (x: number, y: number) => x !== 0 && y !== 0,
        logical_or: (x: number, y: number) => x !== 0 || y !== 0,
        logical_xor: (x: number, y: number) => (x !== 0) !== (y !== 0),
      }[name];
      return toBools(context, args.tensor('input'), args.tensor('other'), test);
    }),
  ),
  operation('nansum', 'torch method', parameters, 'reduces', (context, args) =>
    nanSum(context, args.tensor('input'), optionsOf(args)),
  ),
  operation('nanmean', 'torch method', parameters, 'reduces', (context, args) => {
    checkFloat(args, (name) =>
      runtimeError(`nanmean(): expected input to have floating point or complex dtype but got ${name}`),
    );
    return nanMean(context, args.tensor('input'), optionsOf(args));
  }),
  operation('median', 'torch method', 'input, dim=, keepdim=', 'reduces', (context, args) => {
    const input = args.tensor('input');
    if (!args.has('dim')) return median(context, input);
    return medianAlong(context, input, args.int('dim'), args.bool('keepdim', false));
  }),
  operation('nan_to_num', 'torch method', 'input, nan=, posinf=, neginf=', 'elementwise', (context, args) =>
    nanToNum(context, args.tensor('input'), {
      nan: args.numberOr('nan', 0),
      above: args.numberOr('posinf', null),
      below: args.numberOr('neginf', null),
    }),
  ),
];
