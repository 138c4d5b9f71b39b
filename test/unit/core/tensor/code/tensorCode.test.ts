import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CodeLibrary, tensorCode } from '../../../../../src/core/tensor/code/tensorCode';
import type { DType } from '../../../../../src/core/tensor/dtype';
import { createTensor } from '../../../../../src/core/tensor/tensor';

interface Case {
  readonly about: string;
  readonly library: CodeLibrary;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly data: readonly (number | string)[];
  readonly code: string;
}

const document = JSON.parse(readFileSync('test/fixtures/torch/copiedCode.json', 'utf8')) as {
  readonly torch: string;
  readonly numpy: string;
  readonly cases: readonly Case[];
};

const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Infinity,
  '-inf': -Infinity,
  '-0': -0,
};

describe(`code that PyTorch ${document.torch}, NumPy ${document.numpy} and json have run to the same bits`, () => {
  test.each(document.cases.map((one) => [`${one.library} ${one.about}`, one] as const))(
    'is what is copied: %s',
    (_, { library, shape, dtype, data, code }) => {
      const values = Float64Array.from(data, (value) => (typeof value === 'string' ? special[value] : value));
      expect(tensorCode({ data: values, shape, dtype }, library)).toBe(code);
    },
  );
});

describe('code for', () => {
  const tensor = createTensor([1.5, Number.NaN, -Infinity, 0.1], [2, 2], 'float64');
  test.each([
    [
      'jax',
      '# needs jax.config.update("jax_enable_x64", True)\njnp.array([[  1.5, jnp.nan],\n           [-jnp.inf,  0.1]], dtype=jnp.float64)',
    ],
    [
      'tensorflow',
      "tf.constant([[          1.5, float('nan')],\n             [-float('inf'),           0.1]], dtype=tf.float64)",
    ],
  ] as const)('%s has its own names', (library, code) => {
    expect(tensorCode(tensor, library).replace(/ +/g, ' ')).toBe(code.replace(/ +/g, ' '));
  });

  test('a tensor that requires grad says so', () => {
    expect(tensorCode(createTensor([1], [1], 'float32'), 'pytorch', { requiresGrad: true })).toBe(
      'torch.tensor([1.0], requires_grad=True)',
    );
  });
});
