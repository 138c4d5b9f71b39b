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

const floatingPoint: ReadonlySet<DType> = new Set(['float64', 'float32', 'float16', 'bfloat16']);

/** As `torch.dtype.is_floating_point`. */
export function isFloatingPoint(dtype: DType): boolean {
  return floatingPoint.has(dtype);
}
