import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DType } from '../../../../src/core/tensor/dtype';
import { numpyRepr, numpyStr } from '../../../../src/core/tensor/print/numpyRepr';
import { torchRepr } from '../../../../src/core/tensor/print/torchRepr';
import { readTensors } from '../../../../src/core/text/readTensors';

interface Case {
  readonly library: 'torch' | 'numpy';
  readonly about: string;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly text: string;
  /** What stands in the print. */
  readonly digits: readonly (number | string)[];
  /** The values themselves, where the print has default options. */
  readonly data?: readonly (number | string)[];
}

const document = JSON.parse(readFileSync('test/fixtures/torch/roundTrip.json', 'utf8')) as {
  readonly torch: string;
  readonly numpy: string;
  readonly cases: readonly Case[];
};

/** JSON has no special numbers. */
function decoded(values: readonly (number | string)[]): Float64Array {
  const special: Readonly<Record<string, number>> = {
    nan: Number.NaN,
    inf: Infinity,
    '-inf': -Infinity,
    '-0': -0,
  };
  return Float64Array.from(values, (value) => (typeof value === 'string' ? special[value] : value));
}

const named = document.cases.map((one) => [`${one.library} ${one.about}`, one] as const);

describe(`prints of PyTorch ${document.torch} and NumPy ${document.numpy}`, () => {
  test.each(named)('are read digit by digit: %s', (_, { text, digits, shape, dtype, library, about }) => {
    const { literals, problems } = readTensors(text);
    expect(problems).toEqual([]);
    // Brackets around nothing, without a constructor, are no tensor.
    if (text === '[]') return;
    expect(literals).toHaveLength(1);
    const [{ tensor }] = literals;
    expect([...tensor.data]).toEqual([...decoded(digits)]);
    // A print without its constructor does not say its dtype.
    const isBare = library === 'numpy' && about.includes('str,');
    expect(tensor.shape).toEqual(shape);
    if (!isBare) expect(tensor.dtype).toBe(dtype);
  });

  test.each(named.filter(([, { text }]) => text !== '[]'))(
    'are read alike when pasted: %s',
    (_, { text, digits, shape }) => {
      const { literals, problems } = readTensors(text, { isPasted: true });
      expect(problems).toEqual([]);
      const [{ tensor, reading }] = literals;
      expect([...tensor.data]).toEqual([...decoded(digits)]);
      // A vector over several short lines may be rows: then the other reading is offered.
      if (!reading) expect(tensor.shape).toEqual(shape);
    },
  );

  const ours = named.filter(([, { data }]) => data !== undefined);
  test.each(ours)('are written the same: %s', (_, { library, about, data = [], shape, dtype, text }) => {
    const tensor = { data: decoded(data), shape, dtype };
    const write = library === 'torch' ? torchRepr : about.includes('repr,') ? numpyRepr : numpyStr;
    expect(write(tensor)).toBe(text);
  });
});
