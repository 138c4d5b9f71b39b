import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTensors } from '../../../../src/core/text/readTensors';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/text/${name}`, import.meta.url), 'utf8');

/** One line per literal: name, callee, dtype, shape, values, then what else there is to say. */
function summary(text: string, languageId?: string): string[] {
  const { literals, problems } = readTensors(text, { languageId });
  expect(problems).toEqual([]);
  return literals.map(({ name, callee, tensor, operations, requiresGrad, gradFn, keywords }) => {
    const values = [...tensor.data].map((value) => (Object.is(value, -0) ? '-0' : String(value))).join(' ');
    const applied = operations.map(({ name, dim }) => `.${name}(${dim ?? ''})`).join('');
    const said = keywords.map((keyword) => ` ${keyword.name}=${keyword.value}`).join('');
    const grad = `${requiresGrad ? ' grad' : ''}${gradFn ? ` ${gradFn}` : ''}`;
    return `${name ?? '-'}: ${callee ?? '-'} ${tensor.dtype} (${tensor.shape.join(', ')}) ${values}${applied}${said}${grad}`;
  });
}

const forms: readonly [string, string, readonly string[]][] = [
  ['a JSON array', '[[1, 2], [3, 4]]', ['-: - int64 (2, 2) 1 2 3 4']],
  [
    'an object of arrays',
    '{"logits": [[0.5, -1]], "labels": [0]}',
    ['logits: - float32 (1, 2) 0.5 -1', 'labels: - int64 (1) 0'],
  ],
  ['JSON with comments', '{ // values\n "x": [1, /* two */ 2, // three\n 3] }', ['x: - int64 (3) 1 2 3']],
  [
    'a JavaScript object',
    "{ logits: [1.5], 'labels': [2, 0] }",
    ['logits: - float32 (1) 1.5', 'labels: - int64 (2) 2 0'],
  ],
  ['a TypeScript declaration', 'const logits: number[][] = [[1, 2]];', ['logits: - int64 (1, 2) 1 2']],
  ['a typed array', 'new Float32Array([1, 2])', ['-: Float32Array float32 (2) 1 2']],
  ['a tuple of tuples', 'x = ((1., 2.), (3., 4.))', ['x: - float32 (2, 2) 1 2 3 4']],
  ['two values side by side', '[[1., 2.]], [0]', ['-: - float32 (1, 2) 1 2', '-: - int64 (1) 0']],
  [
    'two tuples side by side',
    '((1., 2.), (3., 4.)), (0, 1)',
    ['-: - float32 (2, 2) 1 2 3 4', '-: - int64 (2) 0 1'],
  ],
  ['trailing commas', '[[1, 2,], [3, 4,],]', ['-: - int64 (2, 2) 1 2 3 4']],
  ['written numbers', '[1., .5, 1e-3, 1_000, -0., +2]', ['-: - float32 (6) 1 0.5 0.001 1000 -0 2']],
  ['a key that is assigned', 'd["logits"] = [1., 2.]', ['logits: - float32 (2) 1 2']],
  ['a statement behind a colon', 'if x: y = [1., 2.]', ['y: - float32 (2) 1 2']],
  [
    'a parameter that is printed',
    'Parameter containing:\ntensor([1.], requires_grad=True)',
    ['-: tensor float32 (1) 1 requires_grad=True grad'],
  ],
  ['a function of numpy around a list', 'np.log([0.5])', ['-: - float64 (1) 0.5.log()']],
  [
    'special values',
    '[-inf, +inf, nan, NaN, float(\'-inf\'), float("nan"), math.inf, -np.inf, torch.nan]',
    ['-: - float32 (9) -Infinity Infinity NaN NaN -Infinity NaN Infinity -Infinity NaN'],
  ],
  ['bools', '[True, False, true]', ['-: - bool (3) 1 0 1']],
  ['bools among ints', '[True, 2]', ['-: - int64 (2) 1 2']],
  ['torch.tensor', 'torch.tensor([1, 2.])', ['-: torch.tensor float32 (2) 1 2']],
  [
    'torch.tensor with a dtype',
    'torch.tensor([1], dtype = torch.float64)',
    ['-: torch.tensor float64 (1) 1 dtype=torch.float64'],
  ],
  ['torch.tensor with data=', 'torch.tensor(data=[1, 2])', ['-: torch.tensor int64 (2) 1 2']],
  ['a 0-d tensor', 'torch.tensor(2)', ['-: torch.tensor int64 () 2']],
  ['an empty tensor', 'torch.tensor([])', ['-: torch.tensor float32 (0) ']],
  ['torch.Tensor of a list', 'torch.Tensor([0, 2])', ['-: torch.Tensor float32 (2) 0 2']],
  ['torch.cuda.LongTensor', 'torch.cuda.LongTensor([3])', ['-: torch.cuda.LongTensor int64 (1) 3']],
  ['HalfTensor', 'torch.HalfTensor([1])', ['-: torch.HalfTensor float16 (1) 1']],
  ['np.array', 'np.array([1.])', ['-: np.array float64 (1) 1']],
  [
    'np.array with a positional dtype',
    'np.array([1, 2], np.float32)',
    ['-: np.array float32 (2) 1 2 dtype=np.float32'],
  ],
  ['tf.constant', 'tf.constant([1, 2])', ['-: tf.constant int32 (2) 1 2']],
  ['jnp.array', 'jnp.array([1.])', ['-: jnp.array float32 (1) 1']],
  ['a parameter', 'nn.Parameter(torch.tensor([1.]))', ['-: torch.tensor float32 (1) 1 grad']],
  ['numpy inside torch', 'torch.from_numpy(np.array([1.]))', ['-: np.array float64 (1) 1']],
  [
    'numpy inside torch with a dtype',
    'torch.tensor(np.array([1.]), dtype=torch.float32)',
    ['-: np.array float64 (1) 1.float32()'],
  ],
  [
    'methods, innermost first',
    'torch.tensor([1]).float().log_softmax(-1).cuda()',
    ['-: torch.tensor int64 (1) 1.float32().log_softmax(-1)'],
  ],
  [
    'casts by to and type',
    'torch.tensor([1]).to("cuda", torch.float16).type(torch.LongTensor)',
    ['-: torch.tensor int64 (1) 1.float16().int64()'],
  ],
  ['a numpy cast', 'np.array([1]).astype(np.float32)', ['-: np.array int64 (1) 1.float32()']],
  [
    'functions around',
    'F.log_softmax(torch.exp(torch.tensor([1.])), dim=0)',
    ['-: torch.tensor float32 (1) 1.exp().log_softmax(0)'],
  ],
  [
    'a module called at once',
    'nn.LogSoftmax(dim=1)(torch.tensor([[1.]]))',
    ['-: torch.tensor float32 (1, 1) 1.log_softmax(1)'],
  ],
  [
    'TensorFlow along the last axis',
    'tf.nn.softmax(tf.constant([1.]))',
    ['-: tf.constant float32 (1) 1.softmax(-1)'],
  ],
  [
    'JAX and Flax along the last axis',
    'nn.softmax(jnp.array([[[1.]]]))',
    ['-: jnp.array float32 (1, 1, 1) 1.softmax(-1)'],
  ],
  [
    'functions without their module',
    'logsigmoid(sigmoid(torch.tensor([1.])))',
    ['-: torch.tensor float32 (1) 1.sigmoid().logsigmoid()'],
  ],
  [
    'special functions',
    'torch.special.expit(functional.log_softmax(torch.tensor([1.]), dim=0))',
    ['-: torch.tensor float32 (1) 1.log_softmax(0).sigmoid()'],
  ],
  [
    'no function that only resembles one',
    'F.softmin(torch.tensor([1.]), 0)',
    ['-: torch.tensor float32 (1) 1'],
  ],
  ['log alone, which may be of any language', 'log(torch.tensor([1.]))', ['-: torch.tensor float32 (1) 1']],
  [
    'functions that keep the values',
    'torch.sigmoid(torch.clone(torch.detach(torch.tensor([1.]))))',
    ['-: torch.tensor float32 (1) 1.sigmoid()'],
  ],
  [
    'methods that keep the values',
    'torch.tensor([1.]).pin_memory().detach_().log().share_memory_().to_dense().tolist()',
    ['-: torch.tensor float32 (1) 1.log()'],
  ],
  [
    'what is random without making values',
    'torch.manual_seed(0)\nrandom.shuffle(rows)\nx = [F.dropout(y, 0.5), randn(2)]\nz = [1]',
    ['z: - int64 (1) 1'],
  ],
  [
    'no sizes and settings of layers',
    'x = F.adaptive_avg_pool2d(F.pad(x, pad=(1, 1)), [2, 2])\nz = [F.layer_norm(z, [5, 4]), nn.GroupNorm([3, 3])]',
    [],
  ],
  ['requires_grad_', 'torch.tensor([1.]).requires_grad_()', ['-: torch.tensor float32 (1) 1 grad']],
  [
    'unknown functions around',
    'criterion(torch.tensor([1.]), torch.tensor([0]))',
    ['-: torch.tensor float32 (1) 1', '-: torch.tensor int64 (1) 0'],
  ],
  ['attributes as names', 'self.logits = [1., 2.]', ['logits: - float32 (2) 1 2']],
  ['annotated names', 'logits: torch.Tensor = torch.tensor([1.])', ['logits: torch.tensor float32 (1) 1']],
  [
    'keyword arguments',
    'loss(input=[[1., 2.]], target=(0, 1))',
    ['input: - float32 (1, 2) 1 2', 'target: - int64 (2) 0 1'],
  ],
  [
    'several names at once, given to none',
    'logits, labels = [[1., 2.]], [0]',
    ['-: - float32 (1, 2) 1 2', '-: - int64 (1) 0'],
  ],
  ['a single target', 'target = 2\nx = 3', ['target: - int64 () 2']],
  ['a single label in JSON', '{"label": 1, "epoch": 3}', ['label: - int64 () 1']],
  [
    'a printed tensor',
    "tensor([[ 1.5410, -0.2934],\n        [ 0.5684, -1.0845]], device='cuda:0',\n       grad_fn=<SoftmaxBackward0>)",
    [
      "-: tensor float32 (2, 2) 1.541 -0.2934 0.5684 -1.0845 device='cuda:0' grad_fn=<SoftmaxBackward0> SoftmaxBackward0",
    ],
  ],
  [
    'a printed 3-D tensor with blank lines',
    'tensor([[[1., 2.],\n         [3., 4.]],\n\n        [[5., 6.],\n         [7., 8.]]], dtype=torch.float64)',
    ['-: tensor float64 (2, 2, 2) 1 2 3 4 5 6 7 8 dtype=torch.float64'],
  ],
  [
    'a printed tensor in scientific mode',
    'tensor([1.0000e-08, 1.0000e+00], requires_grad=True)',
    ['-: tensor float32 (2) 1e-8 1 requires_grad=True grad'],
  ],
  [
    'printed 0-d',
    'tensor(0.3185, grad_fn=<NllLossBackward0>)',
    ['-: tensor float32 () 0.3185 grad_fn=<NllLossBackward0> NllLossBackward0'],
  ],
  ['a printed tensor of no rows', 'tensor([], size=(0, 3))', ['-: tensor float32 (0, 3)  size=(0, 3)']],
  [
    'a dictionary of prints',
    "{'logits': tensor([[1., 2.]]), 'labels': tensor([1])}",
    ['logits: tensor float32 (1, 2) 1 2', 'labels: tensor int64 (1) 1'],
  ],
  ['printed numpy', '[[0.1 0.2]\n [0.3 0.4]]', ['-: - float64 (2, 2) 0.1 0.2 0.3 0.4']],
  [
    'printed numpy with special values',
    '[ nan  inf -inf   1.]',
    ['-: - float64 (4) NaN Infinity -Infinity 1'],
  ],
  ['numpy repr', 'array([[1., 2.]], dtype=float32)', ['-: array float32 (1, 2) 1 2 dtype=float32']],
  [
    'an empty numpy repr',
    'array([], shape=(0, 3), dtype=float64)',
    ['-: array float64 (0, 3)  shape=(0, 3) dtype=float64'],
  ],
  ['a literal in comments', '# logits = [[1, 2],\n#           [3, 4]]', ['logits: - int64 (2, 2) 1 2 3 4']],
  [
    'a constructor in comments',
    '// torch.tensor(\n//   [[1, 2],\n//    [3, 4]])',
    ['-: torch.tensor int64 (2, 2) 1 2 3 4'],
  ],
  ['a literal in a doc comment', '/**\n * [[1., 2.],\n *  [3., 4.]]\n */', ['-: - float32 (2, 2) 1 2 3 4']],
  ['a literal in a quotation', '> [[1., 2.],\n>  [3., 4.]]', ['-: - float32 (2, 2) 1 2 3 4']],
  [
    'a Python prompt',
    '>>> x = torch.tensor([[1, 2],\n...                   [3, 4]])',
    ['x: torch.tensor int64 (2, 2) 1 2 3 4'],
  ],
  [
    'comments inside',
    'torch.tensor(  # logits [N, C]\n    [[1, 2],  # first\n     [3, 4]])',
    ['-: torch.tensor int64 (2, 2) 1 2 3 4'],
  ],
  ['Windows line ends', 'x = [[1, 2],\r\n     [3, 4]]\r\n', ['x: - int64 (2, 2) 1 2 3 4']],
];

describe('readTensors', () => {
  it.each(forms)('reads %s', (_, text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  it('reads both examples of a Markdown post with their keywords and operations', () => {
    expect(summary(fixture('post.md'))).toEqual([
      'logits: torch.FloatTensor float32 (2, 3) 1.2 0.5 -0.8 -0.5 0.8 2 requires_grad=True grad',
      'labels: torch.FloatTensor float32 (2) 0 2',
      'log_probs: torch.tensor float32 (2, 3) 0.7 0.2 0.1 0.1 0.2 0.7.log() dtype=torch.float32',
      'targets: torch.tensor int64 (2) 0 2',
    ]);
  });

  it('finds nothing but the two tensors in a Python file full of other brackets', () => {
    const expected = [
      'logits: torch.tensor float32 (2, 3) 1.2 0.5 -0.8 -0.5 0.8 2',
      'target: torch.tensor int64 (2) 0 2',
    ];
    expect(summary(fixture('unrelated.py'), 'python')).toEqual(expected);
    expect(summary(fixture('unrelated.py'))).toEqual(expected);
  });

  it.each([
    ['["a", "b"]'],
    ['[x, y]'],
    ['[]'],
    ['x[0]'],
    ['x[1:3]'],
    ['shape = (2, 3)'],
    ['nn.Linear(3, 4)'],
    ['x.view(2, 3)'],
    ['x.view([2, 3])'],
    ['torch.zeros((2, 3))'],
    ['for i in [1, 2]: pass'],
    ['torch.tensor(data)'],
    ['List[int]'],
    ['see [1](url) and [2].'],
    ["it's x[0] and don't"],
    ['[i for i in range(3)]'],
    ['[0] * 10'],
    ['x == [1, 2]'],
    ['f"{x[0]}"'],
    ['"[1, 2]"'],
    ['foo(1, 2)'],
    ['betas=(0.9, 0.999)'],
    ['[1, 2].map(f)'],
    ['[n * 2, 3]'],
  ])('finds neither tensor nor problem in %s', (text) => {
    expect(readTensors(text)).toEqual({ literals: [], problems: [] });
  });

  it('gives the ranges of the brackets, the constructor, its keywords and each operation', () => {
    const text = 'p = torch.log(torch.tensor([1.], dtype=torch.float32)).cuda()';
    const [literal] = readTensors(text).literals;
    const at = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
    expect(at(literal)).toBe('torch.tensor([1.], dtype=torch.float32)');
    expect(at(literal.body)).toBe('[1.]');
    expect(literal.keywords.map(at)).toEqual(['dtype=torch.float32']);
    expect(literal.operations.map(at)).toEqual(['torch.log(torch.tensor([1.], dtype=torch.float32))']);
  });

  it.each<[string, number | null]>([
    ['[1, 2]', null],
    ['[1., 2.]', null],
    ['[0.5, 0.25]', 2],
    ['[1.5e-3]', 4],
    ['tensor([1.0000e-08])', 12],
    ['tensor(0.3185)', 4],
  ])('counts the decimals of %s', (text, decimals) => {
    expect(readTensors(text).literals[0].decimals).toBe(decimals);
  });

  it.each([
    ['torch.tensor([1])', false],
    ['torch.tensor([1], dtype=torch.int64)', true],
    ['torch.LongTensor([1])', true],
    ['torch.tensor([1]).long()', true],
    ['torch.tensor([1]).cuda()', false],
  ])('knows whether %s says its dtype', (text, isDtypeWritten) => {
    expect(readTensors(text).literals[0].isDtypeWritten).toBe(isDtypeWritten);
  });

  it('takes // for a division in Python', () => {
    const text = '[7 // 2,\n 3]';
    expect(readTensors(text, { languageId: 'python' }).literals).toEqual([]);
  });

  it('stops when it is cancelled, and says so', () => {
    const { problems } = readTensors('[1], '.repeat(10_000), { isCancelled: () => true });
    expect(problems.map(({ code }) => code)).toEqual(['cancelled']);
  });
});
