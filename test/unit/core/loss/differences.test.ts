import { describe, expect, it } from 'vitest';
import { type GoldenCase, readGolden } from './golden';

interface Difference {
  readonly loss: string;
  readonly name: string;
  readonly here: string;
  readonly golden: string;
}

const golden = readGolden<GoldenCase>('losses.json');
const differences = readGolden<Difference>('differences-1.13.json');

describe('the record of where PyTorch 1.13 differs', () => {
  it('is of that version, and no longer than its share of all calls', () => {
    expect(differences.torch).toMatch(/^1\.13/);
    expect(differences.cases.length).toBeGreaterThan(0);
    expect(differences.cases.length).toBeLessThan(golden.cases.length / 10);
  });

  it('agrees with the golden values on what the newer PyTorch does', () => {
    for (const { loss, name, golden: expected } of differences.cases) {
      const found = golden.cases.find((entry) => entry.loss === loss && entry.name === name)!;
      const { error, output } = found;
      const summary = error
        ? `${error.type}: ${error.message}`
        : `${output!.dtype} [${output!.shape.join(', ')}]`;
      expect(expected.startsWith(summary), `${loss}: ${name}`).toBe(true);
    }
  });
});
