import type { DType } from '../../tensor/dtype';
import { type Form, underPaths } from './form';

const typed: readonly (readonly [string, DType])[] = [
  ['FloatTensor', 'float32'],
  ['DoubleTensor', 'float64'],
  ['HalfTensor', 'float16'],
  ['BFloat16Tensor', 'bfloat16'],
  ['LongTensor', 'int64'],
  ['IntTensor', 'int32'],
  ['ShortTensor', 'int16'],
  ['CharTensor', 'int8'],
  ['ByteTensor', 'uint8'],
  ['BoolTensor', 'bool'],
];

/** PyTorch's constructors and its print (`tensor(…)`). */
export const torchForms: readonly Form[] = [
  {
    callees: ['torch.tensor', 'torch.as_tensor', 'torch.asarray', 'as_tensor'],
    form: 'constructor',
    floats: 'float32',
    ints: 'int64',
    dtype: null,
    numbers: 'values',
  },
  {
    callees: ['tensor'],
    form: 'printed',
    floats: 'float32',
    ints: 'int64',
    dtype: null,
    numbers: 'values',
  },
  {
    callees: ['torch.Tensor', 'Tensor'],
    form: 'constructor',
    floats: 'float32',
    ints: 'float32',
    dtype: 'float32',
    numbers: 'sizes',
  },
  ...typed.map(
    ([name, dtype]): Form => ({
      callees: underPaths(['torch', 'torch.cuda', ''], [name]),
      form: 'constructor',
      floats: dtype,
      ints: dtype,
      dtype,
      numbers: 'sizes',
    }),
  ),
];
