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
import { appended } from '../values/sequences';
import {
  type Cells,
  constant,
  type DictValue,
  type ListValue,
  list,
  type TupleValue,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { always } from '../values/when';
import { binaryOperation, unaryOperation } from './arithmetic';
import { assign } from './assign';
import { attributeOf } from './attributes';
import { evaluateCall } from './calls/calls';
import { lambdaValue } from './calls/functions';
import { isComparison, isLogical, judged } from './conditions';
import type { Interpreter } from './interpreter';
import { elementsOf } from './iterate';
import { nameOutside } from './namesOutside';
import { bounds, subscript } from './subscripts';

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
      return node.operator === 'not'
        ? judged(run, node).value
        : unaryOperation(run, node.operator, run.evaluate(node.value));
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
      bounds(run, node);
      return unknown;
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
    const name = key === null ? null : keyOf(run.evaluate(key));
    const held = run.evaluate(value);
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
  if (isLogical(node) || isComparison(node)) return judged(run, node).value;
  const left = run.evaluate(node.left);
  const right = run.evaluate(node.right);
  if (node.operator === '/') run.report.divided(left, run.place(node.right), run.place(node));
  return binaryOperation(run, node.operator, left, right);
}

function conditional(run: Interpreter, { test, then, otherwise }: Conditional): Value {
  const condition = judged(run, test);
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
  const scope = run.heap.adopt({ cells: new Map() });
  const frame = {
    ...run.frame,
    scopes: [scope.cells, ...run.frame.scopes],
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
        const key = node.key ? (keyOf(run.evaluate(node.key)) ?? 'rest') : null;
        const value = run.evaluate(node.element);
        if (key !== null) cells.set(key, value);
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
    const truth = truthOfAll(run, clause.conditions);
    if (truth === false) continue;
    const isCertain = isKnown && truth === true;
    if (rest.length > 0) follow(run, rest, element, (value, inner) => take(value, inner && isCertain));
    else take(element(), isCertain);
  }
}

/** Whether all conditions of a clause hold; what follows one that does not is not looked at. */
function truthOfAll(run: Interpreter, conditions: readonly Expression[]): boolean | null {
  let all: boolean | null = true;
  for (const test of conditions) {
    const { truth } = judged(run, test);
    if (truth === false) return false;
    if (truth === null) all = null;
  }
  return all;
}
