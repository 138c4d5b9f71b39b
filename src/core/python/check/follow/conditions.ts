import type { Binary, Expression, Literal } from '../../syntax/ast';
import { possible } from '../values/choice';
import { itemsOf, type Single, type Value } from '../values/value';
import { always, both, type When, whenEquals } from '../values/when';
import type { Interpreter } from './interpreter';

/** Whether an expression is true; `yes` and `no` say what else is known in either case. */
export interface Condition {
  readonly truth: boolean | null;
  readonly yes: When;
  readonly no: When;
}

const open: Condition = { truth: null, yes: always, no: always };

function settled(truth: boolean): Condition {
  return { truth, yes: always, no: always };
}

export function negated({ truth, yes, no }: Condition): Condition {
  return { truth: truth === null ? null : !truth, yes: no, no: yes };
}

/** Follows an expression as a condition. */
export function conditionOf(run: Interpreter, node: Expression): Condition {
  if (node.type === 'unary' && node.operator === 'not') return negated(conditionOf(run, node.value));
  if (node.type === 'binary') {
    if (node.operator === 'and') return conjunction(run, node);
    if (node.operator === 'or') return negated(conjunction(run, node, negated));
    return comparison(run, node);
  }
  return truthOf(run, run.evaluate(node));
}

/** `a and b`, or with `side` both sides negated. */
function conjunction(run: Interpreter, { left, right }: Binary, side = (one: Condition) => one): Condition {
  const a = side(conditionOf(run, left));
  if (a.truth === false) return a;
  const b = side(conditionOf(run, right));
  if (a.truth === true) return b;
  if (b.truth === true) return a;
  if (b.truth === false) return b;
  return { truth: null, yes: both(a.yes, b.yes) ?? always, no: always };
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

function comparison(run: Interpreter, node: Binary): Condition {
  const left = run.evaluate(node.left);
  const right = run.evaluate(node.right);
  const a = possible(left, run.path);
  const b = possible(right, run.path);
  const ways = a.flatMap((x) =>
    b.flatMap((y) => {
      const when = both(x.when, y.when);
      return when === null ? [] : [{ when, truth: compare(node.operator, x.value, y.value) }];
    }),
  );
  if (ways.length > 0 && ways.every(({ truth }) => truth === true)) return settled(true);
  if (ways.length > 0 && ways.every(({ truth }) => truth === false)) return settled(false);
  if (a.length === 1 && b.length === 1) return symbolic(node.operator, a[0].value, b[0].value);
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
