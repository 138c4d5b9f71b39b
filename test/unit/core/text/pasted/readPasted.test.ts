import { describe, expect, test } from 'vitest';
import { readTensors } from '../../../../../src/core/text/readTensors';

/** Each tensor as `name values (shape) dtype`, and each problem as its code. */
function read(text: string, readings: Readonly<Record<number, string>> = {}): readonly string[] {
  const { literals, problems } = readTensors(text, { isPasted: true, readings });
  return [
    ...literals.map(({ name, tensor: { data, shape, dtype } }) =>
      `${name ?? ''} ${[...data].join(' ')} (${shape.join(', ')}) ${dtype}`.trim(),
    ),
    ...problems.map(({ code }) => code),
  ];
}

describe('arrays of', () => {
  test.each([
    ['C', 'float a[2][2] = {{1.f, 2.f}, {3.f, -4.5f}};', ['a 1 2 3 -4.5 (2, 2) float32']],
    ['C, doubles', 'double a[] = {1e-3, 2.};', ['a 0.001 2 (2) float64']],
    ['C, whole numbers', 'int y[] = {0, 2};', ['y 0 2 (2) int32']],
    ['C++', 'std::vector<std::vector<double>> x{{1.0, 2.0}, {3.0, 4.0}};', ['1 2 3 4 (2, 2) float64']],
    ['LibTorch', 'torch::tensor({{1.0, 2.0}, {3.0, 4.0}})', ['1 2 3 4 (2, 2) float32']],
    ['Java', 'double[][] m = new double[][] {{1.0, -2.5}, {3e-3, 4}};', ['m 1 -2.5 0.003 4 (2, 2) float64']],
    ['C#', 'var m = new float[,] {{1f, 2f}, {3f, 4f}};', ['m 1 2 3 4 (2, 2) float32']],
    ['Go', 'x := [][]float64{{1, 2}, {3, 4}}', ['x 1 2 3 4 (2, 2) float64']],
    ['Mathematica', '{{1., 2.}, {3.*^-2, 4.*^2}}', ['1 2 0.03 400 (2, 2) float64']],
    ['Rust', 'let a = array![[1.0f32, 2.0], [3.0, 4.0]];', ['a 1 2 3 4 (2, 2) float32']],
    ['Rust vectors', 'let y = vec![vec![1, 2], vec![3, 4]];', ['y 1 2 3 4 (2, 2) int64']],
    ['Rust ndarray', 'arr2(&[[1.0, 2.0]])', ['1 2 (1, 2) float64']],
    ['MATLAB', 'a = [1 2; 3 4.5]', ['a 1 2 3 4.5 (2, 2) float64']],
    ['MATLAB, continued', 'a = [1, 2, ...\n 3; 4, 5, 6]', ['a 1 2 3 4 5 6 (2, 3) float64']],
    ['MATLAB, rows on lines', 'A = [1.5 2\n 3 4]', ['A 1.5 2 3 4 (2, 2) float64']],
    ['Julia', 'x = Float32[1.0 2.0; 3.0 4.0]', ['x 1 2 3 4 (2, 2) float32']],
    ['Julia vectors', 'x = Float64[1.0, 2.0]', ['x 1 2 (2) float64']],
    ['R', 'x <- c(1, 2.5, 3L)', ['x 1 2.5 3 (3) float64']],
    ['R, by column', 'm <- matrix(c(1,2,3,4,5,6), nrow=2)', ['m 1 3 5 2 4 6 (2, 3) float64']],
    ['R, by row', 'm <- matrix(c(1,2,3,4,5,6), ncol=3, byrow=TRUE)', ['m 1 2 3 4 5 6 (2, 3) float64']],
    ['R, bound', 'm <- rbind(c(1,2), c(3,4))', ['m 1 2 3 4 (2, 2) float64']],
    ['R, bound by column', 'm <- cbind(c(1,2), c(3,4))', ['m 1 3 2 4 (2, 2) float64']],
    ['R, with dim', 'm <- array(c(1,2,3,4,5,6), dim=c(2,3))', ['m 1 3 5 2 4 6 (2, 3) float64']],
    [
      'TensorFlow',
      '<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>',
      ['1 2 (2) float32'],
    ],
    [
      'TensorFlow, printed',
      'tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)',
      ['1 2 3 4 (2, 2) float32'],
    ],
    [
      'Paddle',
      'Tensor(shape=[1, 2], dtype=float64, place=Place(cpu), stop_gradient=True,\n       [[1., 2.]])',
      ['1 2 (1, 2) float64'],
    ],
    ['JAX', 'x = Array([[1., 2.]], dtype=float32)', ['x 1 2 (1, 2) float32']],
    ['NumPy scalars', 'np.float32(0.1)', ['0.1 () float32']],
    [
      'PyTorch return types',
      'torch.return_types.max(\nvalues=tensor([3., 4.]),\nindices=tensor([1, 0]))',
      ['values 3 4 (2) float32', 'indices 1 0 (2) int64'],
    ],
  ])('%s are read', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('other languages are not looked for in whole documents', () => {
    const text = 'enum { A = 1 }; int a[2] = {1, 2}; x = [1 2; 3 4]; y <- c(1, 2)';
    expect(readTensors(text).literals).toEqual([]);
  });

  test.each(['if x in {0, 1}: pass', 'd = {1: 2}', 'f"{{1}}"', 'void f() { return 1; }'])(
    'braces that are no arrays are left alone: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  test.each([
    [
      'tensor(indices=tensor([[0, 1]]),\n       values=tensor([3., 4.]),\n       size=(2,), nnz=2, layout=torch.sparse_coo)',
      'expected a dense tensor, got a sparse one: print x.to_dense()',
    ],
    ['torch.Size([2, 3])', 'expected the values of a tensor, got "torch.Size([2, 3])", which is a shape'],
    [
      'tensor([1.+2.j, 3.+0.j])',
      'expected a real number, got the complex "1.+2.j": take x.real or x.abs() of it',
    ],
  ])('prints that hold no values are refused: %s', (text, message) => {
    const { literals, problems } = readTensors(text, { isPasted: true });
    expect(literals).toEqual([]);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });

  test.each(['[]', 'y = []', '  y: [[], []],\n'])('an empty list is said to be one: %s', (text) => {
    const { literals, problems } = readTensors(text, { isPasted: true });
    expect([literals, problems.map(({ code, message }) => [code, message])]).toEqual([
      [],
      [['empty', 'nothing to evaluate: the list is empty']],
    ]);
  });

  test('an empty list beside a tensor is no problem', () => {
    expect(read('x = [[1.5, 2]]\nlosses = []')).toEqual(['x 1.5 2 (1, 2) float32']);
  });

  test('a shape beside a tensor is no problem', () => {
    expect(read('x = [[1.5, 2]]  # torch.Size([1, 2])')).toEqual(['x 1.5 2 (1, 2) float32']);
  });

  test('rows of several lengths are a problem', () => {
    expect(read('[1 2; 3]')).toEqual(['ragged']);
  });
});

describe('dirt of', () => {
  test.each([
    ['prompts', '>>> x\ntensor([[1., 2.],\n        [3., 4.]])', ['x 1 2 3 4 (2, 2) float32']],
    ['continued prompts', '>>> x = [[1, 2],\n...      [3, 4]]', ['x 1 2 3 4 (2, 2) int64']],
    ['notebooks', 'In [3]: x\nOut[3]: array([1., 2.])', ['x 1 2 (2) float64']],
    [
      'loggers',
      '2024-01-01 12:00:00,123 INFO train: [[1.0, 2.0],\n2024-01-01 12:00:00,123 INFO train:  [3.0, 4.0]]',
      ['1 2 3 4 (2, 2) float32'],
    ],
    ['times and levels in brackets', '[12:00:00] [INFO] loss [0.1, 0.2]', ['0.1 0.2 (2) float32']],
    ['progress', 'Epoch [1/10], Step [100/600], Loss: 0.3', []],
    ['terminals', '\u001b[32m[1.0, \u001b[31m2.0]\u001b[0m', ['1 2 (2) float32']],
    ['typeset minus signs', '[\u22121.5, \u20132]', ['-1.5 -2 (2) float32']],
    ['input methods', '\uff3b\uff11\uff0c\uff12\uff0e\uff15\uff3d', ['1 2.5 (2) float32']],
    ['no-break spaces', '[1.0,\u00a02.0]', ['1 2 (2) float32']],
    ['smart quotes', '{\u201clogits\u201d: [1.5, 2]}', ['logits 1.5 2 (2) float32']],
    ['debug consoles', 'tensor([[1., 2.],\\n        [3., 4.]])', ['1 2 3 4 (2, 2) float32']],
    ['comments', '# logits = [1.0, 2.0]', ['logits 1 2 (2) float32']],
    ['prose', 'The answer is [[0.7, 0.3]] as you can see.', ['0.7 0.3 (1, 2) float32']],
  ])('%s is looked through', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('where a text can be read in two ways', () => {
  test.each([
    ['[1 -2]', 0, 'difference', ['1 -2 (2) int64', '-1 (1) int64']],
    ['[1 2\n3 4]', 0, 'one-row', ['1 2 3 4 (2, 2) float64', '1 2 3 4 (4) int64']],
    ['matrix(c(1,2,3,4), nrow=2)', 0, 'rows', ['1 3 2 4 (2, 2) float64', '1 2 3 4 (2, 2) float64']],
  ] as const)(
    'the reading of %j is named, and the other one can be had',
    (text, from, id, [usual, other]) => {
      const [{ reading }] = readTensors(text, { isPasted: true }).literals;
      expect(reading?.taken).not.toBe('');
      expect(reading?.others.map((one) => one.id)).toEqual([id]);
      expect(read(text)).toEqual([usual]);
      expect(read(text, { [from]: id })).toEqual([other]);
    },
  );
});

test('line breaks in the strings of a document are left to its strings', () => {
  expect(readTensors('print("values: 1,\\n[2, 3]")').literals).toEqual([]);
});
