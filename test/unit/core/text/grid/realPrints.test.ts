import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTensors } from '../../../../../src/core/text/readTensors';

interface Print {
  readonly about: string;
  readonly shape: readonly number[];
  readonly data: readonly (number | string)[];
  readonly text: string;
  /** Size of the last printed digit; prints without it hold the values exactly. */
  readonly unit?: number;
}

const special: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity };

function printsOf(language: string): readonly (readonly [string, Print])[] {
  const lines = readFileSync(`test/fixtures/text/grid/${language}.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Print).map((print) => [print.about, print] as const);
}

describe.each(['r', 'octave', 'pandas'])('prints of %s', (language) => {
  test.each(printsOf(language))('are read as they were: %s', (_, { shape, data, text, unit = 0 }) => {
    const { literals, problems } = readTensors(text, { isPasted: true });
    expect(problems, text).toEqual([]);
    expect(literals, text).toHaveLength(1);
    const [{ tensor }] = literals;
    expect(tensor.shape, text).toEqual(shape);
    tensor.data.forEach((value, i) => {
      const expected = data[i];
      const wanted = typeof expected === 'string' ? special[expected] : expected;
      const isSame = Object.is(value, wanted) || Math.abs(value - wanted) <= unit;
      expect(isSame, `${value} for ${wanted} in\n${text}`).toBe(true);
    });
  });
});
