import type { Call, Expression, Parameter, Statement } from '../../syntax/ast';
import type { LossName } from '../../torch/losses';
import { lossOfClass, lossOfFunction } from '../../torch/losses';

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
  const nodes = nodesIn(body);
  const names = new Map<string, LossName>();
  for (const { targets, value } of nodes.filter((node) => node.type === 'assign')) {
    const loss = value && instanceOf(value);
    for (const target of loss ? (targets ?? []) : []) names.set(lastWord(target), loss as LossName);
  }
  for (const { name, value } of nodes.flatMap(({ parameters = [] }) => parameters)) {
    const loss = value && instanceOf(value);
    if (loss) names.set(name, loss);
  }
  return nodes
    .filter((node): node is Node & Call => node.type === 'call')
    .flatMap((call) => {
      const loss = lossOf(call.callee, names);
      return loss ? [{ call, loss }] : [];
    });
}

/** What all nodes of the syntax tree may have of what is looked at here. */
interface Node {
  readonly type: string;
  readonly targets?: readonly Expression[];
  readonly value?: Expression;
  readonly parameters?: readonly Parameter[];
}

function nodesIn(body: readonly Statement[]): readonly Node[] {
  const found: Node[] = [];
  const open: unknown[] = [...body].reverse();
  while (open.length > 0) {
    const node = open.pop();
    if (node === null || typeof node !== 'object') continue;
    if ('type' in node && typeof node.type === 'string') found.push(node as Node);
    open.push(...Object.values(node).reverse());
  }
  return found;
}

function lossOf(callee: Expression, names: ReadonlyMap<string, LossName>): LossName | null {
  const of = callee.type === 'attribute' && callee.name === 'forward' ? callee.object : callee;
  const word = lastWord(of);
  return instanceOf(of) ?? names.get(word) ?? lossOfFunction(word)?.name ?? null;
}

/** `nn.NLLLoss(…)`, which makes a loss. */
function instanceOf(node: Expression): LossName | null {
  return node.type === 'call' ? (lossOfClass(lastWord(node.callee))?.name ?? null) : null;
}

function lastWord(node: Expression): string {
  if (node.type === 'name') return node.id;
  return node.type === 'attribute' ? node.name : '';
}
