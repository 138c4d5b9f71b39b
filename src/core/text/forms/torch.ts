import { tensorTypes } from '../../tensor/dtypeNames';
import { type Form, underPaths } from './form';

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
  ...[...tensorTypes].map(
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
