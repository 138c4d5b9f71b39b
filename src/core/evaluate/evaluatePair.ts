import type { Argument, LossCall } from '../python/lossUsage';
import { evaluateParsed } from './evaluateParsed';
import type { Evaluation, Pair, ParsedText } from './evaluation';

/**
 * The evaluation of one pair of a text by itself, which costs no more however many tensors the text has. Null where
 * its tensors alone would be taken for something else than beside the others.
 */
export function evaluatePair(parsed: ParsedText, { input, target, weight, call }: Pair): Evaluation | null {
  const parts = [input, target, weight].filter((index) => index !== null).sort((a, b) => a - b);
  const newIndex = (index: number) => parts.indexOf(index);
  const calls = call === null ? [] : [withIndices(parsed.usage.calls[call], newIndex)];
  const alone: ParsedText = {
    literals: parts.map((index) => parsed.literals[index]),
    problems: [],
    empty: parsed.empty,
    classLists: [],
    tokenLogProbs: [],
    usage: { ...parsed.usage, calls, constructorCalls: [], ingredients: [] },
  };
  const evaluation = evaluateParsed(alone);
  const isSame = (['input', 'target'] as const).every((role) => {
    const found = evaluation.tensors.find((tensor) => tensor.role === role && !tensor.isAssumed);
    const index = role === 'input' ? input : target;
    return (found?.literal ?? null) === (index === null ? null : newIndex(index));
  });
  return isSame ? evaluation : null;
}

function withIndices(call: LossCall, newIndex: (index: number) => number): LossCall {
  const changed = (argument: Argument) => ({ ...argument, literal: newIndex(argument.literal) });
  const { input, target, weight } = call;
  return { ...call, input: changed(input), target: changed(target), weight: weight && changed(weight) };
}
