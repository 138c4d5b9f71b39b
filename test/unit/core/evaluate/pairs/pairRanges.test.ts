import { describe, expect, test } from 'vitest';
import { parseText, rangesAt, rangesOfTarget } from '../../../../../src/core';
import { markedOffset, markedRange } from '../../text/marked';

const logits = 'torch.tensor([[2.0, 1.0, 0.1]])';
const labels = 'torch.tensor([0])';

function selectedAt(marked: string): readonly string[] {
  const { text, offset } = markedOffset(marked);
  return rangesAt(text, parseText(text), offset).map(({ from, to }) => text.slice(from, to));
}

function selectedOf(marked: string): readonly string[] | null {
  const { text, ...range } = markedRange(marked);
  return rangesOfTarget(parseText(text), [range])?.map(({ from, to }) => text.slice(from, to)) ?? null;
}

describe('what is selected for a position', () => {
  test.each([
    ['a pair', `logits = |${logits}\nlabels = ${labels}`, [logits, labels]],
    ['a target without an input', 'labels = [0|, 1]', ['[0, 1]']],
    ['an array that cannot be read', 'logits = [[1, 2], |[3]]', ['[[1, 2], [3]]']],
    ['the nearest pair', `# no|te\nlogits = ${logits}\nlabels = ${labels}`, [logits, labels]],
    ['nothing', 'names = ["a", "b|"]', []],
    ['no empty array', 'losses = [|]', []],
    ['an input with its empty target', `logits = |${logits}\nlabels = []`, [logits, '[]']],
    ['an empty target with its input', `logits = ${logits}\nlabels = [|]`, [logits, '[]']],
    ['an empty input', 'logits = [|]\nlabels = [0, 1]', ['[]']],
    ['a target with its empty input', 'logits = []\nlabels = [0, |1]', ['[0, 1]', '[]']],
  ])('is %s', (_, marked, expected) => {
    expect(selectedAt(marked)).toEqual(expected);
  });
});

describe('a target alone', () => {
  test('has its input', () => {
    expect(selectedOf(`logits = ${logits}\nlabels = ‹${labels}›`)).toEqual([logits, labels]);
    expect(selectedOf(`logits = ${logits}\nlabels = torch.tensor(‹[0]›)`)).toEqual([logits, labels]);
    expect(selectedOf(`x = ${logits}\nt = ‹${labels}›\nloss = F.nll_loss(x, t)`)).toEqual([logits, labels]);
  });

  test('is none with its input, within its call, or without an input', () => {
    expect(selectedOf(`‹logits = ${logits}\nlabels = ${labels}›`)).toBeNull();
    expect(selectedOf(`logits = ‹${logits}›\nlabels = ${labels}`)).toBeNull();
    expect(selectedOf(`F.nll_loss(${logits}, ‹${labels}›)`)).toBeNull();
    expect(selectedOf(`labels = ‹${labels}›`)).toBeNull();
  });
});
