import { evaluateParsed, pairsOf, parseText } from '../../../../../src/core';
import type { Program } from './fixture';
import type { Shown, ShownLoss } from './outcome';

/** What the panel shows when the whole text is selected: the called loss of each pair that a call joins. */
export function panelShows({ text }: Program): Shown {
  const parsed = parseText(text);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const losses: ShownLoss[] = [];
  const notEvaluated: { line: number; message: string }[] = [];
  for (const [pair, { call }] of pairsOf(parsed).entries()) {
    if (call === null) continue;
    const evaluation = evaluateParsed(parsed, { pair });
    for (const problem of evaluation.problems) {
      notEvaluated.push({ line: lineAt(problem.from), message: problem.message });
    }
    const { before, unknownOptions = [] } = evaluation.notTheCalls ?? {};
    if (before) notEvaluated.push({ line: lineAt(before.from), message: before.message });
    if (unknownOptions.length > 0) notEvaluated.push({ line: 1, message: unknownOptions.join() });
    if (evaluation.losses === null || evaluation.notTheCalls) continue;
    const { crossEntropyLoss, nllLoss } = evaluation.losses;
    const result = evaluation.calledLoss === 'NLLLoss' ? nllLoss : crossEntropyLoss;
    const tensorOf = (role: string) => evaluation.tensors.find((one) => one.role === role)?.tensor ?? null;
    losses.push({
      line: lineAt(parsed.usage.calls[call].from),
      loss: evaluation.calledLoss,
      input: tensorOf('input'),
      target: tensorOf('target'),
      output: result.output,
      error: result.error ?? null,
    });
  }
  for (const { from, message } of parsed.problems) notEvaluated.push({ line: lineAt(from), message });
  return { losses, notEvaluated };
}
