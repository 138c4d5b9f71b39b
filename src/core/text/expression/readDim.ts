import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { DType } from '../../tensor/dtype';
import { dtypeOf } from './dtypeNames';
import type { Argument } from './readArguments';

export interface DimArguments {
  readonly dim: number | null;
  /** The dtype that the tensor is cast to first (`F.softmax(x, dim=1, dtype=torch.float64)`), or null. */
  readonly dtype: DType | null;
  readonly problem: Problem | null;
}

/** What the arguments of softmax and the like say; `defaultDim` when no dimension is written. */
export function readDim(args: readonly Argument[], defaultDim: number | null): DimArguments {
  let dim = defaultDim;
  let dtype: DType | null = null;
  for (const argument of args) {
    const { name, value } = argument;
    if (name === '_stacklevel' || value === 'None') continue;
    if (name === 'dtype' && dtypeOf(value)) dtype = dtypeOf(value);
    else if ((name === null || name === 'dim' || name === 'axis') && /^[+-]?\d+$/.test(value))
      dim = Number(value);
    else return { dim, dtype, problem: unreadable(argument) };
  }
  return { dim, dtype, problem: null };
}

function unreadable({ name, value, from, to }: Argument): Problem {
  const written = name === null ? value : `${name}=${value}`;
  const message = l10n.t('expected a dimension as a whole number, such as dim=1, got "{0}"', written);
  return { code: 'unsupported-operation', message, from, to };
}
