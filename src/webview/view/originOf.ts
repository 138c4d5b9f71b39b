import type { EvaluatedTensor, TensorLiteral, TextRange } from '../../core';
import type { Report } from '../state/snapshot';

/** Where the value of a tensor comes from, when it is not the array as written. */
export interface Origin {
  /** `torch.log(tensor)`, `logits / logits.sum()` */
  readonly expression: string;
  /** The array in it as written; null for code that names its arrays. */
  readonly written: string | null;
  /** The tensors that the code names, as far as they were read. */
  readonly sources: readonly TensorLiteral[];
}

/** Longer texts are cut. Unit: UTF-16 code units. */
const longestText = 400;

/** The expression around the array of a tensor; null when there is none, or its text was not kept. */
export function originOf(
  { source, parsed }: Pick<Report, 'source' | 'parsed'>,
  tensor: EvaluatedTensor,
): Origin | null {
  const literal = tensor.literal === null ? undefined : parsed.literals[tensor.literal];
  if (!literal) return null;
  if (literal.expression) {
    const { text, names } = literal.expression;
    const sources = parsed.literals.filter(
      (one) => one.name !== null && names.includes(one.name) && one.from < literal.from,
    );
    return { expression: inOneLine(text), written: null, sources };
  }
  if (literal.operations.length === 0) return null;
  const textOf = ({ from, to }: TextRange): string | null => {
    const piece = source.pieces.find((one) => one.from <= from && to <= one.from + one.text.length);
    return piece ? piece.text.slice(from - piece.from, to - piece.from) : null;
  };
  const written = textOf(literal);
  const before = textOf({ from: tensor.from, to: literal.from });
  const after = textOf({ from: literal.to, to: tensor.to });
  if (written === null || before === null || after === null) return null;
  return { expression: inOneLine(`${before}tensor${after}`), written: cut(written), sources: [] };
}

function inOneLine(text: string): string {
  return cut(text.replace(/\s+/g, ' ').replace(/([([]) | (?=[)\]])/g, '$1'));
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
