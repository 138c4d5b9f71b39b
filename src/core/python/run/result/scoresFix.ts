import * as l10n from '../../../l10n';
import type { Call, Expression, Statement } from '../../syntax/ast';
import { lastWord } from '../../syntax/lastWord';
import { LossError } from '../../torch/kernels/losses';
import type { PythonError } from '../../values/pythonError';
import { lossOfText } from '../losses/calledLoss';
import type { SnippetFix } from './snippetResult';

/**
 * A loss of what `argmax` or `max` chose, which are classes and no scores: PyTorch refuses whole numbers, and made to floats they
 * have no gradient. The scores themselves are meant. Null for any other error.
 */
export function scoresFix(
  error: PythonError,
  call: Call,
  text: string,
  body: readonly Statement[],
): SnippetFix | null {
  const isOfBackward = error.message.startsWith('element 0 of tensors does not require grad');
  const start = isOfBackward && call.callee.type === 'attribute' ? call.callee.object : call;
  const loss = isOfBackward || error instanceof LossError ? definition(start, body) : null;
  if (loss?.type !== 'call' || lossOfText(definition(loss.callee, body))?.isClass !== false) return null;
  const input = loss.args.find(({ name }) => name === null || name === 'input')?.value;
  const chosen = input && chosenFrom(input, body);
  if (!chosen) return null;
  const written = text.slice(chosen.scores.from, chosen.scores.to);
  return {
    title: l10n.t('Use {0}: {1} gives classes, through which no gradient goes', written, chosen.by),
    edits: [{ from: input.from, to: input.to, text: written }],
  };
}

/** What a name is bound to, where the statements at the top bind it once; any other expression itself. */
export function definition(node: Expression, body: readonly Statement[]): Expression {
  if (node.type !== 'name') return node;
  const values = body.flatMap((statement) => {
    if (statement.type !== 'assign') return [];
    const binds = statement.targets.some((target) => target.type === 'name' && target.id === node.id);
    return binds ? [statement.value] : [];
  });
  return values.length === 1 ? values[0] : node;
}

/** The named scores whose largest an expression stands for, and what finds it, through casts and names. */
function chosenFrom(
  input: Expression,
  body: readonly Statement[],
): { scores: Expression; by: string } | null {
  let node = definition(input, body);
  while (node.type === 'call' && node.callee.type === 'attribute' && casts.has(node.callee.name))
    node = definition(node.callee.object, body);
  const call = node.type === 'name' ? secondOf(node.id, body) : node;
  if (call?.type !== 'call' || call.callee.type !== 'attribute') return null;
  const by = lastWord(call.callee);
  if (by !== (call === node ? 'argmax' : 'max')) return null;
  const { object } = call.callee;
  const scores = object.type === 'name' && object.id === 'torch' ? call.args[0]?.value : object;
  return scores?.type === 'name' ? { scores, by } : null;
}

/** What gives a name its second value: `_, name = …`. */
function secondOf(name: string, body: readonly Statement[]): Expression | null {
  const isSecond = (target: Expression) =>
    target.type === 'tuple' && target.items[1]?.type === 'name' && target.items[1].id === name;
  const found = body.flatMap((one) =>
    one.type === 'assign' && one.targets.some(isSecond) ? [one.value] : [],
  );
  return found.length === 1 ? found[0] : null;
}

const casts: ReadonlySet<string> = new Set([
  'float',
  'double',
  'to',
  'type',
  'requires_grad_',
  'squeeze',
  'view',
]);
