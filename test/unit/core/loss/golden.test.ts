import { describe, expect, it } from 'vitest';
import { expectSameTensor, type GoldenCase, readGolden, runCase } from './golden';

const { torch, cases } = readGolden<GoldenCase>('losses.json');

describe(`losses agree with PyTorch ${torch}`, () => {
  for (const golden of cases) {
    it(`${golden.loss}: ${golden.name}`, () => {
      const result = runCase(golden);
      if (golden.error) {
        expect(result.error).toMatchObject(golden.error);
        expect(result.output === null).toBe(result.error?.correction === null);
        return;
      }
      expect(result.error).toBeUndefined();
      expectSameTensor(result.output, golden.output!, golden);
      if (golden.gradInput) expectSameTensor(result.gradInput, golden.gradInput, golden);
    });
  }

  it('in at least 400 calls, values and refusals among them', () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(cases.filter((golden) => golden.error).length).toBeGreaterThan(100);
    expect(cases.filter((golden) => golden.gradInput).length).toBeGreaterThan(400);
  });
});
