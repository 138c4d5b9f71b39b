import { roundToDType } from '../../tensor/roundToDType';
import type { Tensor } from '../../tensor/tensor';
import { logSoftmax, softmax } from '../logSoftmax';
import { narrowLogSoftmax, narrowSoftmax } from './narrowSoftmax';

/** The floating point types that are compared, from the least exact to the most. */
export const precisionDTypes = ['float16', 'bfloat16', 'float32', 'float64'] as const;

export type PrecisionDType = (typeof precisionDTypes)[number];

/**
 * Three ways to the same log-probabilities: exponentials divided by their sum, written out by hand; the logarithm of
 * `softmax`; and `log_softmax`.
 */
export const precisionRoutes = ['byHand', 'logOfSoftmax', 'logSoftmax'] as const;

export type PrecisionRoute = (typeof precisionRoutes)[number];

/** Each is one operation of PyTorch: `x.to(dtype)`, `x.exp()`, `.sum()`, `/`, `torch.softmax`, `.log()`, `torch.log_softmax`. */
export type PrecisionOperation = 'to' | 'exp' | 'sum' | 'divide' | 'softmax' | 'log' | 'logSoftmax';

/** What rounding did to a value: inf where the exact one is finite, 0 where it is not, nan where it is a number. */
export type PrecisionLoss = 'overflow' | 'underflow' | 'nan';

export interface PrecisionStep {
  readonly operation: PrecisionOperation;
  /** One for each class; one alone for 'sum'. Rounded to the dtype, as the operation returns them. */
  readonly values: Float64Array;
  /** What was lost, for each value; null where it is only rounded. */
  readonly losses: readonly (PrecisionLoss | null)[];
}

export interface PrecisionResult {
  readonly dtype: PrecisionDType;
  readonly route: PrecisionRoute;
  readonly steps: readonly PrecisionStep[];
  /** `-log p[target]` at the end of the route. */
  readonly loss: number;
  /** Relative to float64's log_softmax of the row as written; 0 where both are the same, NaN or inf included. */
  readonly error: number;
}

/**
 * The loss of one sample in each dtype by each route, step by step. Each operation rounds its result to the dtype;
 * softmax and log_softmax, which are several operations in one, compute the 16-bit types in float32, as PyTorch does.
 *
 * `row`: (C) logits; `target` in [0, C).
 */
export function precisionResults(row: Float64Array, target: number): readonly PrecisionResult[] {
  const exact = -logSoftmax(vector(row)).data[target];
  return precisionDTypes.flatMap((dtype) =>
    precisionRoutes.map((route): PrecisionResult => {
      const steps = stepsOf(row, dtype, route);
      const loss = -steps[steps.length - 1].values[target] + 0;
      return { dtype, route, steps, loss, error: errorOf(loss, exact) };
    }),
  );
}

type Compute = (values: Float64Array, before: Float64Array, dtype: PrecisionDType) => Float64Array;

/** `before` is the step before the last one: the exponentials, where their sum is the last. */
const operations: Readonly<Record<Exclude<PrecisionOperation, 'to'>, Compute>> = {
  exp: (x) => x.map(Math.exp),
  sum: (x) => Float64Array.of(x.reduce((sum, value) => sum + value, 0)),
  divide: ([sum], exponentials) => exponentials.map((value) => value / sum),
  log: (x) => x.map(Math.log),
  softmax: (x, _, dtype) => (dtype === 'float64' ? softmax(vector(x)).data : narrowSoftmax(x)),
  logSoftmax: (x, _, dtype) =>
    dtype === 'float64' ? logSoftmax(vector(x)).data : narrowLogSoftmax(x, dtype),
};

const routes: Readonly<Record<PrecisionRoute, readonly Exclude<PrecisionOperation, 'to'>[]>> = {
  byHand: ['exp', 'sum', 'divide', 'log'],
  logOfSoftmax: ['softmax', 'log'],
  logSoftmax: ['logSoftmax'],
};

function vector(data: Float64Array): Tensor {
  return { data, shape: [data.length], dtype: 'float64' };
}

function stepsOf(row: Float64Array, dtype: PrecisionDType, route: PrecisionRoute): readonly PrecisionStep[] {
  const steps = [stepOf('to', row, row, dtype)];
  for (const operation of routes[route]) {
    const [before, last] = [steps.at(-2) ?? steps[0], steps[steps.length - 1]];
    const values = operations[operation](last.values, before.values, dtype);
    steps.push(stepOf(operation, values, row, dtype));
  }
  return steps;
}

function stepOf(
  operation: PrecisionOperation,
  values: Float64Array,
  row: Float64Array,
  dtype: PrecisionDType,
): PrecisionStep {
  const rounded = values.map((value) => roundToDType(value, dtype));
  const limits = exactLimits(operation, row);
  const losses = Array.from(rounded, (value, i) => lossOf(value, limits[i]));
  return { operation, values: rounded, losses };
}

/** Where the exact value of an operation on the row lies: it is a finite number and not 0, or it is this. */
function exactLimits(operation: PrecisionOperation, row: Float64Array): Float64Array | readonly number[] {
  const logProbs = logSoftmax(vector(row)).data;
  switch (operation) {
    case 'to':
      return row;
    case 'exp':
      return Array.from(row, exponentialLimit);
    case 'sum':
      return [
        exponentialLimit(
          row.reduce((max, x) => (x > max || Number.isNaN(x) ? x : max), Number.NEGATIVE_INFINITY),
        ),
      ];
    case 'softmax':
    case 'divide':
      return Array.from(logProbs, exponentialLimit);
    case 'log':
    case 'logSoftmax':
      return logProbs;
  }
}

/** exp(x) of a finite x is a positive number, however large or small; 1 stands for it. */
function exponentialLimit(x: number): number {
  return Number.isFinite(x) ? 1 : Math.exp(x);
}

function lossOf(value: number, exact: number): PrecisionLoss | null {
  if (Number.isNaN(exact)) return null;
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return Number.isFinite(exact) ? 'overflow' : null;
  return value === 0 && exact !== 0 ? 'underflow' : null;
}

function errorOf(loss: number, exact: number): number {
  if (Object.is(loss, exact) || loss === exact) return 0;
  return Math.abs(loss - exact) / Math.abs(exact);
}
