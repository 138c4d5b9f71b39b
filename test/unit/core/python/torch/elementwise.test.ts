import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { operationAt } from '../../../../../src/core/python/torch/operations';
import { mathFunctions } from '../../../../../src/core/python/torch/operations/mathOperations';
import { activations } from '../../../../../src/core/python/torch/operations/nn/activations';
import { backward } from '../../../../../src/core/python/torch/tensor/backward';
import { TorchContext } from '../../../../../src/core/python/torch/tensor/torchContext';
import { TorchTensor } from '../../../../../src/core/python/torch/tensor/torchTensor';

type Recorded = number | 'nan' | 'inf' | '-inf' | '-0';

/** A function with its options in one dtype: its value at each input, and the gradient for each of what comes back. */
interface RecordedFunction {
  readonly function: string;
  readonly options: Readonly<Record<string, number | string>>;
  readonly dtype: 'float32' | 'float64';
  readonly value: readonly Recorded[];
  readonly gradients: readonly (readonly Recorded[])[];
}

const recorded = JSON.parse(readFileSync('test/fixtures/torch/elementwise.json', 'utf8')) as {
  readonly torch: string;
  readonly input: readonly Recorded[];
  readonly gradOutputs: readonly Recorded[];
  readonly cases: readonly RecordedFunction[];
};

/**
 * Relative: two units in the last place of a value. Gradients are differences of numbers around 1, and in float64 the
 * last digits of `Math.tanh` and those of PyTorch's part.
 */
const tolerances = {
  float32: { value: 2 * 2 ** -23, gradient: 1e-6 },
  float64: { value: 2 * 2 ** -52, gradient: 2e-11 },
} as const;
const smallestNormal = { float32: 2 ** -126, float64: 2 ** -1022 } as const;

function numbersOf(encoded: readonly Recorded[]): number[] {
  return encoded.map((one) => Number(String(one).replace('inf', 'Infinity')));
}

function tensorOf(numbers: readonly number[], dtype: 'float32' | 'float64'): TorchTensor {
  return TorchTensor.of({ data: Float64Array.from(numbers), shape: [numbers.length], dtype });
}

/** The inputs, with nan for those that are refused in float32. */
function inputsOf(path: string, dtype: 'float32' | 'float64'): readonly number[] {
  const { isUnsettled } = activations.find(({ name }) => path.endsWith(`.${name}`)) ?? {};
  return numbersOf(recorded.input).map((x) => (dtype === 'float32' && isUnsettled?.(x) ? Number.NaN : x));
}

function runOf({ function: path, options, dtype }: RecordedFunction) {
  const operation = operationAt(path);
  const input = tensorOf(inputsOf(path, dtype), dtype);
  input.requiresGrad = true;
  const context = new TorchContext(
    () => 1,
    () => {},
  );
  const args = operation?.signature.bind({ positional: [input], named: new Map(Object.entries(options)) });
  const value = args && operation?.run?.(context, args);
  if (!(value instanceof TorchTensor)) throw new RangeError(`${path} gives no tensor`);
  const gradients = numbersOf(recorded.gradOutputs).map((one) => {
    input.grad = null;
    const gradient = tensorOf(new Array<number>(input.numel).fill(one), dtype);
    backward(value, { gradient, retainGraph: true });
    return valuesOf(input.grad);
  });
  return { value: valuesOf(value), gradients };
}

function valuesOf(tensor: TorchTensor | null): readonly number[] {
  return tensor ? [...tensor.dense().data] : [];
}

/** What is not near enough to what PyTorch gives, in words. */
function differences(
  inputs: readonly number[],
  got: readonly number[],
  wanted: readonly Recorded[],
  tolerance: number,
  least: number,
): readonly string[] {
  return numbersOf(wanted).flatMap((want, i) => {
    if (Number.isNaN(inputs[i]) && recorded.input[i] !== 'nan') return [];
    const isNear = Math.abs(got[i] - want) <= tolerance * Math.max(Math.abs(want), least);
    return Object.is(got[i], want) || got[i] === want || isNear
      ? []
      : [`${got[i]} for ${want} at ${inputs[i]}`];
  });
}

describe(`functions of each element give what PyTorch ${recorded.torch} gives`, () => {
  for (const one of recorded.cases) {
    test(`${one.function} ${JSON.stringify(one.options)} of ${one.dtype}`, () => {
      const { value, gradients } = runOf(one);
      const inputs = inputsOf(one.function, one.dtype);
      const allowed = tolerances[one.dtype];
      const least = smallestNormal[one.dtype];
      expect(differences(inputs, value, one.value, allowed.value, least)).toEqual([]);
      one.gradients.forEach((wanted, i) => {
        expect(differences(inputs, gradients[i], wanted, allowed.gradient, least)).toEqual([]);
      });
    });
  }

  test('and each of them is recorded', () => {
    const known = new Set(recorded.cases.map((one) => one.function.slice(one.function.lastIndexOf('.') + 1)));
    expect(
      [...activations, ...mathFunctions].map(({ name }) => name).filter((name) => !known.has(name)),
    ).toEqual([]);
  });
});
