import { dtypes } from '../../tensor/dtype';
import { numpyDType } from '../../tensor/dtypeNames';
import { type Form, underPaths } from './form';

/** NumPy's constructors and its print (`array(…)`); NumPy's floats are float64. */
export const numpyForms: readonly Form[] = [
  {
    callees: underPaths(['np', 'numpy'], ['array', 'asarray']),
    form: 'constructor',
    floats: 'float64',
    ints: 'int64',
    dtype: null,
    numbers: 'values',
  },
  ...dtypes
    .filter((dtype) => numpyDType(dtype) !== null)
    .map(
      (dtype): Form => ({
        callees: underPaths(['np', 'numpy'], [dtype]),
        form: 'constructor',
        floats: dtype,
        ints: dtype,
        dtype,
        numbers: 'values',
      }),
    ),
  { callees: ['array'], form: 'printed', floats: 'float64', ints: 'int64', dtype: null, numbers: 'values' },
];
