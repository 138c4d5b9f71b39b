import { runSnippet } from '../../../src/core';
import { builtinNames } from '../../../src/core/python/run/builtins/builtinNames';
import { attributeNames } from '../../../src/core/python/torch/library/attributeNames';
import type { Home, Operation } from '../../../src/core/python/torch/operation';
import { operations } from '../../../src/core/python/torch/operations';

/** What names belong to. */
interface Owner {
  readonly title: string;
  readonly names: readonly string[];
  /** The home of its operations; null where it has none. */
  readonly home: Home | null;
  /** The code of a name in front of which the usual imports stand. */
  readonly code: (name: string) => string;
}

const owners: readonly Owner[] = [
  { title: 'Python', names: publicBuiltins(), home: null, code: (name) => name },
  { title: 'math', names: attributeNames('math'), home: null, code: (name) => `math.${name}` },
  { title: 'torch', names: attributeNames('torch'), home: 'torch', code: (name) => `torch.${name}` },
  {
    title: 'torch.Tensor',
    names: attributeNames('Tensor'),
    home: 'method',
    code: (name) => `torch.zeros(2).${name}`,
  },
  { title: 'torch.nn', names: attributeNames('torch.nn'), home: null, code: (name) => `nn.${name}` },
  {
    title: 'torch.nn.functional',
    names: attributeNames('torch.nn.functional'),
    home: 'F',
    code: (name) => `F.${name}`,
  },
  {
    title: 'torch.autograd',
    names: attributeNames('torch.autograd'),
    home: 'autograd',
    code: (name) => `torch.autograd.${name}`,
  },
  { title: 'numpy', names: attributeNames('numpy'), home: 'numpy', code: (name) => `np.${name}` },
  {
    title: 'numpy.ndarray',
    names: attributeNames('numpy.ndarray'),
    home: 'array',
    code: (name) => `np.zeros(2).${name}`,
  },
];

type Answer = 'evaluated' | 'seeded' | 'refused';

/** docs/evaluated.md: every public name, and whether Run Snippet evaluates it. */
export function evaluatedTable(): string {
  const sections = owners.map((owner) => ({
    owner,
    answers: owner.names.map((name) => answerOf(owner, name)),
  }));
  const rows = sections.map(({ owner: { title, names }, answers }) => {
    const count = (one: Answer) => answers.filter((answer) => answer === one).length;
    return `| [${title}](#${title.toLowerCase().replaceAll('.', '')}) | ${names.length} | ${count('evaluated')} | ${count('seeded')} | ${count('refused')} |`;
  });
  return [
    '# What Run Snippet evaluates',
    '',
    'Written by `npm run docs`, from the names of Python 3.12, PyTorch 2.13 and NumPy 2.4. What is not evaluated is said so where it stands, with its line, and what comes of it is not known; it is never taken for an error. A name that is evaluated may still have a form that is not.',
    '',
    '| | public names | evaluated | after `torch.manual_seed` | not evaluated |',
    '|---|--:|--:|--:|--:|',
    ...rows,
    ...sections.flatMap(({ owner, answers }) => sectionOf(owner, answers)),
    '',
  ].join('\n');
}

function sectionOf({ title, names }: Owner, answers: readonly Answer[]): readonly string[] {
  const listOf = (one: Answer, words: string) => {
    const found = names.filter((_, index) => answers[index] === one);
    return found.length === 0 ? [] : ['', `${words}: ${found.map((name) => `\`${name}\``).join(' ')}`];
  };
  return [
    '',
    `## ${title}`,
    ...listOf('evaluated', 'Evaluated'),
    ...listOf('seeded', 'After `torch.manual_seed`'),
    ...listOf('refused', 'Not evaluated'),
  ];
}

function answerOf({ home, code }: Owner, name: string): Answer {
  const row = home && operations.find((one) => one.name === name && one.homes.includes(home));
  return row ? answerOfRow(row) : answerOfCode(code(name));
}

function answerOfRow({ run, isRandom }: Operation): Answer {
  if (!run) return 'refused';
  return isRandom ? 'seeded' : 'evaluated';
}

function answerOfCode(code: string): Answer {
  const imports =
    'import math\nimport torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nimport numpy as np';
  const { error, unevaluated } = runSnippet(`${imports}\nx = ${code}\n`);
  return error || unevaluated.length > 0 ? 'refused' : 'evaluated';
}

function publicBuiltins(): readonly string[] {
  return [...builtinNames].filter((name) => !name.startsWith('_')).sort();
}
