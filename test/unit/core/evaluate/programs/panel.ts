import { evaluateParsed, pairsOf, parseText } from '../../../../../src/core';
import type { Program } from './fixture';
import type { Shown, ShownLoss } from './outcome';

/** What the panel shows when the whole text is selected: the called loss of each pair that a call joins. */
export function panelShows({ text }: Program): Shown {
  const parsed = parseText(text);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const losses: ShownLoss[] = [];
  const notEvaluated: { line: number; message: string }[] = [];
  for (const [pair, { call, from }] of pairsOf(parsed).entries()) {
    const evaluation = evaluateParsed(parsed, { pair });
    for (const problem of evaluation.problems) {
      notEvaluated.push({ line: lineAt(problem.from), message: problem.message });
    }
    if (evaluation.losses === null) continue;
    const { crossEntropyLoss, nllLoss } = evaluation.losses;
    const result = evaluation.calledLoss === 'NLLLoss' ? nllLoss : crossEntropyLoss;
    const tensorOf = (role: string) => evaluation.tensors.find((one) => one.role === role)?.tensor ?? null;
    losses.push({
      line: lineAt(call === null ? from : parsed.usage.calls[call].from),
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
