import type { Binary, Expression, Literal } from '../../syntax/ast';
import { compared as comparedTensor } from '../effects/comparisons';
import { choose, possible, tagged } from '../values/choice';
import { constant, itemsOf, type Single, unknown, type Value } from '../values/value';
import { always, both, type When, whenEquals } from '../values/when';
import type { Interpreter } from './interpreter';
import { answerOf } from './tensorQuestions';

/** Whether an expression is true; `yes` and `no` say what else is known in either case. */
export interface Condition {
  readonly truth: boolean | null;
  readonly yes: When;
  readonly no: When;
}

const open: Condition = { truth: null, yes: always, no: always };
const undecided: Judged = { value: unknown, ...open };

function settled(truth: boolean): Condition {
  return { truth, yes: always, no: always };
}

export function negated({ truth, yes, no }: Condition): Condition {
  return { truth: truth === null ? null : !truth, yes: no, no: yes };
}

/** An expression followed once: its value, and whether that is true. */
export interface Judged extends Condition {
  readonly value: Value;
}

/** Follows an expression as a condition. Each of its parts is evaluated once, as Python does. */
export function judged(run: Interpreter, node: Expression): Judged {
  return run.deeper(undecided, () => judgedNow(run, node));
}

function judgedNow(run: Interpreter, node: Expression): Judged {
  if (node.type === 'unary' && node.operator === 'not') return opposite(judged(run, node.value));
  if (node.type === 'binary' && isLogical(node)) return shortCut(run, node);
  if (node.type === 'binary' && isComparison(node)) return comparisons(run, node);
  const value = run.evaluate(node);
  const answer = answerOf(run, node);
  return { value, ...(answer === null ? truthOf(run, value) : settled(answer)) };
}

/** `and`, `or`, and the comparisons: what `judged` follows by itself. */
export function isLogical({ operator }: Binary): boolean {
  return operator === 'and' || operator === 'or';
}

const comparisonOperators = new Set(['<', '<=', '>', '>=', '==', '!=', '<>', 'in', 'not in', 'is', 'is not']);

export function isComparison({ operator }: Binary): boolean {
  return comparisonOperators.has(operator);
}

function opposite(condition: Judged): Judged {
  const { truth, yes, no } = negated(condition);
  return { value: truth === null ? unknown : constant(truth), truth, yes, no };
}

/** `a or b`: a when it is true, else b, which is then followed only there. */
function shortCut(run: Interpreter, { operator, left, right }: Binary): Judged {
  const isOr = operator === 'or';
  const a = judged(run, left);
  if (a.truth !== null) return a.truth === isOr ? a : judged(run, right);
  const [ends, goesOn] = isOr ? [a.yes, a.no] : [a.no, a.yes];
  const b = judgedWhen(run, goesOn, ends, right);
  if (b === null) return a;
  return {
    value: choose([...tagged(a.value, ends), ...tagged(b.value, goesOn)]),
    ...(isOr ? negated(conjunction(negated(a), negated(b))) : conjunction(a, b)),
  };
}

/** An expression that is followed on one way of two; null where that way is not possible. */
function judgedWhen(run: Interpreter, when: When, other: When, node: Expression): Judged | null {
  let found: Judged | null = null;
  const then = () => {
    found = judged(run, node);
  };
  run.branch(when, other, then, () => undefined);
  return found;
}

/** Both conditions, the first of which is not decided. */
function conjunction(a: Condition, b: Condition): Condition {
  if (b.truth === true) return { truth: a.truth, yes: a.yes, no: a.no };
  if (b.truth === false) return settled(false);
  return { truth: null, yes: both(a.yes, b.yes) ?? always, no: always };
}

/** `a < b < c` is `a < b and b < c` with one b; the parser gives `(a < b) < c`, without brackets. */
function comparisons(run: Interpreter, node: Binary): Judged {
  return compared(run, node).result;
}

interface Compared {
  readonly result: Judged;
  readonly last: Value;
}

function compared(run: Interpreter, node: Binary): Compared {
  return run.deeper({ result: undecided, last: unknown }, () => comparedNow(run, node));
}

function comparedNow(run: Interpreter, node: Binary): Compared {
  const { left, right, operator } = node;
  const isChain = left.type === 'binary' && isComparison(left) && left.from === node.from;
  const before = isChain ? compared(run, left) : null;
  const first = before ? before.last : run.evaluate(left);
  if (before?.result.truth === false) return before;
  const last = run.evaluate(right);
  const answer = before ? null : answerOf(run, node);
  const condition = answer === null ? comparison(run, operator, first, last) : settled(answer);
  const result = { value: comparedValue(run, node, condition.truth, [first, last]), ...condition };
  if (!before || before.result.truth === true) return { result, last };
  const whole = conjunction(before.result, condition);
  return { result: { value: unknown, ...whole }, last };
}

function comparedValue(
  run: Interpreter,
  node: Binary,
  truth: boolean | null,
  [left, right]: readonly [Value, Value],
): Value {
  if (truth !== null) return constant(truth);
  if (left.type === 'tensor') return comparedTensor(left, run.place(node.left), run.place(node));
  return right.type === 'tensor' ? comparedTensor(right, run.place(node.right), run.place(node)) : unknown;
}

/** Whether a value counts as true. */
function truthOf(run: Interpreter, value: Value): Condition {
  const alternatives = possible(value, run.path);
  const truths = alternatives.map(({ value: single }) => truthOfSingle(single));
  if (truths.every((truth) => truth === true)) return settled(true);
  if (truths.every((truth) => truth === false)) return settled(false);
  const [first] = alternatives;
  if (alternatives.length === 1 && first.value.type === 'unknown' && first.value.symbol !== null) {
    const key = `?${first.value.symbol}`;
    return { truth: null, yes: whenEquals(key, true, true), no: whenEquals(key, false, true) };
  }
  return split(alternatives.map(({ when }, index) => ({ when, truth: truths[index] })));
}

/** When exactly one alternative is true (or false), its condition is known on that side. */
function split(ways: readonly { readonly when: When; readonly truth: boolean | null }[]): Condition {
  const side = (wanted: boolean) => {
    const left = ways.filter(({ truth }) => truth !== !wanted);
    return left.length === 1 ? left[0].when : always;
  };
  return { truth: null, yes: side(true), no: side(false) };
}

function truthOfSingle(value: Single): boolean | null {
  switch (value.type) {
    case 'constant':
      return Boolean(value.value);
    case 'tuple':
    case 'list': {
      const items = itemsOf(value);
      if (!items) return null;
      if (items.items.length + items.tail.length > 0) return true;
      return items.rest === null ? false : null;
    }
    case 'function':
    case 'class':
    case 'instance':
    case 'loss':
    case 'bound':
      return true;
    default:
      return null;
  }
}

function comparison(run: Interpreter, operator: string, left: Value, right: Value): Condition {
  const a = possible(left, run.path);
  const b = possible(right, run.path);
  const ways = a.flatMap((x) =>
    b.flatMap((y) => {
      const when = both(x.when, y.when);
      return when === null ? [] : [{ when, truth: compare(operator, x.value, y.value) }];
    }),
  );
  if (ways.length > 0 && ways.every(({ truth }) => truth === true)) return settled(true);
  if (ways.length > 0 && ways.every(({ truth }) => truth === false)) return settled(false);
  if (a.length === 1 && b.length === 1) return symbolic(operator, a[0].value, b[0].value);
  return split(ways);
}

function compare(operator: string, a: Single, b: Single): boolean | null {
  if (operator === 'is' || operator === 'is not' || operator === '==' || operator === '!=') {
    const equal = equality(a, b);
    return equal === null ? null : operator === 'is' || operator === '==' ? equal : !equal;
  }
  if (operator === 'in' || operator === 'not in') {
    const contained = membership(a, b);
    return contained === null ? null : operator === 'in' ? contained : !contained;
  }
  if (a.type !== 'constant' || b.type !== 'constant') return null;
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return null;
  if (operator === '<') return a.value < b.value;
  if (operator === '<=') return a.value <= b.value;
  if (operator === '>') return a.value > b.value;
  return operator === '>=' ? a.value >= b.value : null;
}

function equality(a: Single, b: Single): boolean | null {
  if (a.type === 'constant' && b.type === 'constant') return a.value === b.value;
  const [one, other] = a.type === 'constant' ? [a, b] : [b, a];
  if (one.type === 'constant' && one.value === null) {
    return other.type === 'unknown' && !other.isGiven ? null : false;
  }
  return null;
}

function membership(a: Single, b: Single): boolean | null {
  if (a.type !== 'constant') return null;
  if (b.type === 'constant' && typeof b.value === 'string' && typeof a.value === 'string') {
    return b.value.includes(a.value);
  }
  const items = itemsOf(b);
  if (!items || items.rest !== null || items.items.some(({ type }) => type !== 'constant')) return null;
  return items.items.some((item) => item.type === 'constant' && item.value === a.value);
}

/** A comparison of an unknown quantity with something known. */
function symbolic(operator: string, a: Single, b: Single): Condition {
  if (a.type !== 'unknown' || a.symbol === null || b.type !== 'constant') return open;
  if (operator === '==' || operator === 'is') return equals(a.symbol, b.value);
  if (operator === '!=' || operator === 'is not') return negated(equals(a.symbol, b.value));
  const key = `${a.symbol} ${operator} ${String(b.value)}`;
  return { truth: null, yes: whenEquals(key, true, true), no: whenEquals(key, false, true) };
}

function equals(key: string, value: Literal): Condition {
  return { truth: null, yes: whenEquals(key, value, true), no: whenEquals(key, value, false) };
}
