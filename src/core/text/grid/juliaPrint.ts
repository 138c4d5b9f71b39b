import type { DType } from '../../tensor/dtype';
import type { BlockForm } from './blockPrint';

const types: Readonly<Record<string, DType>> = {
  Float16: 'float16',
  Float32: 'float32',
  Float64: 'float64',
  Int8: 'int8',
  Int16: 'int16',
  Int32: 'int32',
  Int64: 'int64',
  UInt8: 'uint8',
  Bool: 'bool',
};

/** Julia: `2×3 Matrix{Float64}:`, `3-element Vector{Int64}:`, and slices `[:, :, 1] =`. */
export const juliaPrint: BlockForm = {
  start: (line) => {
    const match = /^(\d+(?:×\d+)+|\d+-element) (?:Matrix|Vector|Array|Adjoint)\{(\w+)(?:, \d+)?\}:$/.exec(
      line,
    );
    if (!match || !Object.hasOwn(types, match[2])) return null;
    const sizes = match[1].match(/\d+/g)?.map(Number) ?? [];
    // Slices, the last indices in Julia, become the first.
    return { dtype: types[match[2]], shape: [...sizes.slice(2).reverse(), ...sizes.slice(0, 2)] };
  },
  isColumns: () => false,
  slice: (line) => {
    const match = /^\[:, :, ([\d, ]+)\] =$/.exec(line);
    return match ? match[1].split(',').map(Number) : null;
  },
  power: () => null,
  rowLabel: null,
  startsAtRow: false,
  isVector: () => false,
  floats: 'float64',
};
