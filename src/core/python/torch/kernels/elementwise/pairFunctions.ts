/** A function of two numbers, with its derivatives by each of them from x, y and the result. */
export interface PairFunction {
  readonly f: (x: number, y: number) => number;
  readonly by: readonly [
    (x: number, y: number, result: number) => number,
    (x: number, y: number, result: number) => number,
  ];
  readonly gradFn: string;
  /** PyTorch has no kernel for whole numbers: the name in its message. */
  readonly floatsOnly?: string;
}

function logAddExp(x: number, y: number): number {
  const most = Math.max(x, y);
  return Number.isFinite(most) ? most + Math.log1p(Math.exp(-Math.abs(x - y))) : x + y;
}

function xLogY(x: number, y: number): number {
  if (Number.isNaN(y)) return y;
  return x === 0 ? 0 : x * Math.log(y);
}

export const pairFunctions: Readonly<Record<string, PairFunction>> = {
  logaddexp: {
    f: logAddExp,
    by: [(x, _, result) => Math.exp(x - result), (_, y, result) => Math.exp(y - result)],
    gradFn: 'LogaddexpBackward0',
    floatsOnly: 'logaddexp_cpu',
  },
  xlogy: {
    f: xLogY,
    by: [(x, y) => (x === 0 && y <= 0 ? 0 : Math.log(y)), (x, y) => x / y],
    gradFn: 'XlogyBackward0',
  },
  atan2: {
    f: Math.atan2,
    by: [(x, y) => y / (x * x + y * y), (x, y) => -x / (x * x + y * y)],
    gradFn: 'Atan2Backward0',
  },
  hypot: {
    f: Math.hypot,
    by: [(x, _, result) => x / result, (_, y, result) => y / result],
    gradFn: 'HypotBackward0',
    floatsOnly: 'hypot_cpu',
  },
};
