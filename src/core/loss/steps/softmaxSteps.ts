import type { DType } from '../../tensor/dtype';
import { texFactor, texList, texNumber, texSum } from '../formula/tex';

/** The steps of log_softmax as it is computed stably. */
export type SoftmaxStepId = 'input' | 'max' | 'shift' | 'exp' | 'sum' | 'logSum' | 'logSoftmax';

export interface SoftmaxStep {
  readonly id: SoftmaxStepId;
  readonly tex: string;
  readonly texWithNumbers: string;
  /** A number, or one for each class. */
  readonly value: number | Float64Array;
}

/**
 * log_softmax of one row in float64, step by step: subtract the maximum, exponentiate, sum, take the logarithm,
 * subtract. Rows with nan or inf have steps with nan and inf, as PyTorch gets them. `dtype` is the one that numbers
 * are shown in, `kept` a class that long lists always show.
 */
export function softmaxSteps(row: Float64Array, kept: number, dtype: DType): readonly SoftmaxStep[] {
  const max = row.reduce((m, x) => (Number.isNaN(x) || x > m ? x : m), Number.NEGATIVE_INFINITY);
  const shift = row.map((x) => x - max);
  const exp = shift.map(Math.exp);
  const sum = exp.reduce((s, e) => s + e, 0);
  const logSum = Math.log(sum);
  const logProbs = shift.map((x) => x - logSum);
  const number = (value: number) => texNumber(value, dtype);
  const list = (values: Float64Array) => texList(values.length, kept, (c) => number(values[c]));
  return [
    { id: 'input', tex: 'x', texWithNumbers: `x = ${list(row)}`, value: row },
    { id: 'max', tex: 'm = \\max_c x_c', texWithNumbers: `m = ${number(max)}`, value: max },
    {
      id: 'shift',
      tex: 'x_c - m',
      texWithNumbers: `x_c - ${texFactor(max, dtype)} = ${list(shift)}`,
      value: shift,
    },
    { id: 'exp', tex: 'e^{x_c - m}', texWithNumbers: `e^{x_c - m} = ${list(exp)}`, value: exp },
    {
      id: 'sum',
      tex: 'S = \\sum_c e^{x_c - m}',
      texWithNumbers: `S = ${texSum(exp.length, kept, (c) => number(exp[c]))} = ${number(sum)}`,
      value: sum,
    },
    {
      id: 'logSum',
      tex: '\\log S',
      texWithNumbers: `\\log ${texFactor(sum, dtype)} = ${number(logSum)}`,
      value: logSum,
    },
    {
      id: 'logSoftmax',
      tex: '\\log p_c = x_c - m - \\log S',
      texWithNumbers: `\\log p_c = ${list(logProbs)}`,
      value: logProbs,
    },
  ];
}
