import type { Problem } from '../problem';
import type { Tensor } from '../tensor/tensor';
import type { TextRange } from '../textRange';

/**
 * How a literal stands in the text; `printed` is the repr of torch, numpy, …, `constructor` a call, and `expression`
 * the value of code that was evaluated.
 */
export type LiteralForm = 'list' | 'constructor' | 'printed' | 'scalar' | 'expression';

/**
 * A function applied to a literal where it stands: `torch.log(tensor)`, `F.softmax(tensor, dim=1)`,
 * `tensor.log()`, `tensor.cuda()`. `name` is the last part of the written name, in PyTorch's words
 * (`softmax`, `log_softmax`, `log`, `exp`, `float`, `long`, …). `dim` is null when none is written.
 * The range is the whole expression up to and including this application.
 */
export interface LiteralOperation extends TextRange {
  readonly name: string;
  readonly dim: number | null;
}

/** A keyword argument of the constructor or of a print, such as `requires_grad=True`; `value` as written. */
export interface LiteralKeyword extends TextRange {
  readonly name: string;
  readonly value: string;
}

/** A choice that the text leaves open: what it was taken for, and what else it may be. */
export interface Reading {
  readonly taken: string;
  readonly others: readonly { readonly id: string; readonly label: string }[];
}

/**
 * One array that stands in a text. The range covers the literal with its constructor or print
 * (`torch.tensor([[1.]], dtype=torch.float32)`), without the operations around it; `body` covers the brackets.
 */
export interface TensorLiteral extends TextRange {
  readonly body: TextRange;
  /** The elements as written (exactly `Number(text)`), before `operations`. */
  readonly tensor: Tensor;
  readonly form: LiteralForm;
  /** The constructor or printed word with its path as written: `torch.FloatTensor`, `np.array`, `tensor`. */
  readonly callee: string | null;
  /** The variable, object key or label that it is given to: `logits = …`, `"logits": …`, `logits: …`. */
  readonly name: string | null;
  /**
   * The largest number of decimal places written (`1.5e-3` has 4); null when every number is written whole. Negative
   * where a print has a factor in front, so that even its units are not known.
   */
  readonly decimals: number | null;
  /**
   * Decimal places of the mantissa when every number has an exponent, as in the scientific mode of a print, where
   * each number is rounded by its own size (`1.5e-03` has 1); null otherwise.
   */
  readonly scientificDecimals: number | null;
  /** True when the text itself says the dtype (`dtype=`, `FloatTensor`, a trailing `.long()`). */
  readonly isDtypeWritten: boolean;
  readonly keywords: readonly LiteralKeyword[];
  /** What a print says of its origin, as `SoftmaxBackward0`; null when it says nothing. */
  readonly gradFn: string | null;
  readonly requiresGrad: boolean;
  /** What the header of a table calls the columns of the tensor; absent where it has none, or not for all. */
  readonly columnNames?: readonly string[];
  /** Where each row is written, of a tensor that was stacked of several records. */
  readonly rowRanges?: readonly TextRange[];
  /** Set where the text can be read in several ways. */
  readonly reading?: Reading;
  /** The code whose value this is, and the names in it; absent for what is written out. */
  readonly expression?: { readonly text: string; readonly names: readonly string[] };
  /** Applied to the literal where it stands, innermost first. */
  readonly operations: readonly LiteralOperation[];
}

/** What reading a text gave: every literal in order of its position, and every problem. */
export interface ReadResult {
  readonly literals: readonly TensorLiteral[];
  readonly problems: readonly Problem[];
}
