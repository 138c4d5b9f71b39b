import { expect, test } from 'vitest';
import { brokenArrayAt, evaluatePair, parseText, placeAt } from '../../../../src/core';
import { brokenLines, hoverLines } from '../../../../src/editor/pairs/hoverText';

const image = '![t](https://example.invalid/p.png)';

/** Markdown without its code: what is left must not hold a link or an image. */
function outsideOfCode(lines: readonly string[]): string {
  return lines.join('\n').replace(/(`+) ?.*?\1/g, '');
}

test('what a document says is no Markdown in the hover of a pair', () => {
  const text = `{"${image} logits": [[2.0, 1.0, 0.1]], "${image} labels": [0]}`;
  const parsed = parseText(text);
  const place = placeAt(parsed, text.indexOf('2.0'));
  const [input, target] = parsed.literals;
  const evaluation = place && evaluatePair(parsed, place.pair);
  const partner = { name: target.name, shape: [1], isInput: false, line: 1 };
  const lines = hoverLines({ literal: input, evaluation, partner });
  expect(lines).toContain(
    `CrossEntropyLoss 0.4170 · NLLLoss -2.0000 ✗ (with target \`${image} labels\`, line 1)`,
  );
  expect(outsideOfCode(lines)).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(/);
});

test('a pair that no loss is called on has no warning about the loss that does not fit', () => {
  const parsed = parseText('logits = [[2.0, 1.0, 0.1]]\nlabels = [0]');
  const place = placeAt(parsed, 12);
  const evaluation = place && evaluatePair(parsed, place.pair);
  expect(hoverLines({ literal: parsed.literals[0], evaluation }).join()).not.toContain('⚠');
});

test('an empty tensor is said to be wrong', () => {
  const [literal] = parseText('logits = torch.tensor([[], []])').literals;
  expect(hoverLines({ literal })).toContain('⚠ expected numbers, got an empty array');
});

test('an input beside an empty target is said to have nothing to be evaluated with', () => {
  const parsed = parseText('logits = [[2.0, 1.0, 0.1]]\nlabels = []');
  const place = placeAt(parsed, 12);
  const evaluation = place && evaluatePair(parsed, place.pair);
  const lines = hoverLines({ literal: parsed.literals[0], evaluation });
  expect(lines).toContain('⚠ nothing to evaluate: labels is empty, of shape (0)');
});

test('what a document says is none in the hover of an array that cannot be read', () => {
  const text = `{"${image}": [1.5, "${image}"]}`;
  const broken = brokenArrayAt(text, parseText(text).problems, text.indexOf('1.5'));
  if (!broken) throw new Error('nothing is wrong');
  const lines = brokenLines(broken, 1);
  expect(lines[0]).toBe(`\`${image}\``);
  expect(outsideOfCode(lines.slice(1))).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(/);
});
