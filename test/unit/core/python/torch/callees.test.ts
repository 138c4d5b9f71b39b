import { describe, expect, test } from 'vitest';
import { nnClassOfCallee, operationOfCallee } from '../../../../../src/core/python/torch/library/callees';
import { operationIn } from '../../../../../src/core/python/torch/operations';

describe('a callee as it is written', () => {
  test.each([
    ['torch.softmax', 'torch', 'softmax'],
    ['F.softmax', 'F', 'softmax'],
    ['nn.functional.softmax', 'F', 'softmax'],
    ['torch.nn.functional.softmax', 'F', 'softmax'],
    ['functional.softmax', 'F', 'softmax'],
    ['softmax', 'F', 'softmax'],
    ['clone', 'torch', 'clone'],
    ['autograd.Variable', 'autograd', 'Variable'],
    ['Variable', 'autograd', 'Variable'],
    ['np.log', 'numpy', 'log'],
    ['np.random.randn', 'random', 'randn'],
    ['random.shuffle', 'random', 'shuffle'],
  ] as const)('%s is the operation of its module', (callee, home, name) => {
    expect(operationOfCallee(callee)).toBe(operationIn(home, name));
    expect(operationOfCallee(callee)).toBeDefined();
  });

  test.each([
    'special.softmax',
    'scipy.special.softmax',
    'linalg.norm',
    'x.softmax',
    'nn.softmax',
    'F.Softmax',
  ])('%s is of no known module', (callee) => {
    expect(operationOfCallee(callee)).toBeUndefined();
  });

  test('is a class of torch.nn by its last name', () => {
    const names = ['torch.nn.Softmax', 'nn.Softmax', 'Softmax', 'jax.nn.Softmax', 'nn.functional.softmax'];
    expect(names.map(nnClassOfCallee)).toEqual(['Softmax', 'Softmax', 'Softmax', null, null]);
  });
});
