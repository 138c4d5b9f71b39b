import type {
  Comprehension,
  ComprehensionClause,
  Conditional,
  Dictionary,
  Expression,
  FormattedString,
  Sequence,
} from '../../syntax/ast';
import { choose, tagged } from '../values/choice';
import { keyOf } from '../values/keys';
import {
  type Cells,
  constant,
  type DictValue,
  type ListValue,
  list,
  type TupleValue,
  tensor,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { always } from '../values/when';
import { binaryOperation, unaryOperation } from './arithmetic';
import { appended, assign } from './assign';
import { attributeOf } from './attributes';
import { evaluateCall } from './calls';
import { conditionOf } from './conditions';
import { lambdaValue } from './functions';
import type { Interpreter } from './interpreter';
import { elementsOf } from './iterate';
import { nameOutside } from './namesOutside';
import { subscript } from './subscripts';

/** Comprehensions over known items are followed item by item up to this many. */
const mostItems = 16;

/** The value of an expression. */
export function evaluate(run: Interpreter, node: Expression): Value {
  switch (node.type) {
    case 'name':
      return run.here(run.lookUp(node.id) ?? nameOutside(node.id));
    case 'constant':
      return constant(node.value, node.isFloat);
    case 'attribute':
      return attributeOf(run, run.evaluate(node.object), node.name, {
        ...run.place(node),
        from: node.nameFrom,
      });
    case 'call':
      return evaluateCall(run, node);
    case 'tuple':
      return sequence(run, node);
    case 'list':
    case 'set':
      return run.heap.adopt(list(sequence(run, node)));
    case 'dict':
      return dictionary(run, node);
    case 'subscript':
      return subscript(run, node);
    case 'binary':
      return binary(run, node);
    case 'unary':
      return unaryOperation(node.operator, run.evaluate(node.value));
    case 'conditional':
      return conditional(run, node);
    case 'lambda':
      return lambdaValue(run, node);
    case 'comprehension':
      return comprehension(run, node);
    case 'named': {
      const value = run.evaluate(node.value);
      assign(run, node.target, value);
      return value;
    }
    case 'starred':
      return run.evaluate(node.value);
    case 'slice':
    case 'ellipsis':
      return unknown;
    case 'formatted':
      evaluateReplacements(run, node.parts);
      return unknown;
    case 'other': {
      const parts = node.parts.map((part) => run.evaluate(part));
      if (node.isYield && parts.length > 0) run.frame.yields.push(parts.length > 1 ? tuple(parts) : parts[0]);
      return unknown;
    }
  }
}

function evaluateReplacements(run: Interpreter, parts: FormattedString['parts']): void {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    run.evaluate(part.value);
    evaluateReplacements(run, part.spec);
  }
}

function sequence(run: Interpreter, { items }: Sequence): TupleValue {
  return items.reduce<TupleValue>((all, item) => {
    const value = run.evaluate(item);
    return appended(all, item.type === 'starred' ? elementsOf(run, value) : tuple([value]));
  }, tuple([]));
}

function dictionary(run: Interpreter, { entries }: Dictionary): Value {
  const cells: Cells = new Map();
  for (const { key, value } of entries) {
    const held = run.evaluate(value);
    const name = key === null ? null : keyOf(run.evaluate(key));
    if (name !== null) cells.set(name, held);
    else if (key === null && held.type === 'dict') for (const [k, v] of held.cells) cells.set(k, v);
    else
      cells.set(
        'rest',
        key === null
          ? unknown
          : choose([...tagged(cells.get('rest') ?? held, always), ...tagged(held, always)]),
      );
  }
  return run.heap.adopt<DictValue>({ type: 'dict', cells });
}

function binary(run: Interpreter, node: Extract<Expression, { type: 'binary' }>): Value {
  if (node.operator === 'and' || node.operator === 'or') return shortCut(run, node);
  if (/[<>=]|in|is/.test(node.operator)) {
    const { truth } = conditionOf(run, node);
    return truth === null ? comparedTensors(run, node) : constant(truth);
  }
  const left = run.evaluate(node.left);
  const right = run.evaluate(node.right);
  return binaryOperation(run, node.operator, left, right);
}

/** `x > 0` of a tensor has its shape. */
function comparedTensors(run: Interpreter, { left, right }: Extract<Expression, { type: 'binary' }>): Value {
  const sides = [left, right].map((side) => run.evaluate(side));
  const compared = sides.find((side) => side.type === 'tensor');
  return compared?.type === 'tensor' ? tensor({ rank: compared.rank, minRank: compared.minRank }) : unknown;
}

/** `a or b`: a when it is true, else b. */
function shortCut(
  run: Interpreter,
  { operator, left, right }: Extract<Expression, { type: 'binary' }>,
): Value {
  const { truth } = conditionOf(run, left);
  const isOr = operator === 'or';
  if (truth !== null) return run.evaluate(truth === isOr ? left : right);
  return choose([...tagged(run.evaluate(left), always), ...tagged(run.evaluate(right), always)]);
}

function conditional(run: Interpreter, { test, then, otherwise }: Conditional): Value {
  const condition = conditionOf(run, test);
  if (condition.truth !== null) return run.evaluate(condition.truth ? then : otherwise);
  let yes: Value = unknown;
  let no: Value = unknown;
  run.branch(
    condition.yes,
    condition.no,
    () => {
      yes = run.evaluate(then);
    },
    () => {
      no = run.evaluate(otherwise);
    },
  );
  return choose([...tagged(yes, condition.yes), ...tagged(no, condition.no)]);
}

function comprehension(run: Interpreter, node: Comprehension): Value {
  const frame = {
    ...run.frame,
    scopes: [new Map(), ...run.frame.scopes],
    returns: [],
    yields: [],
    outerNames: new Set<string>(),
  };
  let items: TupleValue = tuple([]);
  const cells: Cells = new Map();
  run.inFrame(frame, () => {
    follow(
      run,
      node.clauses,
      () => {
        const value = run.evaluate(node.element);
        if (node.key) {
          const key = keyOf(run.evaluate(node.key));
          cells.set(key ?? 'rest', value);
        }
        return value;
      },
      (found, isCertain) => {
        items = isCertain ? appended(items, tuple([found])) : appended(items, tuple([], found));
      },
    );
  });
  return run.heap.adopt<DictValue | ListValue>(node.key ? { type: 'dict', cells } : list(items));
}

/** Goes through the clauses of a comprehension; `take` gets each element, certain or any number of times. */
function follow(
  run: Interpreter,
  [clause, ...rest]: readonly ComprehensionClause[],
  element: () => Value,
  take: (value: Value, isCertain: boolean) => void,
): void {
  const items = elementsOf(run, run.evaluate(clause.iterable));
  const isKnown = items.rest === null && items.items.length <= mostItems;
  const rounds = isKnown
    ? items.items
    : [...items.items.slice(0, mostItems), items.rest ?? unknown, ...items.tail];
  for (const item of rounds) {
    assign(run, clause.target, item);
    const truths = clause.conditions.map((test) => conditionOf(run, test).truth);
    if (truths.includes(false)) continue;
    const isCertain = isKnown && truths.every((truth) => truth === true);
    if (rest.length > 0) follow(run, rest, element, (value, inner) => take(value, inner && isCertain));
    else take(element(), isCertain);
  }
}
