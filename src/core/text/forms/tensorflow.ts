import { type Form, underPaths } from './form';

/** TensorFlow's constructors; its ints are int32. */
export const tensorflowForms: readonly Form[] = [
  {
    callees: underPaths(['tf'], ['constant', 'convert_to_tensor', 'Variable']),
    form: 'constructor',
    floats: 'float32',
    ints: 'int32',
    dtype: null,
    numbers: 'values',
  },
  {
    callees: ['tf.Tensor'],
    form: 'printed',
    floats: 'float32',
    ints: 'int32',
    dtype: null,
    numbers: 'values',
  },
];
