/** PyTorch's element types that can be written in an editor (complex and quantised ones are refused). */
export type DType =
  | 'float64'
  | 'float32'
  | 'float16'
  | 'bfloat16'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint8'
  | 'bool';

export const dtypes: readonly DType[] = [
  'float64',
  'float32',
  'float16',
  'bfloat16',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint8',
  'bool',
];

const floatingPoint: ReadonlySet<DType> = new Set(['float64', 'float32', 'float16', 'bfloat16']);

/** As `torch.dtype.is_floating_point`. */
export function isFloatingPoint(dtype: DType): boolean {
  return floatingPoint.has(dtype);
}

const floatRank: readonly DType[] = ['float16', 'bfloat16', 'float32', 'float64'];

/**
 * dtype of an operation on floating-point tensors, as `torch.promote_types`: the widest floating-point type there is,
 * float32 for float16 with bfloat16. Whole-number and bool types do not count; without any other it is float32.
 */
export function promoteDTypes(dtypes: readonly DType[]): DType {
  if (dtypes.includes('float16') && dtypes.includes('bfloat16') && !dtypes.includes('float64'))
    return 'float32';
  const ranks = dtypes.map((dtype) => floatRank.indexOf(dtype));
  return floatRank[Math.max(...ranks)] ?? 'float32';
}
