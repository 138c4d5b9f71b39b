import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Evaluation, evaluateText, formatNumber } from '../../../../src/core';

const post = readFileSync('test/fixtures/text/seed-post.md', 'utf8');
const [crossEntropyExample, nllExample] = [...post.matchAll(/```Python\n([^`]*)```/g)].map(
  (match) => match[1],
);

function shown(evaluation: Evaluation, loss: 'crossEntropyLoss' | 'nllLoss' | 'nllLossOfLogSoftmax'): string {
  const output = evaluation.losses?.[loss].output;
  return output ? formatNumber(output.data[0], output.dtype) : 'no value';
}

function codes(evaluation: Evaluation): readonly string[] {
  return evaluation.findings.map(({ code }) => code);
}

describe('the two examples of the seed post', () => {
  test('CrossEntropyLoss is 0.4071, and NLLLoss of log_softmax is the same', () => {
    const evaluation = evaluateText(crossEntropyExample);
    expect(shown(evaluation, 'crossEntropyLoss')).toBe('0.4071');
    expect(shown(evaluation, 'nllLossOfLogSoftmax')).toBe('0.4071');
    expect(evaluation.calledLoss).toBe('CrossEntropyLoss');
  });

  test('the first cannot run: FloatTensor takes no requires_grad, and float labels are refused', () => {
    const { findings, losses } = evaluateText(crossEntropyExample);
    expect(findings.map(({ code }) => code)).toEqual(['float-tensor-requires-grad', 'float-class-indices']);
    expect(losses?.crossEntropyLoss.error?.message).toBe(
      'expected target dtype to be Long or Byte, but got Float',
    );
    expect(findings[1].fixCode).toBe('target.long()');
  });

  test('NLLLoss is 0.3567', () => {
    const evaluation = evaluateText(nllExample);
    expect(shown(evaluation, 'nllLoss')).toBe('0.3567');
    expect(evaluation.calledLoss).toBe('NLLLoss');
  });

  test('the second cannot run: nothing requires grad at backward()', () => {
    const { findings } = evaluateText(nllExample);
    expect(findings.map(({ code }) => code)).toEqual(['no-grad-to-backward']);
    expect(nllExample.slice(findings[0].from, findings[0].to)).toBe('loss.backward()');
  });

  test('the whole post holds both as pairs to choose from', () => {
    expect(evaluateText(post).pairs).toHaveLength(2);
    expect(shown(evaluateText(post), 'crossEntropyLoss')).toBe('0.4071');
    expect(shown(evaluateText(post, { pair: 1 }), 'nllLoss')).toBe('0.3567');
  });
});

describe('what is taken for what', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'by key',
      '{"labels": [0, 1], "logits": [[2, 1, 0.1], [0.5, 2.5, 0.3]]}',
      ['logits:input', 'labels:target'],
    ],
    ['by dtype and shape', '[[2, 1, 0.1], [0.5, 2.5, 0.3]]\n[0, 1]', ['null:input', 'null:target']],
    ['by shape: whole floats', '[[2, 1, 0.1], [0.5, 2.5, 0.3]]\n[0., 1.]', ['null:input', 'null:target']],
    [
      'a soft target of the same shape',
      '[[2, 1], [0.5, 2.5]]\n[[0.2, 0.8], [1.0, 0.0]]',
      ['null:input', 'null:target'],
    ],
    [
      'by the call, against the names',
      'labels = torch.tensor([[2., 1.], [0.5, 2.5]])\nlogits = torch.tensor([0, 1])\nF.cross_entropy(labels, logits)',
      ['labels:input', 'logits:target'],
    ],
    [
      'weights by name',
      'logits = [[2.0, 1.0], [0.5, 2.5]]\ny = [0, 1]\nclass_weights = [1.0, 3.0]',
      ['logits:input', 'y:target', 'class_weights:weight'],
    ],
    ['y_hat is a prediction', 'y = [0, 1]\ny_hat = [[0.3, 0.7], [0.6, 0.4]]', ['y_hat:input', 'y:target']],
    ['Korean names', '로짓 = [[2.0, 1.0], [0.5, 2.5]]\n정답 = [0, 1]', ['로짓:input', '정답:target']],
  ];
  test.each(table)('%s', (_, text, expected) => {
    expect(evaluateText(text).tensors.map(({ name, role }) => `${name}:${role}`)).toEqual(expected);
  });

  test('a role set by the user wins', () => {
    const { tensors } = evaluateText('a = [[2.0, 1.0], [0.5, 2.5]]\nb = [[0.0, 1.0], [1.0, 0.0]]', {
      roles: { 0: 'target', 1: 'input' },
    });
    expect(tensors.map(({ name, role, roleReason }) => [name, role, roleReason])).toEqual([
      ['b', 'input', 'set by you'],
      ['a', 'target', 'set by you'],
    ]);
  });

  test('without a target the argmax of each row stands in, marked as assumed', () => {
    const { tensors } = evaluateText('[[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]');
    expect(tensors[1]).toMatchObject({ role: 'target', isAssumed: true, literal: null });
    expect(Array.from(tensors[1].tensor.data)).toEqual([0, 1]);
  });

  // torch.tensor([[1., nan, 3.], [2., 2., 1.]]).argmax(1) is tensor([1, 0])
  test('the assumed target is nan before all numbers, and the first of equals', () => {
    const { tensors, batch } = evaluateText('logits = [[1.0, nan, 3.0], [2.0, 2.0, 1.0]]');
    expect(Array.from(tensors[1].tensor.data)).toEqual([1, 0]);
    expect([Array.from(batch?.predicted ?? []), batch?.accuracy]).toEqual([[1, 0], null]);
  });

  test('a target alone is a problem that says so', () => {
    const { losses, problems } = evaluateText('labels = [0, 1]');
    expect(losses).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['no-input']);
  });

  test('an input that could not be read is not said to be missing beside that', () => {
    const { problems } = evaluateText('logits = [[oops, 1.2], [0.5, 0.8]]\nlabels = [0, 1]');
    expect(problems.map(({ code }) => code)).toEqual(['not-a-number']);
  });

  test('a text without tensors is a problem that says so', () => {
    expect(evaluateText('hello').problems.map(({ code }) => code)).toEqual(['no-tensor']);
  });
});

describe('options', () => {
  const text = `
w = torch.tensor([1., 2., 3.])
criterion = nn.CrossEntropyLoss(weight=w, reduction='sum', ignore_index=-1, label_smoothing=0.1)
loss = criterion(torch.tensor([[2, 1, 0.1], [0.5, 2.5, 0.3]]), torch.tensor([0, 1]))`;

  test('are taken from the code', () => {
    const { options } = evaluateText(text);
    expect(options).toMatchObject({ reduction: 'sum', ignoreIndex: -1, labelSmoothing: 0.1 });
    expect(Array.from(options.weight?.data ?? [])).toEqual([1, 2, 3]);
    expect(options.origin).toEqual({
      reduction: 'text',
      ignoreIndex: 'text',
      labelSmoothing: 'text',
      weight: 'text',
      dtype: 'inferred',
    });
  });

  test('give the value that PyTorch gives', () => {
    expect(shown(evaluateText(text), 'crossEntropyLoss')).toBe('1.4422');
  });

  test('set by the user win', () => {
    const { options } = evaluateText(text, { reduction: 'mean', weight: null });
    expect([options.reduction, options.weight, options.origin.reduction]).toEqual(['mean', null, 'user']);
  });

  test('a reduction that PyTorch does not know gets its message', () => {
    const { losses } = evaluateText(
      "nn.NLLLoss(reduction='avg')(torch.tensor([[-1., -2.]]), torch.tensor([0]))",
    );
    expect(losses?.nllLoss.error).toMatchObject({
      type: 'ValueError',
      message: 'avg is not a valid value for reduction',
    });
  });

  test('float16 rounds the input first', () => {
    const { tensors } = evaluateText('[[0.1, 0.2]]', { dtype: 'float16' });
    expect(tensors[0].tensor.data[0]).toBe(0.0999755859375);
  });
});

describe('findings', () => {
  const logits = '[[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]';
  const probs = '[[0.6590, 0.2424, 0.0986], [0.1086, 0.8025, 0.0889]]';
  const logProbs = '[[-0.4170, -1.4170, -2.3170], [-2.2200, -0.2200, -2.4200]]';
  const y = 'y = torch.tensor([0, 1])\n';
  const x = (values: string, more = '') => `${y}x = torch.tensor(${values}${more})\n`;
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['NLLLoss of logits', `${x(logits)}F.nll_loss(x, y)`, ['nll-not-log-probs']],
    ['NLLLoss of probabilities', `${x(probs)}nn.NLLLoss()(x, y)`, ['nll-not-log-probs']],
    ['NLLLoss of log-probabilities', `${x(logProbs)}F.nll_loss(x, y)`, []],
    ['NLLLoss of log_softmax', `${x(logits)}F.nll_loss(F.log_softmax(x, dim=1), y)`, []],
    ['NLLLoss of log_softmax by name', `${x(logits)}z = x.log_softmax(1)\nF.nll_loss(z, y)`, []],
    ['NLLLoss of softmax', `${x(logits)}F.nll_loss(torch.softmax(x, -1), y)`, ['nll-not-log-probs']],
    ['NLLLoss of something unknown', `${x(logits)}F.nll_loss(model(x), y)`, []],
    ['a criterion moved to a device', `${x(logits)}c = nn.CrossEntropyLoss().to(d)\nc(x, y)`, []],
    ['NLLLoss of a LogSoftmax module', `${x(logits)}F.nll_loss(nn.LogSoftmax(dim=1)(x), y)`, []],
    [
      'backward on a summed loss',
      `${x(logits)}F.cross_entropy(x, y).sum().backward()`,
      ['no-grad-to-backward'],
    ],
    ['CrossEntropyLoss of logits', `${x(logits)}F.cross_entropy(x, y)`, []],
    ['CrossEntropyLoss of probabilities', `${x(probs)}F.cross_entropy(x, y)`, ['ce-double-softmax']],
    ['CrossEntropyLoss of log-probabilities', `${x(logProbs)}F.cross_entropy(x, y)`, ['ce-log-softmax']],
    ['no call, logits', `logits = ${logits}\nlabels = [0, 1]`, ['nll-not-log-probs']],
    ['no call, probabilities', `probs = ${probs}\nlabels = [0, 1]`, ['nll-not-log-probs']],
    ['log of softmax', `${x(logits)}F.nll_loss(torch.log(F.softmax(x, dim=1)), y)`, ['unstable-log-softmax']],
    ['log of softmin', `${x(logits)}F.nll_loss(torch.log(F.softmin(x, dim=1)), y)`, []],
    ['log_softmax over dim 0', `${x(logits)}F.nll_loss(F.log_softmax(x, dim=0), y)`, ['softmax-dim']],
    ['log_softmax without dim', `${x(logits)}F.nll_loss(F.log_softmax(x), y)`, ['softmax-dim']],
    ['labels 1 … C', `x = ${logits}\ny = [1, 3]`, ['target-out-of-range', 'nll-not-log-probs']],
    ['target (N, 1)', `logits = ${logits}\ny = [[0], [1]]`, ['target-shape', 'nll-not-log-probs']],
    [
      'integer one-hot',
      `${x(logits)}t = torch.tensor([[1, 0, 0], [0, 1, 0]])\nF.cross_entropy(x, t)`,
      ['one-hot-target'],
    ],
    ['integer input', `${x('[[2, 1, 0], [0, 2, 1]]')}F.cross_entropy(x, y)`, ['integer-input']],
    [
      'all ignored',
      `${x(logits)}t = torch.tensor([-100, -100])\nF.cross_entropy(x, t)`,
      ['all-targets-ignored'],
    ],
    ['class ignored', `${x(logits)}F.cross_entropy(x, y, ignore_index=0)`, ['ignored-class-in-softmax']],
    [
      'one class',
      `x = torch.tensor([[2.], [1.]])\ny = torch.tensor([0, 0])\nF.cross_entropy(x, y)`,
      ['single-class'],
    ],
    ['nan', `${x('[[float("nan"), 1.0], [1.0, 2.0]]')}F.cross_entropy(x, y)`, ['infinite-or-nan']],
    ['constructor call', `${x(logits)}nn.CrossEntropyLoss(x, y)`, ['loss-constructor-call']],
    ['backward without grad', `${x(logits)}F.cross_entropy(x, y).backward()`, ['no-grad-to-backward']],
    ['backward with grad', `${x(logits, ', requires_grad=True')}F.cross_entropy(x, y).backward()`, []],
  ];
  test.each(table)('%s', (_, text, expected) => {
    expect(codes(evaluateText(text))).toEqual(expected);
  });

  test('the flag on NLLLoss has its evidence, the two values and the fix', () => {
    const [finding] = evaluateText(`logits = ${logits}\nlabels = [0, 1]`).findings;
    expect(finding.message).toBe('NLLLoss expects log-probabilities, but “logits” looks like logits.');
    expect(finding.evidence[0]).toEqual({
      row: 1,
      quantity: 'Σ exp(x)',
      value: '15.181',
      limit: '1 ± 0.0518',
      isMet: false,
      says: 'Not log-probabilities because',
    });
    expect(finding.consequence).toContain('would give -2.2500 instead of 0.3185');
    expect(finding.fixCode).toBe('F.log_softmax(logits, dim=1)');
  });

  test('probabilities are held against the logarithm, not a second softmax', () => {
    const [finding] = evaluateText(`${x(probs)}nn.NLLLoss()(x, y)`).findings;
    expect(finding.consequence).toContain('gives -0.7307 instead of 0.3185');
  });

  test('probabilities and logits of one known case are flagged (a negative loss of -0.9)', () => {
    const evaluation = evaluateText('x = torch.tensor([[.9, .1]])\nF.nll_loss(x, torch.tensor([0]))');
    expect(shown(evaluation, 'nllLoss')).toBe('-0.9000');
    expect(codes(evaluation)).toEqual(['nll-not-log-probs']);
  });
});

test('where Python stops before the loss, that is said, and no value is given for the call', () => {
  const text = 'x = torch.tensor([[1., 2.]])\nF.nll_loss(F.log_softmax(x, dim=5), torch.tensor([0]))';
  const { calledLoss, problems } = evaluateText(text);
  expect(calledLoss).toBeNull();
  const says = 'IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 5)';
  expect(problems.map(({ message }) => message)).toEqual([
    `Python stops here: ${says}`,
    `the value of this NLLLoss is not known: ${says}`,
  ]);
  expect(text.slice(problems[0].from, problems[0].to)).toBe('F.log_softmax(x, dim=5)');
});

describe('what is not evaluated of a call is said', () => {
  const tensors = 'x = torch.tensor([[1., 2.]])\ny = torch.tensor([0])\n';

  test('a target', () => {
    const { problems, calledLoss } = evaluateText(`${tensors}F.cross_entropy(x, shifted(y))`);
    expect([calledLoss, problems.map(({ message }) => message)]).toEqual([
      null,
      ['the value of this CrossEntropyLoss is not known: cannot evaluate shifted(…)'],
    ]);
  });

  test('an option, until the user sets it', () => {
    const text = `${tensors}F.cross_entropy(x, y, ignore_index=PAD)`;
    const { notTheCalls, options } = evaluateText(text);
    expect([notTheCalls, options.origin.ignoreIndex]).toEqual([
      { before: null, unknownOptions: ['ignore_index'] },
      'unknown',
    ]);
    expect(evaluateText(text, { ignoreIndex: 0 }).notTheCalls).toBeNull();
  });

  test('what may have changed the input, whose numbers are those before that line', () => {
    const text = `${tensors}x = my_model(x)\nF.nll_loss(x, y)`;
    const { notTheCalls, calledLoss, findings } = evaluateText(text);
    expect(calledLoss).toBe('NLLLoss');
    const { before } = notTheCalls ?? {};
    expect(before && text.slice(before.from, before.to)).toBe('my_model(x)');
    expect(findings).toEqual([]);
  });

  test('another call of the same code on numbers that may have been changed since', () => {
    const text = `${tensors}def f():\n    F.nll_loss(x, y)\nf()\nchange(x)\nf()`;
    const { pairs } = evaluateText(text);
    const befores = pairs.map((_, pair) => evaluateText(text, { pair }).notTheCalls?.before?.message);
    expect(befores).toEqual([undefined, 'cannot evaluate change(…)']);
  });

  test.each([
    'losses = {"ce": nn.CrossEntropyLoss()}\nlosses["ce"](x, y)',
    'fns = [nn.CrossEntropyLoss()]\nfns[0](x, y)',
    'ce = copy.deepcopy(nn.CrossEntropyLoss().cuda())\nce(x, y)',
  ])('a loss in brackets behind names of which nothing is known: %s', (code) => {
    const { problems } = evaluateText(`${tensors}from utils import *\n${code}`);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the value of this CrossEntropyLoss is not known: not evaluated: /),
    ]);
  });

  test('a target that is made of the input', () => {
    const { losses } = evaluateText('x = torch.tensor([[1., 3.]])\nF.cross_entropy(x, x.softmax(1))');
    // PyTorch: tensor(0.3653)
    expect(losses?.crossEntropyLoss.output?.data[0]).toBeCloseTo(0.3653, 4);
  });

  test('another call of a function that cannot be given what it needs', () => {
    const text = `${tensors}f = lambda b: F.nll_loss(*b)\nf((x, y))\nx = x * 2 if ready(x) else x\nf((x, y))`;
    const { problems } = evaluateText(text);
    expect(problems.map(({ message }) => message)).toEqual([
      'the value of this NLLLoss is not known: cannot evaluate NLLLoss of these tensors',
    ]);
  });

  test('a global name that only a function around has', () => {
    const code = 'def main():\n    z = x\n    def f():\n        global z\n        z = z * 2\n    f()\n';
    const { problems } = evaluateText(`${tensors}${code}    F.cross_entropy(z, y)\nmain()`);
    expect(problems.map(({ message }) => message)).toContain(
      "Python stops here: NameError: name 'z' is not defined",
    );
  });

  test('what comes after more steps than are followed', () => {
    const loop = 'for i in range(1000000):\n    z = x * i\n';
    const { problems, calledLoss } = evaluateText(`${tensors}${loop}F.cross_entropy(z, y)`);
    expect([calledLoss, problems.map(({ message }) => message)]).toEqual([
      null,
      ['the value of this CrossEntropyLoss is not known: not evaluated: more than 100000 steps'],
    ]);
  });

  test('an old flag is an option like others', () => {
    const { options } = evaluateText(`${tensors}F.cross_entropy(x, y, size_average=False)`);
    expect([options.reduction, options.origin.reduction]).toEqual(['sum', 'text']);
  });
});

describe('the values are those of the call, whatever stands before it', () => {
  const tensors = 'logits = torch.tensor([[1.2,.5,-.8],[-.5,.8,2.]])\ntarget = torch.tensor([0, 2])\n';
  test.each([
    ['', '0.4071'],
    ['target[1] = 0', '1.6571'],
    ["logits[:, 1] = float('-inf')", '0.1029'],
    ['logits /= 2.0', '0.6680'],
    ['logits.mul_(10)', '0.0005'],
    ['a = logits; a *= 2', '0.1640'],
    ['logits.data.mul_(2)', '0.1640'],
    ['logits.numpy()[0, 0] = 7.0', '0.1632'],
    ['def f(x): x *= 2\nf(logits)', '0.1640'],
    ['(logits := logits * 2)', '0.1640'],
  ])('%s', (step, value) => {
    const evaluation = evaluateText(`${tensors}${step}\nF.cross_entropy(logits, target)`);
    expect([shown(evaluation, 'crossEntropyLoss'), evaluation.calledLoss, evaluation.notTheCalls]).toEqual([
      value,
      'CrossEntropyLoss',
      null,
    ]);
  });

  test('in a session, a fence and a notebook cell alike', () => {
    const code = `${tensors}logits /= 2.0\nloss = F.cross_entropy(logits, target)`;
    const lines = code.split('\n');
    const texts = [
      lines.map((line) => `>>> ${line}`).join('\n'),
      lines.map((line, i) => `In [${i + 8}]: ${line}`).join('\n\n'),
      `words\n\`\`\`python\n${code}\n\`\`\`\nwords`,
      `%matplotlib inline\n${code}`,
    ];
    expect(texts.map((text) => shown(evaluateText(text), 'crossEntropyLoss'))).toEqual(
      Array(4).fill('0.6680'),
    );
  });
});

test('lists that a loss is given are evaluated, and PyTorch’s refusal is said', () => {
  const evaluation = evaluateText('probs = [[0.7, 0.3]]\ny = [0]\nloss = nn.NLLLoss()(probs, y)');
  expect(shown(evaluation, 'nllLoss')).toBe('-0.7000');
  expect([evaluation.calledLoss, codes(evaluation)]).toEqual(['NLLLoss', ['nll-not-log-probs']]);
  expect(evaluation.problems.map(({ message }) => message)).toEqual([
    "Python stops here: TypeError: nll_loss_nd(): argument 'input' (position 1) must be Tensor, not list",
  ]);
});

describe('the pair that is shown first', () => {
  const logits =
    'logits = torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])\nlabels = torch.tensor([0, 2])\n';
  test.each([
    [
      'is that of the call',
      `features = torch.tensor([[0.5, 1.0]])\n${logits}F.cross_entropy(logits, labels)`,
    ],
    [
      'has a name and a target',
      `mask = torch.tensor([1.0, 0.0])\nprobs = torch.tensor([[0.6, 0.3, 0.1], [0.06, 0.22, 0.72]])\n${logits}`,
    ],
    [
      'is no list of numbers',
      `epoch_losses = [1.09, 0.87, 0.65]\n${logits}print(F.cross_entropy(logits, labels))`,
    ],
  ])('%s', (_, text) => {
    expect(
      evaluateText(text)
        .tensors.slice(0, 2)
        .map(({ name, role }) => [name, role]),
    ).toEqual([
      ['logits', 'input'],
      ['labels', 'target'],
    ]);
  });
});

test('a reduction that only KLDivLoss knows refuses neither of the two losses', () => {
  const text = `student = torch.tensor([[1.0, 2.0, 0.5]])
teacher = torch.tensor([[0.8, 1.5, 0.9]])
loss = F.kl_div(F.log_softmax(student / 2, dim=1), F.softmax(teacher / 2, dim=1), reduction="REDUCTION")`;
  const evaluation = evaluateText(text.replace('REDUCTION', 'batchmean'));
  expect(evaluation.options.reduction).toBe('mean');
  // F.cross_entropy of PyTorch 2.13 on the two arguments.
  expect(shown(evaluation, 'crossEntropyLoss')).toBe('1.1031');
  const refused = evaluateText(text.replace('REDUCTION', 'avg')).losses?.crossEntropyLoss.error?.message;
  expect(refused).toBe('avg is not a valid value for reduction');
});
