import type { Call, Expression, Statement } from '../../syntax/ast';
import { lastWord } from '../../syntax/lastWord';
import { type Node, walk } from '../../syntax/walk';
import type { LossName } from '../../torch/losses';
import { type CalledLoss, lossOfText, wordOf } from './calledLoss';

/** A call that is written as one of a loss. */
export interface WrittenLoss {
  readonly call: Call;
  readonly loss: LossName;
}

/**
 * The calls of a program that are written as calls of a loss: of its function, of an instance made there, or by a name
 * that is given one anywhere. Nothing is evaluated, so that no loss is passed over in silence.
 */
export function writtenLosses(body: readonly Statement[]): readonly WrittenLoss[] {
  const nodes = [...walk(body)];
  const names = new Map<string, CalledLoss>();
  for (const [target, value] of nodes.flatMap(valuesIn)) {
    const called = lossOfText(value, names);
    if (called) names.set(target, called);
  }
  return nodes
    .filter((node) => node.type === 'call')
    .flatMap((call) => {
      const called = lossOfText(withoutForward(call.callee), names);
      return called && !called.isClass ? [{ call, loss: called.loss.name }] : [];
    });
}

/** Those in the functions of the program that have a name. */
export function lossesWithin(body: readonly Statement[], name: string): readonly WrittenLoss[] {
  const functions = [...walk(body)].flatMap((node): readonly Node[] => {
    if (node.type === 'function') return node.name === name ? [node] : [];
    const isNamed = node.type === 'assign' && node.targets.some((target) => wordOf(target) === name);
    return isNamed && node.value.type === 'lambda' ? [node.value] : [];
  });
  return writtenLosses(body).filter(({ call }) =>
    functions.some(({ from, to }) => from <= call.from && call.to <= to),
  );
}

/** The names that a node gives a value or a default, with it. */
function valuesIn(node: Node): readonly (readonly [string, Expression])[] {
  switch (node.type) {
    case 'assign':
      return node.targets.flatMap((target) =>
        heldIn(node.value).map((value) => [wordOf(target), value] as const),
      );
    case 'function':
    case 'lambda':
      return node.parameters.flatMap(({ name, value }) => (value ? [[name, value] as const] : []));
    default:
      return [];
  }
}

/** What holds or copies what it is given. */
const holders: ReadonlySet<string> = new Set([
  'dict',
  'list',
  'ModuleDict',
  'ModuleList',
  'copy',
  'deepcopy',
]);

/** A value itself, or those that stand in its brackets. */
function heldIn(value: Expression): readonly Expression[] {
  if (value.type === 'dict') return value.entries.flatMap((entry) => heldIn(entry.value));
  if (value.type === 'list' || value.type === 'tuple') return value.items.flatMap(heldIn);
  if (value.type !== 'call') return [value];
  const { callee, args } = value;
  const given = holders.has(lastWord(callee)) ? args.flatMap((argument) => heldIn(argument.value)) : [];
  return [value, ...(callee.type === 'attribute' ? heldIn(callee.object) : []), ...given];
}

/** `criterion.forward` computes what `criterion` does. */
function withoutForward(callee: Expression): Expression {
  return callee.type === 'attribute' && callee.name === 'forward' ? callee.object : callee;
}
