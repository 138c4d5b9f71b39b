import { describe, expect, test } from 'vitest';
import { evaluatePair, formatOutput, knownPlaces, parseText, placeAt } from '../../../../../src/core';

/** The text of each known place, with its number of calls where there are several. */
function placesIn(text: string): readonly string[] {
  return knownPlaces(parseText(text)).map(
    ({ from, to, numCalls }) => text.slice(from, to) + (numCalls > 1 ? ` × ${numCalls}` : ''),
  );
}

/** The texts to select for the pair at the mark `|`. */
function selectedAt(marked: string): readonly string[] | null {
  const text = marked.replace('|', '');
  return (
    placeAt(parseText(text), marked.indexOf('|'))?.ranges.map(({ from, to }) => text.slice(from, to)) ?? null
  );
}

/** Both losses of the pair at the mark, as PyTorch prints them. */
function lossesAt(marked: string): readonly (string | null)[] | null {
  const parsed = parseText(marked.replace('|', ''));
  const place = placeAt(parsed, marked.indexOf('|'));
  const losses = place && evaluatePair(parsed, place.pair)?.losses;
  if (!losses) return null;
  return [losses.crossEntropyLoss, losses.nllLoss].map(({ output }) => output && formatOutput(output));
}

const tensors = 'logits = torch.tensor([[2.0, 1.0, 0.1]])\nlabels = torch.tensor([0])\n';

describe('the known places', () => {
  test('are the written pair and each call, also of the same pair', () => {
    expect(placesIn(`${tensors}a = F.cross_entropy(logits, labels)\nb = F.nll_loss(logits, labels)`)).toEqual(
      [
        tensors.slice('logits = '.length, -1),
        'F.cross_entropy(logits, labels)',
        'F.nll_loss(logits, labels)',
      ],
    );
  });

  test('are a call alone where its tensors are computed', () => {
    const code = 'base = torch.tensor([[2.0, 1.0]])\nx = base * 2\nF.cross_entropy(x, torch.tensor([0]))';
    expect(placesIn(code)).toEqual(['F.cross_entropy(x, torch.tensor([0]))']);
  });

  test('are none where arguments are not known', () => {
    expect(placesIn('loss = F.cross_entropy(model(x), labels)')).toEqual([]);
    expect(placesIn('x = torch.randn(2, 3)\nF.cross_entropy(x, torch.tensor([0, 1]))')).toEqual([]);
  });

  test('are none where no name marks a tensor', () => {
    expect(placesIn('a = [[1.0, 2.0]]\nb = [3]\nsizes = [1, 2, 3]\n')).toEqual([]);
  });

  test('count the calls of a loop', () => {
    const loop = `${tensors}for i in range(3):\n    loss = F.cross_entropy(logits * i, labels)`;
    expect(placesIn(loop)).toContain('F.cross_entropy(logits * i, labels) × 3');
  });

  test('are no calls behind the steps that are evaluated', () => {
    const code = `x = torch.tensor([[1.0, 2.0]]) * 2\nfor i in range(10 ** 6):\n    x = x + 1\nF.nll_loss(x, torch.tensor([0]))`;
    expect(knownPlaces(parseText(code, { maxSteps: 1_000 }))).toEqual([]);
  });

  test('leave out a loss that is not shown', () => {
    expect(placesIn('F.kl_div(torch.tensor([[-0.1, -2.3]]), torch.tensor([[0.5, 0.5]]))')).toEqual([]);
  });
});

describe('the place at a position', () => {
  test('has the input of a target, and the target of an input', () => {
    const both = ['torch.tensor([[2.0, 1.0, 0.1]])', 'torch.tensor([0])'];
    expect(selectedAt(tensors.replace('1.0', '1|.0'))).toEqual(both);
    expect(selectedAt(tensors.replace('([0])', '([|0])'))).toEqual(both);
  });

  test('has the call around names', () => {
    expect(selectedAt(`${tensors}loss = F.cross_entropy(log|its, labels)`)).toEqual([
      'F.cross_entropy(logits, labels)',
    ]);
  });

  test('finds the partner of an array of any length', () => {
    const row = `[${Array.from({ length: 10 }, (_, i) => `${i}.25`).join(', ')}]`;
    const long = `{"logits": [${Array.from({ length: 1_500 }, () => row).join(', ')}], "labels": [${Array.from({ length: 1_500 }, () => 1).join(', ')}]}`;
    expect(long.length).toBeGreaterThan(89_000);
    const middle = long.length >> 1;
    expect(selectedAt(`${long.slice(0, middle)}|${long.slice(middle)}`)).toHaveLength(2);
  });

  test('is none in plain code', () => {
    expect(selectedAt('x = f(|a)')).toBeNull();
  });
});

describe('a pair by itself', () => {
  // PyTorch 2.13: F.cross_entropy(x, y) = 0.4170, F.nll_loss(x, y) = -2.0000.
  test('has the losses that PyTorch gives', () => {
    expect(lossesAt(tensors.replace('1.0', '1|.0'))).toEqual(['0.4170', '-2.0000']);
  });

  // PyTorch 2.13: reduction='sum' of two samples [[2, 1, 0.1], [0, 1, 2]], [0, 2] = 0.8246, -4.0000.
  test('has the options of its call', () => {
    const code =
      "F.cross_entropy(torch.tensor([[2.0, 1.0, 0.1], [0.0, 1.0, 2.0]]), torch.tensor([0, 2]), reduct|ion='sum')";
    expect(lossesAt(code)).toEqual(['0.8246', '-4.0000']);
  });

  test('is the same among other tensors', () => {
    expect(lossesAt(`a = [[1.0, 2.0]]\nb = [1]\n${tensors.replace('1.0, 0.1', '1|.0, 0.1')}`)).toEqual([
      '0.4170',
      '-2.0000',
    ]);
  });
});
