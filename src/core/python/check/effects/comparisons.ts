import * as l10n from '../../../l10n';
import type { FileRange } from '../findings/codeFinding';
import { type TensorKind, type TensorValue, tensor } from '../values/tensorValue';
import { addStep } from '../values/trail';

const predictions: ReadonlySet<TensorKind> = new Set(['scores', 'probs', 'sigmoid', 'logProbs']);

/** `x > 0.5`, which has the shape of `x`: decisions where `x` is what a model predicts. */
export function compared(x: TensorValue, operand: FileRange | null, place: FileRange): TensorValue {
  const { rank, minRank, kind } = x;
  if (!predictions.has(kind)) return tensor({ rank, minRank });
  const { path, from, to } = place;
  const trail = addStep(x.trail, place, l10n.t('compared: true or false for each'));
  const by = { path, from, to, operand, isOfScores: kind === 'scores' };
  return tensor({ rank, minRank, trail }, { kind: 'decisions', by });
}
