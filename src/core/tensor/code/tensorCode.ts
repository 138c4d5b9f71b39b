import { type DType, isFloatingPoint } from '../dtype';
import type { Tensor } from '../tensor';
import { nestedList } from './nestedList';
import { shortestDigits } from './shortestDigits';

export type CodeLibrary = 'pytorch' | 'numpy' | 'jax' | 'tensorflow' | 'json';

/** How a library writes a tensor of given values. */
interface Dialect {
  /** Up to the values: `torch.tensor(`. */
  readonly constructor: string;
  readonly special: Readonly<Record<'nan' | 'inf', string>>;
  readonly dtype: (dtype: DType) => string;
  /** dtypes that the library infers by itself from floats, whole numbers and bools. */
  readonly inferred: readonly DType[];
  readonly empty: (shape: string, dtype: string) => string;
}

const dialects: Readonly<Record<Exclude<CodeLibrary, 'json'>, Dialect>> = {
  pytorch: {
    constructor: 'torch.tensor(',
    special: { nan: "float('nan')", inf: "float('inf')" },
    dtype: (dtype) => `torch.${dtype}`,
    inferred: ['float32', 'int64', 'bool'],
    empty: (shape, dtype) => `torch.zeros(${shape}, dtype=${dtype})`,
  },
  numpy: {
    constructor: 'np.array(',
    special: { nan: 'np.nan', inf: 'np.inf' },
    dtype: (dtype) => (dtype === 'bool' ? 'np.bool_' : `np.${dtype === 'bfloat16' ? 'float32' : dtype}`),
    inferred: ['float64', 'int64', 'bool'],
    empty: (shape, dtype) => `np.zeros(${shape}, dtype=${dtype})`,
  },
  jax: {
    constructor: 'jnp.array(',
    special: { nan: 'jnp.nan', inf: 'jnp.inf' },
    dtype: (dtype) => (dtype === 'bool' ? 'jnp.bool_' : `jnp.${dtype}`),
    inferred: ['float32', 'bool'],
    empty: (shape, dtype) => `jnp.zeros(${shape}, dtype=${dtype})`,
  },
  tensorflow: {
    constructor: 'tf.constant(',
    special: { nan: "float('nan')", inf: "float('inf')" },
    dtype: (dtype) => `tf.${dtype}`,
    inferred: ['float32', 'bool'],
    empty: (shape, dtype) => `tf.zeros(${shape}, dtype=${dtype})`,
  },
};

/**
 * Code that makes the same tensor again, bit for bit: values with the fewest digits that give them back in their
 * dtype, and the dtype where the library would infer another. NumPy has no bfloat16, so its values are float32 there;
 * JAX needs `jax_enable_x64` for 64 bits. JSON is that of Python's module, with `NaN` and `Infinity`, and has no dtype.
 */
export function tensorCode(
  tensor: Tensor,
  library: CodeLibrary,
  options: { requiresGrad?: boolean } = {},
): string {
  if (library === 'json') return nestedList(tensor, jsonValue(tensor.dtype), 0);
  const dialect = dialects[library];
  const { dtype, shape, data } = tensor;
  const grad = library === 'pytorch' && options.requiresGrad ? ', requires_grad=True' : '';
  const written = dialect.dtype(dtype);
  const note = noteFor(library, dtype);
  if (data.length === 0) {
    const sizes = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
    return note + dialect.empty(sizes, written).replace(/\)$/, `${grad})`);
  }
  const isInferred = dialect.inferred.includes(dtype);
  const values = nestedList(tensor, pythonValue(dtype, dialect), dialect.constructor.length);
  return `${note}${dialect.constructor}${values}${isInferred ? '' : `, dtype=${written}`}${grad})`;
}

function noteFor(library: CodeLibrary, dtype: DType): string {
  if (library === 'numpy' && dtype === 'bfloat16') return '# NumPy has no bfloat16\n';
  if (library === 'jax' && (dtype === 'float64' || dtype === 'int64')) {
    return '# needs jax.config.update("jax_enable_x64", True)\n';
  }
  return '';
}

function pythonValue(dtype: DType, { special }: Dialect): (value: number) => string {
  return (value) => {
    if (dtype === 'bool') return value !== 0 ? 'True' : 'False';
    if (Number.isNaN(value)) return special.nan;
    if (!Number.isFinite(value)) return value > 0 ? special.inf : `-${special.inf}`;
    return shortestDigits(value, dtype);
  };
}

function jsonValue(dtype: DType): (value: number) => string {
  return (value) => {
    if (dtype === 'bool') return value !== 0 ? 'true' : 'false';
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
    return isFloatingPoint(dtype) ? shortestDigits(value, dtype) : String(value);
  };
}
