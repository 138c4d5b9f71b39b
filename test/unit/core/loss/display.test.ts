import { afterAll, describe, expect, it } from 'vitest';
import { crossEntropyLoss } from '../../../../src/core/loss/crossEntropyLoss';
import type { Reduction } from '../../../../src/core/loss/lossTypes';
import { castTensor } from '../../../../src/core/tensor/castTensor';
import type { DType } from '../../../../src/core/tensor/dtype';
import { formatNumber } from '../../../../src/core/tensor/format';
import { decodeTensor, type GoldenTensor, readGolden } from './golden';

interface DisplayCase {
  readonly name: string;
  readonly dtype: DType;
  readonly input: GoldenTensor;
  readonly target: GoldenTensor;
  readonly reduction: Reduction;
  readonly output: readonly string[];
  readonly gradInput: readonly string[];
}

/** Distance from 1 to the next number of each dtype. */
const epsilon: Readonly<Partial<Record<DType, number>>> = {
  float32: 2 ** -23,
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
};

/** PyTorch rounds exp, the sum and each product to the dtype; the difference stays within so many steps at size 1. */
const maxSteps = 6;

/** One unit of the last printed place, for values with four decimals. */
const lastPlace = 1.0001e-4;

const { torch, cases } = readGolden<DisplayCase>('display.json');
const count = { printed: 0, lastPlaceDiffers: 0, float32Differs: 0 };

function compare(ours: Float64Array, printed: readonly string[], dtype: DType, scale: number): void {
  expect(ours.length).toBe(printed.length);
  printed.forEach((text, i) => {
    count.printed++;
    const shown = formatNumber(ours[i], dtype);
    if (shown === text) return;
    count.lastPlaceDiffers++;
    if (dtype === 'float32') count.float32Differs++;
    const allowed = lastPlace + maxSteps * epsilon[dtype]! * Math.max(scale, Math.abs(Number(text)));
    expect(Math.abs(Number(shown) - Number(text)), `${shown} for ${text}`).toBeLessThanOrEqual(allowed);
  });
}

describe(`what is shown is what PyTorch ${torch} prints`, () => {
  for (const { name, dtype, input, target, reduction, output, gradInput } of cases) {
    it(`for ${name}, up to PyTorch's own rounding`, () => {
      const result = crossEntropyLoss(castTensor(decodeTensor(input), dtype), decodeTensor(target), {
        reduction,
      });
      const largest = result.perSample!.data.reduce((max, loss) => Math.max(max, loss), 1);
      compare(result.output!.data, output, dtype, largest);
      compare(result.gradInput!.data, gradInput, dtype, 1);
    });
  }

  afterAll(() => {
    const { printed, lastPlaceDiffers, float32Differs } = count;
    console.info(
      `${lastPlaceDiffers} of ${printed} printed numbers differ by PyTorch's own rounding, ${float32Differs} of them float32`,
    );
  });

  it('in float32 for all but one number in a hundred', () => {
    expect(count.printed).toBeGreaterThan(1000);
    expect(count.float32Differs / count.printed).toBeLessThan(0.01);
  });
});
