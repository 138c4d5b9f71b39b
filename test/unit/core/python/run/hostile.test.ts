import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../../../src/core/evaluate/evaluateText';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

describe('no text throws', () => {
  test('a whole number is exact, or not evaluated', () => {
    expect(runSnippet(`print(${'1'.repeat(400)})`).printed).toEqual(['1'.repeat(400)]);
    for (const written of ['1'.repeat(4000), `0x${'f'.repeat(4000)}`, `-${'9'.repeat(4000)}`]) {
      const { printed, unevaluated, error } = runSnippet(`x = ${written}\nprint(x)`);
      expect(error).toBeUndefined();
      expect(printed).toEqual([]);
      expect(unevaluated).toHaveLength(2);
    }
  });

  test.each(['torch.Size(', 'torch.tensor([', 'F.cross_entropy('])('200,000 characters of %s', (part) => {
    const text = part.repeat(200_000 / part.length);
    expect(() => evaluateText(text)).not.toThrow();
    expect(() => runSnippet(text)).not.toThrow();
  });
});
