import { describe, expect, test } from 'vitest';
import { hasAttribute } from '../../../../../src/core/python/torch/library/attributeNames';
import { losses } from '../../../../../src/core/python/torch/losses';
import { modules } from '../../../../../src/core/python/torch/modules';
import type { Home } from '../../../../../src/core/python/torch/operation';
import { operations } from '../../../../../src/core/python/torch/operations';

/** What Python calls the homes whose names are recorded. */
const owners: Partial<Record<Home, string>> = {
  torch: 'torch',
  F: 'torch.nn.functional',
  autograd: 'torch.autograd',
  method: 'Tensor',
  numpy: 'numpy',
  array: 'numpy.ndarray',
};

/** The names in order, in lines that can be read. */
function sorted(names: readonly string[]): string {
  const all = [...new Set(names)].sort().join(' ');
  return all.replaceAll(/(.{1,96})(?: |$)/g, '$1\n').trimEnd();
}

describe('the rows of operations', () => {
  test('are found where PyTorch and NumPy have them', () => {
    const strays = operations.flatMap(({ name, homes }) =>
      homes
        .filter((home) => owners[home] && hasAttribute(owners[home], name) !== true)
        .map((home) => `${home}.${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('are one for each name of a home', () => {
    const names = operations.flatMap(({ name, homes }) => homes.map((home) => `${home}.${name}`));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('without a computation are those that snippets refuse by name', () => {
    expect(
      sorted(operations.filter(({ run, isRandom }) => !run && !isRandom).map(({ name }) => name)),
    ).toMatchInlineSnapshot(`
      "BFloat16Tensor BoolTensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor
      LongTensor ShortTensor batch_norm bilinear conv_transpose1d conv_transpose2d conv_transpose3d
      cuda embedding instance_norm local_response_norm log_softmax lp_pool1d lp_pool2d pin_memory
      resize resize_as softmax upsample"
    `);
  });

  test('that are random are refused with that reason, some of them without a seed alone', () => {
    expect(
      sorted(operations.filter(({ isRandom }) => isRandom).map(({ name }) => name)),
    ).toMatchInlineSnapshot(`
      "alpha_dropout bernoulli beta binomial choice dirichlet dropout dropout1d dropout2d dropout3d
      exponential feature_alpha_dropout gamma gumbel_softmax multinomial normal normal_ permutation
      poisson rand rand_like randint randint_like randn randn_like random random_ random_sample
      randperm rrelu shuffle standard_normal uniform uniform_"
    `);
  });

  test('without an effect are those that the checker calls unknown, losses and NumPy aside', () => {
    const functions = losses.map(({ functional }) => functional);
    const unknown = operations.filter(({ name, effect }) => effect === null && !functions.includes(name));
    expect(sorted(unknown.map(({ name, homes }) => `${homes.join('/')}.${name}`))).toMatchInlineSnapshot(`
      "random.beta random.binomial random.choice random.dirichlet random.exponential random.gamma
      random.multinomial random.normal random.permutation random.poisson random.rand random.randint
      random.randn random.random random.random_sample random.standard_normal random.uniform"
    `);
  });
});

describe('the rows of modules', () => {
  test('are found in torch.nn', () => {
    expect(modules.filter(({ name }) => hasAttribute('torch.nn', name) !== true)).toEqual([]);
  });

  test('without a function are those that snippets refuse by name', () => {
    expect(
      sorted(modules.filter(({ applies }) => !applies?.run).map(({ name }) => name)),
    ).toMatchInlineSnapshot(`
      "Bilinear ConvTranspose1d ConvTranspose2d ConvTranspose3d EmbeddingBag GRU GRUCell LPPool1d
      LPPool2d LSTM LSTMCell LazyBatchNorm1d LazyBatchNorm2d LazyConv1d LazyConv2d LazyConv3d
      LazyLinear LocalResponseNorm MultiheadAttention PReLU RMSNorm RNN RNNCell RReLU SyncBatchNorm
      Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder
      TransformerEncoderLayer Upsample UpsamplingBilinear2d UpsamplingNearest2d"
    `);
  });

  test('without an effect are those that the checker calls unknown', () => {
    expect(
      sorted(modules.filter(({ effect }) => effect === null).map(({ name }) => name)),
    ).toMatchInlineSnapshot(`""`);
  });
});
