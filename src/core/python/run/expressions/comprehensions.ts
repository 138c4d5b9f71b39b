import type { Comprehension } from '../../syntax/ast';
import { truthOf } from '../../torch/tensor/truth';
import { PyIterator, PySet } from '../../values/iterables';
import { PyDict, PyList, type Value } from '../../values/values';
import { codeOf } from '../effects/aftermath';
import { namesIn } from '../effects/namesIn';
import { Scope } from '../scope';
import { assign } from '../statements/assignTo';
import type { Evaluator } from './evaluator';
import { iterate } from './iterate';

const noDeclarations = { globals: new Set<string>(), nonlocals: new Set<string>() };

/** `[f(x) for x in items]`, also in other brackets, and as a dict. */
export function comprehension(evaluator: Evaluator, node: Comprehension, scope: Scope): Value {
  const { context, text } = evaluator.host;
  const locals = new Set(node.clauses.flatMap(({ target }) => [...namesIn(target)]));
  const inner = new Scope('comprehension', scope.seenByFunctions, { ...noDeclarations, locals });
  const first = iterate(context, evaluator.evaluate(node.clauses[0].iterable, scope));
  const element = () => evaluator.evaluateAny(node.element, inner);
  const turns = turnsOf(evaluator, node, 0, first, inner);
  const bracket = text[node.from];
  if (node.key !== null) {
    const dict = new PyDict();
    for (const _ of turns) {
      const key = evaluator.evaluate(node.key, inner);
      dict.set(key, element());
    }
    return dict;
  }
  if (bracket !== '[' && bracket !== '{') return generator(evaluator, node, turns, element, inner);
  const items: Value[] = [];
  for (const _ of turns) items.push(element());
  return bracket === '{' ? new PySet(items) : new PyList(items);
}

/** Binds the targets of a comprehension, turn by turn. */
function* turnsOf(
  evaluator: Evaluator,
  node: Comprehension,
  at: number,
  items: Iterable<Value>,
  inner: Scope,
): Generator<null, void> {
  const { context, step } = evaluator.host;
  const { target, conditions } = node.clauses[at];
  const next = node.clauses[at + 1];
  for (const item of items) {
    step();
    assign({ context, evaluator }, target, item, inner);
    if (!conditions.every((test) => truthOf(evaluator.evaluate(test, inner)))) continue;
    if (next) {
      const nextItems = iterate(context, evaluator.evaluate(next.iterable, inner));
      yield* turnsOf(evaluator, node, at + 1, nextItems, inner);
    } else yield null;
  }
}

/** `(f(x) for x in items)`: its items are made when they are asked for. */
function generator(
  evaluator: Evaluator,
  node: Comprehension,
  turns: Iterator<null, void>,
  element: () => Value,
  inner: Scope,
): PyIterator {
  const source: Iterator<Value> = {
    next: () => {
      const outer = evaluator.done;
      try {
        return turns.next().done ? { done: true, value: undefined } : { done: false, value: element() };
      } finally {
        evaluator.done = outer;
      }
    },
  };
  return new PyIterator('generator', source, () => inner.own, codeOf(node, inner, evaluator.host));
}
