import { matmul } from '../effects/matmul';
import { alternativesOf, choose, possible } from '../values/choice';
import { sourcesOf } from '../values/sources';
import {
  type ConstantValue,
  constant,
  itemsOf,
  list,
  type Single,
  type TensorValue,
  tensor,
  unknown,
  type Value,
} from '../values/value';
import { both } from '../values/when';
import { appended } from './assign';
import type { Interpreter } from './interpreter';

export function unaryOperation(operator: string, value: Value): Value {
  return choose(alternativesOf(value).map((one) => ({ ...one, value: unarySingle(operator, one.value) })));
}

function unarySingle(operator: string, value: Single): Single {
  if (operator === 'not') return value.type === 'constant' ? constant(!value.value) : unknown;
  if (value.type === 'constant' && typeof value.value === 'number') {
    return constant(operator === '-' ? -value.value : value.value);
  }
  if (value.type !== 'tensor') return unknown;
  if (operator === '+') return value;
  return arithmeticResult(value.kind === 'scores' ? 'scores' : 'unknown', value, [value]);
}

/** `left operator right` for arithmetic operators. */
export function binaryOperation(run: Interpreter, operator: string, left: Value, right: Value): Value {
  const results = possible(left, run.path).flatMap((a) =>
    possible(right, run.path).flatMap((b) => {
      const when = both(a.when, b.when);
      if (when === null) return [];
      return alternativesOf(single(operator, a.value, b.value)).map((result) => ({
        ...result,
        when,
        model: a.model ?? b.model,
      }));
    }),
  );
  return choose(results);
}

function single(operator: string, a: Single, b: Single): Value {
  if (a.type === 'constant' && b.type === 'constant') return ofConstants(operator, a, b);
  if (operator === '@') return matmul(a, b);
  const items = sequenceResult(operator, a, b);
  if (items) return items;
  if (a.type !== 'tensor' && b.type !== 'tensor') return unknown;
  const whole = [a, b].filter((one) => one.type === 'tensor');
  const larger = whole.reduce((x, y) => (y.minRank > x.minRank ? y : x));
  const total = totalOf(operator, a, b);
  const isMixture = total !== null && Math.abs(total - 1) < rounding;
  const kind = isMixture ? 'probs' : kindOf(operator, a, b);
  const dtype = promoted(operator, a, b);
  const isShifted = kind === 'probs' || kind === 'sigmoid';
  const gradFree = whole.length === 2 || [a, b].some(isNumber) ? sourcesOf(whole) : null;
  return {
    ...arithmeticResult(kind, larger, whole),
    gradFree,
    dtype,
    total,
    isExact: false,
    activation: isShifted && !isMixture ? larger.activation : null,
  };
}

function ofConstants(operator: string, { value: a }: ConstantValue, { value: b }: ConstantValue): Value {
  if (typeof a === 'string' && typeof b === 'string' && operator === '+') return constant(a + b);
  if (typeof a !== 'number' || typeof b !== 'number') return unknown;
  switch (operator) {
    case '+':
      return constant(a + b);
    case '-':
      return constant(a - b);
    case '*':
      return constant(a * b);
    case '/':
      return b === 0 ? unknown : constant(a / b);
    case '//':
      return b === 0 ? unknown : constant(Math.floor(a / b));
    case '%':
      return b === 0 ? unknown : constant(((a % b) + b) % b);
    case '**':
      return constant(a ** b);
    default:
      return unknown;
  }
}

/** Weights of a mixture that are written in decimals sum to 1 within this. */
const rounding = 1e-9;

/** What the classes of a weighted sum of probabilities sum to. */
function totalOf(operator: string, a: Single, b: Single): number | null {
  const x = sumOf(a);
  const y = sumOf(b);
  if (operator === '+' && x !== null && y !== null) return x + y;
  if (operator === '*' && x !== null && isNumber(b)) return x * Number(b.value);
  if (operator === '*' && y !== null && isNumber(a)) return y * Number(a.value);
  return operator === '/' && x !== null && isNumber(b) ? x / Number(b.value) : null;
}

function sumOf(value: Single): number | null {
  if (value.type !== 'tensor') return null;
  return value.kind === 'probs' ? (value.total ?? 1) : value.total;
}

/** The family of the result's dtype: true division and floating point numbers make floating point. */
function promoted(operator: string, a: Single, b: Single): TensorValue['dtype'] {
  const families = [a, b].map((one) => {
    if (one.type === 'tensor') return one.dtype;
    return isNumber(one) ? (one.isFloat ? 'float' : 'int') : null;
  });
  if (families.includes('float')) return 'float';
  if (families.includes(null)) return null;
  return operator === '/' ? 'float' : 'int';
}

/** Lists and tuples put together, or repeated. */
function sequenceResult(operator: string, a: Single, b: Single): Value | null {
  const x = itemsOf(a);
  const y = itemsOf(b);
  if (operator === '+' && x && y) return a.type === 'list' ? list(appended(x, y)) : appended(x, y);
  if (operator === '*' && x && b.type === 'constant' && typeof b.value === 'number' && b.value <= 8) {
    let all = x;
    for (let i = 1; i < b.value; i++) all = appended(all, x);
    return a.type === 'list' ? list(all) : all;
  }
  return null;
}

/** What raw scores or probabilities are after arithmetic; what is not sure is unknown. */
function kindOf(operator: string, a: Single, b: Single): TensorValue['kind'] {
  const [x, y] = [a, b].map((one) => (one.type === 'tensor' ? one.kind : null));
  if (x === 'blank' && operator === '+' && y === 'scores') return 'scores';
  const isScaling = operator === '*' || operator === '/';
  if (x === 'scores' && y === 'scores')
    return isScaling || operator === '+' || operator === '-' ? 'scores' : 'unknown';
  if (x === 'scores') return isNumber(b) || (isScaling && isFactor(b)) ? scoresAfter(operator) : 'unknown';
  if (y === 'scores')
    return isNumber(a) || (operator === '*' && isFactor(a)) ? scoresAfter(operator) : 'unknown';
  const isSum = operator === '+' || operator === '-';
  if ((x === 'probs' || x === 'sigmoid') && isSum && isSmall(b)) return x;
  if ((y === 'probs' || y === 'sigmoid') && operator === '+' && isSmall(a)) return y;
  if (x === 'indices' && isNumber(b) && isSum) return 'indices';
  return 'unknown';
}

/** A temperature, a mask of gates: raw scores times such are raw scores. */
function isFactor(value: Single): boolean {
  return value.type !== 'tensor' || value.kind === 'sigmoid';
}

function scoresAfter(operator: string): TensorValue['kind'] {
  return ['+', '-', '*', '/'].includes(operator) ? 'scores' : 'unknown';
}

function isNumber(value: Single): value is ConstantValue {
  return value.type === 'constant' && typeof value.value === 'number';
}

/** A constant like the 1e-8 that keeps a logarithm finite. */
function isSmall(value: Single): boolean {
  return isNumber(value) && Math.abs(Number(value.value)) < 0.01;
}

function arithmeticResult(
  kind: TensorValue['kind'],
  like: TensorValue,
  whole: readonly TensorValue[],
): TensorValue {
  return tensor({
    kind,
    rank: whole.length === 1 || whole[0].rank === whole[1].rank ? like.rank : null,
    minRank: Math.max(...whole.map(({ minRank }) => minRank)),
    dtype: like.dtype,
    isLastAxisClasses: like.isLastAxisClasses && kind === 'scores',
    isLossResult: whole.some(({ isLossResult }) => isLossResult),
    gradFree: sourcesOf(whole),
    trail: kind === 'unknown' ? null : like.trail,
  });
}
