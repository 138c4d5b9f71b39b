import { type Form, underPaths } from './form';

/** MLX, PaddlePaddle and MindSpore, whose floats are float32. */
export const otherForms: readonly Form[] = [
  {
    callees: [
      ...underPaths(['mx', 'mlx.core'], ['array']),
      ...underPaths(['paddle'], ['to_tensor']),
      ...underPaths(['ms', 'mindspore'], ['Tensor']),
    ],
    form: 'constructor',
    floats: 'float32',
    ints: 'int64',
    dtype: null,
    numbers: 'values',
  },
];
