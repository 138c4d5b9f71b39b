import { matmul } from '../effects/matmul';
import { mixture } from '../effects/mixtures';
import { normalisedContent } from '../effects/normalise';
import { alternativesOf, choose, possible } from '../values/choice';
import { appended } from '../values/sequences';
import { sourcesOf } from '../values/sources';
import {
  isActivated,
  lossCallsOf,
  type PlainKind,
  sourceOf,
  type TensorContent,
  type TensorKind,
  type TensorValue,
  tensor,
} from '../values/tensorValue';
import {
  type ConstantValue,
  constant,
  itemsOf,
  list,
  type Single,
  type TupleValue,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { both } from '../values/when';
import type { Interpreter } from './interpreter';
import { separate } from './memory';

export function unaryOperation(run: Interpreter, operator: string, value: Value): Value {
  return choose(
    alternativesOf(value).map((one) => ({ ...one, value: unarySingle(run, operator, one.value) })),
  );
}

function unarySingle(run: Interpreter, operator: string, value: Single): Single {
  if (operator === 'not') return value.type === 'constant' ? constant(!value.value) : unknown;
  if (value.type === 'constant' && typeof value.value === 'number') {
    return constant(operator === '-' ? -value.value : value.value);
  }
  if (value.type !== 'tensor') return unknown;
  if (operator === '+') return separate(value);
  if (operator === '-') run.report.negated(lossCallsOf([value]).picks);
  return arithmeticResult(value.kind === 'scores' ? 'scores' : 'unknown', value, [value]);
}

/** `left operator right` for arithmetic operators. */
export function binaryOperation(run: Interpreter, operator: string, left: Value, right: Value): Value {
  const results = possible(left, run.path).flatMap((a) =>
    possible(right, run.path).flatMap((b) => {
      const when = both(a.when, b.when);
      if (when === null) return [];
      return alternativesOf(single(run, operator, a.value, b.value)).map((result) => ({
        ...result,
        when,
        model: a.model ?? b.model,
      }));
    }),
  );
  return choose(results);
}

function single(run: Interpreter, operator: string, a: Single, b: Single): Value {
  if (a.type === 'constant' && b.type === 'constant') return ofConstants(operator, a, b);
  if (operator === '@') return matmul(a, b);
  const items = sequenceResult(operator, a, b);
  if (items) return items;
  if (a.type !== 'tensor' && b.type !== 'tensor') return unknown;
  const whole = [a, b].filter((one) => one.type === 'tensor');
  const larger = whole.reduce((x, y) => (y.minRank > x.minRank ? y : x));
  if (isNegation(operator, a, b)) run.report.negated(lossCallsOf(whole).picks);
  const content =
    normalisedContent(operator, a, b) ?? mixture(operator, a, b) ?? contentAfter(operator, a, b, larger);
  const dtype = promoted(operator, a, b);
  const gradFree = whole.length === 2 || [a, b].some(isNumber) ? sourcesOf(whole) : null;
  return { ...arithmeticResult(content, larger, whole), gradFree, dtype };
}

/** `-1 * x`, `x / -1`, `0 - x` */
function isNegation(operator: string, a: Single, b: Single): boolean {
  const isBelow = (one: Single) => isNumber(one) && Number(one.value) < 0;
  if (operator === '*') return isBelow(a) || isBelow(b);
  if (operator === '/') return isBelow(b);
  return operator === '-' && isNumber(a) && a.value === 0;
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

/** A list of layers, to which nothing but another list is added. */
function holdsModules(value: Single): boolean {
  const items = itemsOf(value)?.items ?? [];
  return items.length > 0 && items.every(({ type }) => type === 'torch' || type === 'instance');
}

/** What is not known, as a list. */
function someItems(value: Single): TupleValue | null {
  return value.type === 'unknown' ? tuple([], unknown) : null;
}

/** Lists and tuples put together, or repeated. */
function sequenceResult(operator: string, a: Single, b: Single): Value | null {
  const x = itemsOf(a) ?? (operator === '+' && holdsModules(b) ? someItems(a) : null);
  const y = itemsOf(b) ?? (operator === '+' && holdsModules(a) ? someItems(b) : null);
  if (operator === '+' && x && y)
    return a.type === 'list' || b.type === 'list' ? list(appended(x, y)) : appended(x, y);
  if (operator === '*' && x && b.type === 'constant' && typeof b.value === 'number' && b.value <= 8) {
    let all = x;
    for (let i = 1; i < b.value; i++) all = appended(all, x);
    return a.type === 'list' ? list(all) : all;
  }
  return null;
}

/** What raw scores or probabilities are after arithmetic; what is not sure is unknown. */
function contentAfter(operator: string, a: Single, b: Single, x: TensorValue): TensorContent {
  const kind = kindOf(operator, a, b);
  if (kind !== 'probs' && kind !== 'sigmoid') return { kind };
  const source = sourceOf(x);
  const shifted = source && { ...source, isAxisKept: false, isExact: false };
  return {
    kind,
    source: shifted,
    isJoined: isActivated(x) && x.isJoined,
    isLikely: isActivated(x) && x.isLikely,
  };
}

function kindOf(operator: string, a: Single, b: Single): PlainKind | 'probs' | 'sigmoid' {
  const [x, y] = [a, b].map((one) => (one.type === 'tensor' ? one.kind : null));
  const isSum = operator === '+' || operator === '-';
  if (operator === '-' && isNumber(a) && isNearOne(a) && (y === 'probs' || y === 'sigmoid'))
    return 'complement';
  if (x === 'complement' && (isSum ? isSmall(b) : operator === '**' && b.type !== 'tensor')) return x;
  if (operator === '*' && isWeighedLog(x, y)) return 'weighedLogs';
  if (isSum && ((x === 'blank' && y === 'scores') || (x === 'scores' && y === 'blank'))) return 'scores';
  const isScaling = operator === '*' || operator === '/';
  if (x === 'scores' && y === 'scores')
    return isScaling || operator === '+' || operator === '-' ? 'scores' : 'unknown';
  if (x === 'scores') return isNumber(b) || (isScaling && isFactor(b)) ? scoresAfter(operator) : 'unknown';
  if (y === 'scores')
    return isNumber(a) || (operator === '*' && isFactor(a)) ? scoresAfter(operator) : 'unknown';
  if ((x === 'probs' || x === 'sigmoid') && isSum && isSmall(b)) return x;
  if ((y === 'probs' || y === 'sigmoid') && operator === '+' && isSmall(a)) return y;
  if (x === 'indices' && isNumber(b) && isSum) return 'indices';
  return 'unknown';
}

/** A temperature, a mask of gates: raw scores times such are raw scores. */
function isFactor(value: Single): boolean {
  return value.type !== 'tensor' || value.kind === 'sigmoid';
}

function scoresAfter(operator: string): PlainKind {
  return ['+', '-', '*', '/'].includes(operator) ? 'scores' : 'unknown';
}

function isNumber(value: Single): value is ConstantValue {
  return value.type === 'constant' && typeof value.value === 'number';
}

/** `(1 - p) ** gamma * log_p`, and what is known to be such times a weight. */
function isWeighedLog(x: TensorKind | null, y: TensorKind | null): boolean {
  const kinds = [x, y];
  if (kinds.includes('weighedLogs')) return kinds.includes(null) || kinds.includes('unknown');
  return kinds.includes('complement') && kinds.includes('logProbs');
}

function isNearOne({ value }: ConstantValue): boolean {
  return Math.abs(Number(value) - 1) < 0.01;
}

/** A constant like the 1e-8 that keeps a logarithm finite. */
function isSmall(value: Single): boolean {
  return isNumber(value) && Math.abs(Number(value.value)) < 0.01;
}

function arithmeticResult(
  content: TensorContent | PlainKind,
  like: TensorValue,
  whole: readonly TensorValue[],
): TensorValue {
  const kind = typeof content === 'string' ? content : content.kind;
  const isLoss = whole.some((one) => one.kind === 'loss');
  return tensor(
    {
      rank: whole.length === 1 || whole[0].rank === whole[1].rank ? like.rank : null,
      minRank: Math.max(...whole.map(({ minRank }) => minRank)),
      dtype: like.dtype,
      isLastAxisClasses: like.isLastAxisClasses && kind === 'scores',
      gradFree: sourcesOf(whole),
      trail: kind === 'unknown' ? null : (like.trail ?? whole.find(({ trail }) => trail)?.trail ?? null),
    },
    isLoss ? { kind: 'loss', ...lossCallsOf(whole) } : content,
  );
}
