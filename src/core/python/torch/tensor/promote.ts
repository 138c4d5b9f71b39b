import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { TorchTensor } from './torchTensor';

/** An operand: a tensor, or a number of Python (bool, int, float). */
export type Operand = TorchTensor | boolean | bigint | number;

const intRank: readonly DType[] = ['uint8', 'int8', 'int16', 'int32', 'int64'];
const floatRank: readonly DType[] = ['float16', 'bfloat16', 'float32', 'float64'];

/** `torch.promote_types`. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a === 'bool') return b;
  if (b === 'bool') return a;
  if (isFloatingPoint(a) && isFloatingPoint(b)) {
    const has16 = (a === 'float16' && b === 'bfloat16') || (a === 'bfloat16' && b === 'float16');
    if (has16) return 'float32';
    return floatRank[Math.max(floatRank.indexOf(a), floatRank.indexOf(b))];
  }
  if (isFloatingPoint(a)) return a;
  if (isFloatingPoint(b)) return b;
  if ((a === 'uint8' && b === 'int8') || (a === 'int8' && b === 'uint8')) return 'int16';
  return intRank[Math.max(intRank.indexOf(a), intRank.indexOf(b))];
}

/** NumPy needs a float that holds every value of both. */
function promoteNumpyTypes(a: DType, b: DType): DType {
  const int = isFloatingPoint(a) ? b : a;
  const float = isFloatingPoint(a) ? a : b;
  if (isFloatingPoint(int) || !isFloatingPoint(float) || int === 'bool') return promoteTypes(a, b);
  if (float === 'float64' || int === 'int64' || int === 'int32') return 'float64';
  return int === 'int16' ? 'float32' : float;
}

/**
 * dtype of an operation: tensors with dimensions decide, then 0-d tensors, then numbers of Python, which only
 * matter when they are of a higher kind. Source: aten/src/ATen/native/TypeProperties.cpp, `result_type`.
 */
export function resultType(operands: readonly Operand[]): DType {
  const isNumpy = operands.some((one) => one instanceof TorchTensor && one.library === 'numpy');
  if (isNumpy) return numpyResultType(operands);
  const tensors = operands.filter((one) => one instanceof TorchTensor);
  const withDims = promoted(tensors.filter(({ dimCount }) => dimCount > 0).map(({ dtype }) => dtype));
  const withoutDims = promoted(tensors.filter(({ dimCount }) => dimCount === 0).map(({ dtype }) => dtype));
  const numbers = promoted(operands.filter((one) => !(one instanceof TorchTensor)).map(dtypeOfNumber));
  return combine(withDims, combine(withoutDims, numbers)) ?? 'float32';
}

function numpyResultType(operands: readonly Operand[]): DType {
  const arrays = operands.filter((one) => one instanceof TorchTensor).map(({ dtype }) => dtype);
  const dtype = arrays.reduce(promoteNumpyTypes);
  const numbers = operands.filter((one) => !(one instanceof TorchTensor));
  if (numbers.some((one) => typeof one === 'number') && !isFloatingPoint(dtype)) return 'float64';
  return numbers.some((one) => typeof one === 'bigint') && dtype === 'bool' ? 'int64' : dtype;
}

function promoted(dtypes: readonly DType[]): DType | null {
  return dtypes.length === 0 ? null : dtypes.reduce(promoteTypes);
}

function combine(higher: DType | null, lower: DType | null): DType | null {
  if (higher === null || lower === null) return higher ?? lower;
  if (isFloatingPoint(higher)) return higher;
  return higher === 'bool' || isFloatingPoint(lower) ? promoteTypes(higher, lower) : higher;
}

/** dtype of a tensor that is made of a number: PyTorch's default float is float32. */
export function dtypeOfNumber(value: Operand): DType {
  if (value instanceof TorchTensor) return value.dtype;
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' ? 'int64' : 'float32';
}

/** The dtype in which functions such as log and mean give their result. */
export function floatTypeOf(tensor: TorchTensor): DType {
  if (isFloatingPoint(tensor.dtype)) return tensor.dtype;
  return tensor.library === 'numpy' ? 'float64' : 'float32';
}
