import type { Tensor } from '../../tensor/tensor';
import type { Reading, TensorLiteral } from '../literal';
import { nameBefore } from '../nameBefore';

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
  const arrow = /([\p{L}_][\p{L}\p{N}_.]*)\s*<-\s*$/u.exec(text.slice(Math.max(0, from - 60), from));
  return {
    from,
    to,
    body: { from, to },
    tensor,
    form: 'list',
    callee: null,
    name: arrow?.[1] ?? nameBefore(text, from, 0, { linePrefix: '', hasSlashComments: true }),
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
