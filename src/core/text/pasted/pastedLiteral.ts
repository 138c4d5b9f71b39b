import type { Tensor } from '../../tensor/tensor';
import type { Reading, TensorLiteral } from '../literal';
import { nameBefore } from '../surroundings/nameBefore';

interface Pasted {
  readonly from: number;
  readonly to: number;
  readonly tensor: Tensor;
  readonly decimals: number | null;
  readonly isDtypeWritten: boolean;
  readonly reading: Reading | null;
}

/** A literal of another language, with the name in front of it. */
export function pastedLiteral(text: string, pasted: Pasted): TensorLiteral {
  const { from, to, tensor, decimals, isDtypeWritten, reading } = pasted;
  return {
    from,
    to,
    body: { from, to },
    tensor,
    form: 'list',
    callee: null,
    name:
      nameBeforeArrow(text.slice(Math.max(0, from - 60), from)) ??
      nameBefore(text, from, 0, { linePrefix: '', hasSlashComments: true }),
    decimals,
    scientificDecimals: null,
    isDtypeWritten,
    keywords: [],
    gradFn: null,
    requiresGrad: false,
    ...(reading && { reading }),
    operations: [],
  };
}

/** The name that R gives a value to: `x <- `. */
function nameBeforeArrow(before: string): string | null {
  const left = before.trimEnd();
  if (!left.endsWith('<-')) return null;
  const word = /(?:^|[^\p{L}\p{N}_.])([\p{L}\p{N}_.]+)$/u.exec(left.slice(0, -2).trimEnd())?.[1] ?? '';
  const start = word.search(/[\p{L}_]/u);
  return start < 0 ? null : word.slice(start);
}
