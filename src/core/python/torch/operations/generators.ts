import { type Operation, operation, operationsOf, randomOperations } from '../operation';
import { dropoutOperations } from './nn/dropoutOperations';

const made = '*, generator=, dtype=, device=, requires_grad=, layout=, pin_memory=, out=';
const like = 'input, *, dtype=, device=, requires_grad=, layout=, memory_format=, generator=';

/** What makes random numbers otherwise than as `seededOperations` know it; none of it is evaluated. */
export const generators: readonly Operation[] = [
  ...randomOperations('normal', 'torch', `mean, std=, size=, ${made}`, {
    does: 'creates',
    from: 'sizes',
    values: 'other',
    dtype: 'float',
  }),
  ...randomOperations('randint_like', 'torch', like, {
    does: 'creates',
    from: 'like',
    values: 'other',
    dtype: null,
  }),
  ...randomOperations('multinomial', 'torch method', 'input, num_samples, replacement=', 'positions'),
  ...randomOperations('bernoulli', 'torch method', 'input, p=', 'unlike'),
  ...randomOperations('poisson', 'torch', 'input, generator=', 'unlike'),
  ...dropoutOperations,
  ...randomOperations('gumbel_softmax', 'F', 'logits, tau=, hard=, eps=, dim=', {
    does: 'activates',
    name: 'softmax',
    dim: -1,
    isPlain: false,
  }),
  ...randomOperations('rrelu', 'torch F', 'input, *others', 'elementwise'),
  ...randomOperations(
    'rand randn randint random random_sample normal uniform choice permutation standard_normal multinomial binomial ' +
      'beta dirichlet exponential gamma poisson',
    'random',
    '*others',
    null,
  ),
  ...randomOperations('shuffle', 'random', 'x', 'python'),
  // What they seed is not evaluated.
  operation('seed', 'random', 'a=, version=', 'python', () => null),
  ...operationsOf('manual_seed manual_seed_all', 'cuda', 'seed', 'python', () => () => null),
];
