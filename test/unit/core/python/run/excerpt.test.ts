import { describe, expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

const tensors =
  'logits = torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])\ntarget = torch.tensor([0, 2])\n';

function lossesOf(code: string) {
  return runSnippet(tensors + code, { excerpt: { literals: [] } }).losses;
}

/** Each loss as `input[0][0] target`, with the line before which the numbers were so, and what is not known. */
function shown(code: string): readonly string[] {
  return lossesOf(code).map(({ input, target, before, unknownOptions }) => {
    const end = before ? ` before line ${before.line}` : '';
    const options = unknownOptions.map((option) => ` ${option}?`).join('');
    return `${input.tensor.data[0]} ${Array.from(target.tensor.data)}${end}${options}`;
  });
}

describe('a loss is called with what its names hold then', () => {
  test.each([
    ['logits.mul_(2)\nF.cross_entropy(logits, target)', ['2.4000000953674316 0,2']],
    ['a = logits\na *= 2\nF.cross_entropy(logits, target)', ['2.4000000953674316 0,2']],
    ['target[1] = 0\nF.cross_entropy(logits, target)', ['1.2000000476837158 0,0']],
    ['yield logits\nF.cross_entropy(logits, target)', ['1.2000000476837158 0,2']],
    ['F.cross_entropy(x := logits * 2, target=target)', ['2.4000000953674316 0,2']],
    ['F.cross_entropy(logits, target)\nlogits.zero_()', ['1.2000000476837158 0,2']],
    ['def f(x):\n    x += 1\nf(target)\nF.cross_entropy(logits, target - 1)', ['1.2000000476837158 0,2']],
  ])('%s', (code, expected) => {
    expect(shown(code)).toEqual(expected);
  });
});

describe('what is not evaluated is said', () => {
  test.each([
    ['logits = my_model(logits)\nF.cross_entropy(logits, target)', ['1.2000000476837158 0,2 before line 3']],
    ['F.cross_entropy(my_model(logits), target)', []],
    ['F.cross_entropy(logits, target, ignore_index=PAD)', ['1.2000000476837158 0,2 ignore_index?']],
    [
      'loss = nn.NLLLoss(weight=weights(), reduction=mode)\nloss(logits, target)',
      ['1.2000000476837158 0,2 weight? reduction?'],
    ],
    [
      'F.cross_entropy(logits, target, reduction="sum", **cfg)',
      ['1.2000000476837158 0,2 weight? ignore_index? label_smoothing?'],
    ],
    ['loss = lam * F.cross_entropy(logits, target)', ['1.2000000476837158 0,2']],
  ])('%s', (code, expected) => {
    expect(shown(code)).toEqual(expected);
  });

  test('a loss of what nothing is known of', () => {
    const code = 'x = my_model()\nF.nll_loss(x, target)';
    const { losses, lossFailures } = runSnippet(tensors + code, { excerpt: { literals: [] } });
    expect(losses).toEqual([]);
    expect(lossFailures.map(({ line, loss, message }) => [line, loss, message])).toEqual([
      [4, 'NLLLoss', 'not evaluated: x is not known'],
    ]);
  });
});

describe('what the program does not come to is looked into', () => {
  test.each([
    ['def train():\n    F.cross_entropy(logits, target)', ['1.2000000476837158 0,2']],
    ['class A:\n    def step(self):\n        F.cross_entropy(logits, target)', ['1.2000000476837158 0,2']],
    ['def main():\n    parse()\n    F.cross_entropy(logits, target)\nmain()', ['1.2000000476837158 0,2']],
    ['for x in loader:\n    F.cross_entropy(logits, target)', ['1.2000000476837158 0,2']],
    ['def step(x):\n    F.cross_entropy(x, target)', []],
    ['for logits in loader:\n    F.cross_entropy(logits, target)', []],
    ['match batch():\n    case [logits, _]: F.cross_entropy(logits, target)', []],
    ['if False:\n    F.cross_entropy(logits, target)', []],
    ['raise ValueError("no")\nF.cross_entropy(logits, target)', ['1.2000000476837158 0,2']],
  ])('%s', (code, expected) => {
    expect(shown(code)).toEqual(expected);
  });
});

test('a value is followed back through what has one operand', () => {
  const code = 'z = F.log_softmax(logits.clone(), dim=1)\nF.nll_loss(z, target)';
  const text = tensors + code;
  const [{ input, backward }] = lossesOf(code);
  expect(input.steps.map(({ name, dim, from, to }) => [name, dim, text.slice(from, to)])).toEqual([
    ['log_softmax', 1, 'F.log_softmax(logits.clone(), dim=1)'],
    ['clone', null, 'logits.clone()'],
    ['tensor', null, 'torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])'],
    ['', null, '[[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]]'],
  ]);
  expect(backward).toBeNull();
});

test('numbers before a line that is not evaluated are followed back to where they are written', () => {
  const code = 'logits = my_model(logits)\nF.nll_loss(logits, target)';
  const [{ input }] = lossesOf(code);
  expect(input.steps.map(({ name }) => name)).toEqual(['tensor', '']);
});

test('backward() on a loss, and tensors given to its class, are noted', () => {
  const code = 'loss = nn.CrossEntropyLoss()(logits, target)\n(loss / 2).sum().backward()';
  const [{ backward }] = lossesOf(code);
  expect(backward && (tensors + code).slice(backward.from, backward.to)).toBe('(loss / 2).sum().backward()');
  const { constructorCalls } = runSnippet(
    `${tensors}nn.NLLLoss(logits, target)\nnn.NLLLoss2d(logits, target)`,
    { excerpt: { literals: [] } },
  );
  expect(constructorCalls.map(({ loss }) => loss)).toEqual(['NLLLoss', 'NLLLoss']);
});

describe('a loss to which no run comes is told by what is written', () => {
  test.each([
    ['F.nll_loss(logits, target)', ['NLLLoss']],
    ['nn.NLLLoss2d()(logits, target)', ['NLLLoss']],
    ['self.criterion = nn.KLDivLoss()\nself.criterion.forward(logits, target)', ['KLDivLoss']],
    ['criterion = F.cross_entropy\ncriterion(logits, target)', ['CrossEntropyLoss']],
    ['def train(criterion=F.nll_loss):\n    return criterion(logits, target)', ['NLLLoss']],
    ['Loss = nn.CrossEntropyLoss\nLoss()(logits, target)', ['CrossEntropyLoss']],
    ['criteria[0] = nn.NLLLoss()\ncriteria[0](logits, target)', ['NLLLoss']],
    ['criteria[0] = nn.NLLLoss()\nmodels[0](logits)\nmodel()(logits)', []],
  ])('%s', (code, expected) => {
    const text = `${tensors}for i in range(1000):\n    z = i\n${code}`;
    const { lossFailures } = runSnippet(text, { excerpt: { literals: [] }, maxSteps: 200 });
    expect(lossFailures.map(({ loss }) => loss)).toEqual(expected);
  });
});
