/** Words of tensors, of Python and of other languages, and characters that stand alone for no reason. */
const words: readonly string[] = [
  ...'[ [ [[ ] ] ]] ( ( ) ) { } , , . ... : ; = == += - + * ** / // % @ < > != ~ & | ^ ! ? $ # ` ``` \' " """ \\ _'.split(
    ' ',
  ),
  ' ',
  '  ',
  '\t',
  '\n',
  '\n',
  '\n\n',
  '\n    ',
  '\n# ',
  '\r',
  '\r\n',
  '\f',
  '\0',
  '\u00a0',
  '\u2028',
  '\ud83d',
  '\u2212',
  '가',
  'é',
  '①',
  '٣',
  ...'0 1 -1 2.5 1e-3 1e400 -0. 1_0 0x1f 1j nan -inf None True False 9999999999999999999999 0.1234567890123456789'.split(
    ' ',
  ),
  ...'x y logits target labels self a b i'.split(' '),
  ...'if else for in while def class return lambda with as import from try except not and or is del yield await match case global print'
    .split(' ')
    .map((word) => `${word} `),
  'x = ',
  'y = ',
  'for i in range(3):\n    ',
  'if x:\n    ',
  'def f(a, b=1):\n    return ',
  'class A:\n    ',
  'import torch\n',
  'import torch.nn.functional as F\n',
  'import numpy as np\n',
  'torch.tensor(',
  'torch.zeros(',
  'torch.arange(',
  'torch.randn(',
  'np.array(',
  'tensor([',
  'F.softmax(',
  'F.log_softmax(',
  'F.nll_loss(',
  'F.cross_entropy(',
  'nn.NLLLoss()(',
  'nn.CrossEntropyLoss(',
  'nn.Softmax(dim=1)(',
  'torch.',
  'x.',
  'F.',
  'nn.',
  '.log()',
  '.view(-1)',
  '.long()',
  '.T',
  '.sum(',
  '.backward()',
  '.item()',
  '.shape',
  '.size(',
  '[0]',
  '[:, 1]',
  '[...]',
  '[::-1]',
  'dim=1',
  ', dtype=torch.float32)',
  ', requires_grad=True)',
  '*args',
  '**kwargs',
  'range(',
  'len(',
  'list(',
  'zip(',
  'map(',
  'sorted(',
  'sum(',
  'int(',
  'str(',
  'isinstance(',
  'getattr(',
  'print(',
  'super().',
  'f"{',
  "f'{x:.2f}'",
  '"a"',
  "'b'",
  'r"\\d"',
  '[1, 2]',
  '[[1., 2.], [3., 4.]]',
  '(1, 2)',
  '{1: 2}',
  '{"logits": [[1, 2]], "labels": [0]}',
  '[0, 1]',
  '[]',
  '[[], []]',
  '>>> ',
  '... ',
  'In [1]: ',
  'Out[2]: ',
  '12:00:00 ',
  'INFO ',
  '[3/100]',
  '|1|2|\n',
  '- 1\n',
  '1 2\n3 4\n',
  '1,2\n',
  'a\tb\n',
  'Columns 1 to 2\n',
  '(1,.,.) = \n',
  '[ CPUFloatType{2} ]\n',
  'c(1, 2)',
  'matrix(c(',
  'vec![',
  '{{1.f}, {2}}',
  'new int[]{',
  '[1 2; 3 4]',
  'Float32[',
  '<tf.Tensor: ',
  'Tensor(shape=[2], ',
  '```python\n',
  '<!-- -->',
  '# %%\n',
  '%timeit ',
  '!ls\n',
];

/** A short text of any sort: words at random, a text that is known with changes, or pieces of two of them. */
export function randomText(random: () => number, known: readonly string[]): string {
  const below = (end: number) => Math.floor(random() * end);
  const word = () => words[below(words.length)];
  const sentence = (most: number) => Array.from({ length: 1 + below(most) }, word).join('');
  if (random() < 0.4) return sentence(30);
  const text = piece(known[below(known.length)], random);
  const at = below(text.length + 1);
  const to = at + below(12);
  const kind = below(5);
  if (kind === 0) return text.slice(0, at) + sentence(3) + text.slice(to);
  if (kind === 1) return text.slice(0, at) + text.slice(to);
  if (kind === 2) return text.slice(0, at) + piece(known[below(known.length)], random).slice(below(200));
  if (kind === 3) return text.slice(0, at) + text.slice(at, to).repeat(1 + below(20)) + text.slice(to);
  const other = text[below(text.length)] ?? '';
  return text.replaceAll(other, () => (random() < 0.5 ? other : word()));
}

/** Some lines of a text, at most about this many characters of them. */
const longestPiece = 800;

function piece(text: string, random: () => number): string {
  const lines = text.split('\n');
  const from = text.length > longestPiece ? Math.floor(random() * lines.length) : 0;
  return lines.slice(from).join('\n').slice(0, longestPiece);
}
