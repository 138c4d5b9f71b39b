import { type DType, evaluateText, pytorchTest, type Tensor, tensorCode } from '../../src/core';

type GoldenNumber = number | string;

interface GoldenTensor {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: readonly GoldenNumber[];
}

interface LossCase {
  readonly name: string;
  readonly loss: string;
  readonly input: GoldenTensor;
  readonly target: GoldenTensor;
  readonly options: Readonly<Record<string, GoldenTensor | GoldenNumber | boolean>>;
}

/** One of so many cases of losses.json becomes a report, so that a run stays short. */
const everyOf = 4;

/** Edges of which PyTorch gives an error, nan or no gradient alone. */
const withoutGradient = /^target \(\) for|^uint8 target (?:for|\d+ for)|^weight \[.*smoothed target/;

const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

function numberOf(value: unknown): number {
  return special[String(value)] ?? Number(value);
}

function tensorOf({ shape, dtype, data }: GoldenTensor): Tensor {
  return { data: Float64Array.from(data, numberOf), shape, dtype };
}

/** PyTorch tests of reports on some of the cases of losses.json, by their names. */
export function reportTests(cases: readonly LossCase[]): readonly { name: string; code: string }[] {
  const used = cases
    .filter(({ loss, name }) => loss === 'crossEntropyLoss' && !withoutGradient.test(name))
    .filter((_, index) => index % everyOf === 0);
  return used.flatMap(({ name, input, target, options }) => {
    const { weight, reduction, ignoreIndex, labelSmoothing } = options;
    const evaluation = evaluateText(`logits = ${tensorCode(tensorOf(input), 'pytorch')}`, {
      roles: { 0: 'input' },
      target: tensorOf(target),
      ...(weight ? { weight: tensorOf(weight as GoldenTensor) } : {}),
      ...(reduction ? { reduction: reduction as 'mean' } : {}),
      ...(ignoreIndex === undefined ? {} : { ignoreIndex: numberOf(ignoreIndex) }),
      ...(labelSmoothing === undefined ? {} : { labelSmoothing: numberOf(labelSmoothing) }),
    });
    const code = pytorchTest({ title: name, evaluation, temperature: 1, sample: 0 });
    return code === '' ? [] : [{ name, code }];
  });
}
