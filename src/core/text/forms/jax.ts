import { type Form, underPaths } from './form';

/** JAX's constructors; without `jax_enable_x64` its floats are float32 and its ints int32. */
export const jaxForms: readonly Form[] = [
  {
    callees: underPaths(['jnp', 'jax.numpy'], ['array', 'asarray']),
    form: 'constructor',
    floats: 'float32',
    ints: 'int32',
    dtype: null,
    numbers: 'values',
  },
  {
    callees: ['Array', 'DeviceArray'],
    form: 'printed',
    floats: 'float32',
    ints: 'int32',
    dtype: null,
    numbers: 'values',
  },
];
