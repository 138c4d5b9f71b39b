import type { DType } from '../../tensor/dtype';
import type { LiteralForm } from '../literal';

/** A way in which one library or language writes a tensor as a call: `torch.tensor([…])`, `array([…])`. */
export interface Form {
  /** The callee as written, with its path. */
  readonly callees: readonly string[];
  readonly form: Extract<LiteralForm, 'constructor' | 'printed'>;
  /** dtypes of floats and of ints where no dtype is written; a bool is always bool. */
  readonly floats: DType;
  readonly ints: DType;
  /** The dtype that the callee itself says (`torch.FloatTensor`), or null. */
  readonly dtype: DType | null;
  /**
   * What a number in place of a list is: the value of a 0-d tensor (`torch.tensor(2)`), the sizes of a tensor of
   * uninitialised memory (`torch.Tensor(2, 2)`), or the length of an array of zeros (`new Float32Array(2)`).
   */
  readonly numbers: 'values' | 'sizes' | 'length';
}

/** `names` under each of `paths`; the path `''` is the bare name. */
export function underPaths(paths: readonly string[], names: readonly string[]): readonly string[] {
  return paths.flatMap((path) => names.map((name) => (path === '' ? name : `${path}.${name}`)));
}
